import type { Build } from '../../model/build-types';
import { frontendMinor } from '../../model/frontend';
import { commandsNamed, type NamedCommand } from '../../model/shell/named-commands';
import type { ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { likeOf } from '../instruction-above';
import type { Finding, Fix, Rule } from '../rule';

/** ADD of a repository came with docker/dockerfile 1.6. */
const ADD_MINOR = 6;

export const preferAddGit: Rule = {
  id: 'style/prefer-add-git',
  aliases: ['tally/prefer-add-git'],
  severity: 'off',
  strict: 'hint',
  about: { commands: ['git'] },
  summary: 'Fetch a repository with ADD instead of git clone.',
  why: `\`ADD https://…/x.git#tag /src\` needs no git in the image, and the builder asks the server for the commit: the step runs again when
    the branch moved and is cached otherwise, where RUN keeps the first clone. A RUN is reported that starts with a clone of an
    address in the text and keeps it; with a mounted key or secret, and where the frontend is known to be too old, it is not.`,
  fixable: {
    safety: 'unsafe',
    because: 'ADD leaves the directory .git out, and the files get the time of the commit.',
  },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN git clone --depth 1 -b v1.0 https://github.com/example/tool.git /src
            ^^^^^^^^^ ADD fetches a repository without git, and knows when the branch moved.
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        ADD https://github.com/example/tool.git#v1.0 /src
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const minor = frontendMinor(build);
    if (minor !== undefined && minor < ADD_MINOR) return found;
    for (const call of commandsNamed(build, 'git')) {
      const clone = readClone(call);
      if (!clone) continue;
      found.push({
        at: { start: call.nameWord.start, end: clone.verb.end },
        message: 'ADD fetches a repository without git, and knows when the branch moved.',
        fix: () => (minor === undefined ? undefined : toAdd(build, call, clone)),
      });
    }
    return found;
  },
};

interface Clone {
  readonly verb: ShellWord;
  readonly url: string;
  readonly ref?: string;
  readonly folder?: string;
}

const VALUED = new Set([
  '-b',
  '--branch',
  '--depth',
  '-j',
  '--jobs',
  '-o',
  '--origin',
  '--shallow-since',
  '-c',
  '--config',
  '--filter',
  '--reference',
  '--template',
  '-u',
]);
/** With which ADD brings the same. */
const PLAIN =
  /^(?:--single-branch|--no-single-branch|--recursive|--recurse-submodules|--shallow-submodules|-q|--quiet|--progress|-v|--no-tags)$/;

function readClone({ script, arguments: words, nesting, quotedBy, statement }: NamedCommand): Clone | undefined {
  const [verb] = words;
  if (verb?.value !== 'clone' || nesting !== 'top' || quotedBy || statement !== 0) return undefined;
  if (script.instruction.mounts.some(({ type }) => type === 'ssh' || type === 'secret')) return undefined;
  // What is removed in the same RUN would stay in a layer.
  if (script.commands.some(({ name }) => name === 'rm')) return undefined;
  const given: ShellWord[] = [];
  let ref: string | undefined;
  for (let at = 1; at < words.length; at++) {
    const { value } = words[at]!;
    if (value === '--branch' || value === '-b') ref = words[at + 1]?.value;
    if (value.startsWith('--branch=')) ref = value.slice('--branch='.length);
    else if (VALUED.has(value)) {
      if (value !== '-b' && value !== '--branch' && value !== '--depth' && value !== '-j' && value !== '--jobs')
        return undefined;
      at++;
    } else if (!value.startsWith('-')) given.push(words[at]!);
    else if (!PLAIN.test(value) && !/^--(?:depth|jobs)=/.test(value)) return undefined;
  }
  const [address, folder] = given;
  const url = address?.value ?? '';
  if (!/^https?:\/\/[^/@$]+\/[^$\s#]+$/.test(url) || given.length > 2) return undefined;
  return { verb, url, ...(ref === undefined ? {} : { ref }), ...(folder ? { folder: folder.value } : {}) };
}

/** Servers whose addresses work with `.git` at their end. */
const WELL_KNOWN = /^https:\/\/(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\//;

function toAdd({ source }: Build, { script, redirects }: NamedCommand, { url, ref, folder }: Clone): Fix | undefined {
  const { instruction, statements, form } = script;
  if (
    statements.length > 1 ||
    form !== 'shell' ||
    instruction.flags.length > 0 ||
    instruction.inner.length > 0 ||
    redirects.length > 0
  )
    return undefined;
  if (!url.endsWith('.git') && !WELL_KNOWN.test(url)) return undefined;
  const address = url.endsWith('.git') ? url : `${url.replace(/\/$/, '')}.git`;
  const place = folder ?? /([^/]+)\.git$/.exec(address)?.[1] ?? '';
  if (!/^[\w./-]+$/.test(place) || (ref !== undefined && !/^[\w./-]+$/.test(ref))) return undefined;
  const text = `${likeOf(source.text, instruction, 'ADD')} ${address}${ref === undefined ? '' : `#${ref}`} ${place}`;
  return { title: 'Fetch it with ADD', edits: [replace(instruction, text)] };
}
