import { DISTRIBUTION_HOSTS, findOutsideHost, HTTP } from '../../knowledge/plain-http';
import type { Build } from '../../model/build-types';
import { optionValues } from '../../model/shell/command-words';
import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand, ShellWord } from '../../model/shell/shell-command';
import { valueOf } from '../../model/shell/word-value';
import { spanIn, type WrittenText, writtenTexts } from '../../model/shell/written-texts';
import { variablesSet } from '../../model/stages/set-variables';
import { expand } from '../../model/stages/variables';
import { ownOrTrigger } from '../../model/syntax/triggers';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Finding, Fix, Rule } from '../rule';

export const httpDownload: Rule = {
  id: 'security/http-download',
  aliases: ['curlUseHttpsUrl', 'wgetUseHttpsUrl'],
  severity: 'warning',
  summary: 'Download by https.',
  why: `What comes by plain http can be read and changed by everybody in between. Looked at are curl, wget, git clone and ADD, repositories of
    apt, yum, dnf and zypper, and the index or registry that pip and npm are told. Left alone are hosts of this machine or of a private
    network, hosts that only a variable knows, and apt repositories that name their key (signed-by). Where a
    signature or a checksum tells a change (Debian's and Ubuntu's own archives, a repository
    with a key for apt, gpgcheck=1, ADD --checksum) it is a hint, and reported by the preset \`all\` only.`,
  fixable: { safety: 'unsafe', because: 'The server may not answer by https.' },
  about: { instructions: ['ADD', 'ARG', 'COPY', 'ENV', 'RUN'], texts: ['http://'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        ADD http://example.com/tool.tar.gz /tmp/
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
        RUN curl -fsSLO http://example.com/other.tar.gz
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
      `,
      good: dockerfile`
        FROM debian:12
        ADD https://example.com/tool.tar.gz /tmp/
        RUN curl -fsSLO https://example.com/other.tar.gz
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    if (!build.source.text.includes('http://')) return found;
    for (const instruction of build.instructions) {
      const add = ownOrTrigger(instruction);
      if (add?.keyword !== 'ADD') continue;
      for (const source of add.sources) {
        const isChecked = add.flags.some(({ name }) => name === 'checksum');
        const host = findOutsideHost(expand(source, build.states[add.index]!.scope).value, HTTP);
        if (host !== undefined) found.push(toFinding(build, source, host, isChecked));
      }
    }
    for (const { at, value } of variablesSet(build, VARIABLES)) {
      const host = findOutsideHost(value, HTTP);
      if (host !== undefined) found.push(toFinding(build, at, host));
    }
    for (const named of [commandsNamed, onbuildCommandsNamed]) {
      for (const command of named(build, ...COMMANDS)) {
        if (mayHaveUrl(command)) found.push(...inCommand(build, command));
      }
    }
    for (const written of writtenTexts(build))
      if (written.text.includes('http://')) found.push(...inText(build, written));
    return found;
  },
};

function toFinding(build: Build, at: Span, host: string, isChecked = false): Finding {
  return {
    at: { start: at.start, end: at.end },
    message: isChecked
      ? `What comes from ${host} by plain http can be read on its way; only a signature or checksum tells changes.`
      : `What comes from ${host} by plain http can be changed on its way.`,
    ...(isChecked ? { severity: 'hint', minor: true } : {}),
    fix: () => toHttps(build, at),
  };
}

function toHttps(build: Build, at: Span): Fix | undefined {
  const scheme = spanIn(build, at, 'http://');
  if (scheme.end - scheme.start !== 'http://'.length) return undefined;
  return { title: 'Use https', edits: [replace(scheme, 'https://')] };
}

const PIP = ['pip', 'pip2', 'pip3', 'python', 'python3', 'uv', 'pipenv'];
const NODE = ['npm', 'yarn', 'pnpm'];
const RPM = ['yum-config-manager', 'dnf', 'zypper'];
const COMMANDS = ['curl', 'wget', 'git', ...PIP, ...NODE, ...RPM];

/** What pip, uv, npm and Yarn read instead of the options. */
const VARIABLES = new Set([
  'PIP_INDEX_URL',
  'PIP_EXTRA_INDEX_URL',
  'UV_INDEX_URL',
  'UV_DEFAULT_INDEX',
  'NPM_CONFIG_REGISTRY',
  'npm_config_registry',
  'YARN_REGISTRY',
  'YARN_NPM_REGISTRY_SERVER',
]);

/** Flags of curl and wget whose value is no address to download. */
const OTHER_VALUES = new Set(
  '-H --header -e --referer --referrer -x --proxy -d --data --data-raw -A --user-agent -b --cookie -w'.split(' '),
);

function mayHaveUrl(command: ShellCommand): boolean {
  for (const word of command.arguments) if (mayBeUrl(word)) return true;
  return false;
}

/** A word has one in plain sight, or reads a variable. */
function mayBeUrl({ value, literal }: ShellWord): boolean {
  return !literal || /http:/i.test(value);
}

function inCommand(build: Build, command: ShellCommand): Finding[] {
  const found: Finding[] = [];
  const { scope } = build.states[command.script.instruction.index]!;
  for (const word of urlsOf(command)) {
    const equals = word.value.startsWith('-') ? word.value.indexOf('=') + 1 : 0;
    const host = findOutsideHost((valueOf(word, scope) ?? word.value).slice(equals), HTTP);
    if (host !== undefined) found.push(toFinding(build, word, host));
  }
  return found;
}

function urlsOf({ name = '', arguments: words }: ShellCommand): readonly ShellWord[] {
  if (PIP.includes(name)) return optionValues(words, '-i --index-url --extra-index-url').map(({ word }) => word);
  if (NODE.includes(name)) {
    const set = words.findIndex(({ value }) => value === 'registry');
    const given = optionValues(words, '--registry').map(({ word }) => word);
    return set === -1 ? given : [...given, ...words.slice(set + 1, set + 2)];
  }
  if (RPM.includes(name)) {
    const adds = words.some(({ value }) => /^(?:--add-repo|addrepo|ar|--from-repofile)(?:=|$)/.test(value));
    return adds ? words : [];
  }
  if (name === 'git') return words.some(({ value }) => value === 'clone') ? words : [];
  return words.filter((word, index) => mayBeUrl(word) && !OTHER_VALUES.has(words[index - 1]?.value ?? ''));
}

/** `deb [options] http://host/…`, deb822's `URIs:`, and `baseurl=` of yum's and dnf's files. */
const REPOSITORY =
  /(?:^|["'\s]|\\n)(?:deb(?:-src)?[ \t]+(?:\[([^\]\n]*)\][ \t]+)?|URIs:[ \t]*|(?:baseurl|mirrorlist|metalink)[ \t]*=[ \t]*)(http:\/\/[^\s"'\\]+)/g;

function inText(build: Build, written: WrittenText): Finding[] {
  const found: Finding[] = [];
  const { text } = written;
  for (const [whole, options = '', url] of text.matchAll(REPOSITORY)) {
    const host = findOutsideHost(url!, HTTP);
    if (host === undefined || /signed-by=/i.test(options) || /Signed-By:/i.test(text)) continue;
    const isTrusted = /trusted=yes/.test(options);
    const isYum = /^\W*(?:\\n)?(?:baseurl|mirrorlist|metalink)/.test(whole);
    const isSigned = isYum ? /gpgcheck\s*=\s*1/.test(text) : !isTrusted && isKnown(build, host);
    found.push(toFinding(build, spanIn(build, written, url!), host, isSigned));
  }
  return found;
}

/** Whether apt has a key for what comes from a host: the distribution's own, or one that the file installs. */
function isKnown(build: Build, host: string): boolean {
  return (
    DISTRIBUTION_HOSTS.test(host) ||
    commandsNamed(build, 'apt-key').length > 0 ||
    build.source.text.includes('trusted.gpg')
  );
}
