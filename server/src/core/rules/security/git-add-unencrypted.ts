import { findOutsideHost } from '../../knowledge/plain-http';
import type { Build } from '../../model/build-types';
import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand } from '../../model/shell/shell-command';
import { valueOf } from '../../model/shell/word-value';
import { spanIn } from '../../model/shell/written-texts';
import { expand } from '../../model/stages/variables';
import { ownOrTrigger } from '../../model/syntax/triggers';
import { isGitUrl } from '../../model/syntax/urls';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const gitAddUnencrypted: Rule = {
  id: 'security/git-add-unencrypted',
  severity: 'warning',
  summary: 'Fetch repositories by an encrypted protocol.',
  why: `git:// and http:// are neither encrypted nor do they say who answers, so anybody in between can put other code into the build. Most
    servers no longer answer to git:// at all. Hosts of this machine or of a private network are left alone.`,
  fixable: { safety: 'unsafe', because: 'The server may not answer by https.' },
  about: { instructions: ['ADD', 'RUN'], texts: ['git://', 'http://'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        ADD git://git.example.com/tool.git /src
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from git.example.com by git:// can be changed on its way.
        RUN git clone http://git.example.com/other.git
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from git.example.com by http:// can be changed on its way.
      `,
      good: dockerfile`
        FROM debian:12
        ADD https://git.example.com/tool.git /src
        RUN git clone https://git.example.com/other.git
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const { text } = build.source;
    if (!text.includes('git://') && !text.includes('http://')) return found;
    for (const instruction of build.instructions) {
      const add = ownOrTrigger(instruction);
      if (add?.keyword !== 'ADD') continue;
      for (const source of add.sources) {
        const { value } = expand(source, build.states[add.index]!.scope);
        const host = findOutsideHost(value, PLAIN);
        if (host !== undefined && (/^git:/i.test(value) || isGitUrl(value)))
          found.push(toFinding(build, source, host, value));
      }
    }
    for (const named of [commandsNamed, onbuildCommandsNamed]) {
      for (const command of named(build, 'git', ...PACKAGES))
        if (mayHaveUrl(command)) found.push(...inCommand(build, command));
    }
    return found;
  },
};

const PLAIN = /^(?:git|http):\/\//i;
/** As pip and npm write it: `git+http://…`, `name @ git+git://…`. */
const PLAIN_PACKAGE = /(?:^|[\s@])(git\+(?:git|http):\/\/|git:\/\/).*$/i;
const PACKAGES = ['pip', 'pip2', 'pip3', 'python', 'python3', 'uv', 'pipenv', 'poetry', 'npm', 'yarn', 'pnpm'];
const FETCHES = new Set(['clone', 'fetch', 'pull', 'ls-remote', 'submodule', 'remote']);

/** A word has one in plain sight, or reads a variable. */
function mayHaveUrl(command: ShellCommand): boolean {
  for (const { value, literal } of command.arguments) if (!literal || /(?:git|http):/i.test(value)) return true;
  return false;
}

function inCommand(build: Build, command: ShellCommand): Finding[] {
  const found: Finding[] = [];
  const words = command.arguments;
  const isGit = command.name === 'git';
  if (isGit && !words.some(({ value }) => FETCHES.has(value))) return found;
  const { scope } = build.states[command.script.instruction.index]!;
  for (const word of words) {
    const value = valueOf(word, scope) ?? word.value;
    const url = isGit ? value : PLAIN_PACKAGE.exec(value)?.[0].replace(/^[\s@]|git\+/g, '');
    const host = url === undefined ? undefined : findOutsideHost(url, PLAIN);
    if (host !== undefined) found.push(toFinding(build, word, host, url!));
  }
  return found;
}

function toFinding(build: Build, at: Span, host: string, url: string): Finding {
  const scheme = PLAIN.exec(url)![0];
  return {
    at: { start: at.start, end: at.end },
    message: `What comes from ${host} by ${scheme} can be changed on its way.`,
    fix() {
      const span = spanIn(build, at, scheme);
      if (span.end - span.start !== scheme.length) return undefined;
      return { title: 'Use https', edits: [replace(span, 'https://')] };
    },
  };
}
