import type { Build } from '../../model/build-types';
import { isMountedAt } from '../../model/caches/cache-places';
import { empties } from '../../model/caches/emptied';
import { appendCommand, appendLike } from '../../model/shell/append-command';
import { commandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand, ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { minorUnlessShipped } from '../per-run';
import type { Finding, Rule } from '../rule';

export const tempDirLeft: Rule = {
  id: 'size/temp-dir-left',
  aliases: ['rmRecursiveAfterMktempD'],
  severity: 'hint',
  summary: 'Remove a temporary directory in the RUN that fills it.',
  why: `What a RUN leaves in a directory of mktemp, or in one that it makes below /tmp, is part of the image for good: sources, downloads, the
    key ring of gpg. The same RUN can remove it; a later one can not. A directory that something later in the file names, or that
    lies on a mount, is left alone, and so is one that nothing was put into.`,
  fixable: { safety: 'unsafe', because: 'Something outside the Dockerfile may look for what is in the directory.' },
  about: { commands: ['mktemp', 'mkdir'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN dir=$(mktemp -d) && curl -fsSL https://example.org/app.tar.gz | tar -xz -C "$dir" && make -C "$dir" install
                  ^^^^^^^^^ What is put into this directory stays in the image: nothing behind it in this RUN removes it.
      `,
      good: dockerfile`
        FROM debian:12
        RUN dir=$(mktemp -d) && curl -fsSL https://example.org/app.tar.gz | tar -xz -C "$dir" && make -C "$dir" install && rm -rf "$dir"
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const command of commandsNamed(build, 'mktemp', 'mkdir')) {
      for (const { at, path } of command.name === 'mktemp' ? madeByMktemp(command) : madeByMkdir(build, command)) {
        found.push({
          at,
          message: 'What is put into this directory stays in the image: nothing behind it in this RUN removes it.',
          ...minorUnlessShipped(build, settings, command.script.instruction),
          fix() {
            if (path === undefined) return undefined;
            const removal = `rm -rf ${path}`;
            const edits =
              at === command ? appendCommand(build, command.script, removal) : appendLike(build, command, removal);
            return edits && { title: 'Remove the directory at the end of the RUN', edits };
          },
        });
      }
    }
    return found;
  },
};

interface Made {
  readonly at: ShellCommand | ShellWord;
  /** As the end of the script would name it; undefined where it has no name. */
  readonly path?: string;
}

/** `dir=$(mktemp -d)`, where later commands work in it and none removes it. */
function madeByMktemp(command: ShellCommand): readonly Made[] {
  const { arguments: words, script, start, end, nesting } = command;
  if (nesting !== 'substitution' || !words.some(({ value }) => /^(?:-[a-zA-Z]*d[a-zA-Z]*|--directory)$/.test(value)))
    return [];
  if (words.some(({ value }) => /^(?:-[a-zA-Z]*u|--dry-run)/.test(value))) return [];
  const name = variableAround(command);
  const behind = script.commands.filter((one) => one.start > end);
  if (behind.length === 0) return [];
  // `cd "$(mktemp -d)"`: whoever removes it then has no name for it but that of the directory.
  if (name === undefined) {
    const enters = script.commands.some((one) => one.name === 'cd' && one.start <= start && end <= one.end);
    const works = behind.some((one) => !REMOVERS.has(one.name ?? '') && one.name !== 'cd');
    return enters && works && !behind.some((one) => REMOVERS.has(one.name ?? '')) ? [{ at: command }] : [];
  }
  const uses = ({ words: all, redirects }: ShellCommand) =>
    all.some(({ variables }) => variables.includes(name)) ||
    redirects.some(({ target }) => target?.variables.includes(name));
  // gpg finds its key ring by the variable, whatever its words are.
  const isFilled =
    name === 'GNUPGHOME'
      ? behind.some((one) => one.name === 'gpg')
      : behind.some((one) => uses(one) && !REMOVERS.has(one.name ?? ''));
  const isRemoved = script.commands.some((one) => {
    const isTrap =
      one.name === 'trap' && one.arguments.some(({ value, text }) => /\brm\b/.test(value) && text.includes(name));
    return isTrap || (one.start > start && REMOVERS.has(one.name ?? '') && uses(one));
  });
  return isFilled && !isRemoved ? [{ at: command, path: `"$${name}"` }] : [];
}

const REMOVERS = new Set(['rm', 'rmdir', 'mv', 'find']);

/** The variable whose value a substitution is. */
function variableAround({ script, start, end }: ShellCommand): string | undefined {
  for (const { assignments, arguments: words, name, nameWord } of script.commands) {
    const own = nameWord ? undefined : assignments.find((one) => one.start <= start && end <= one.end);
    if (own) return own.name;
    if (name !== 'export' && name !== 'local' && name !== 'readonly') continue;
    const word = words.find((one) => one.start <= start && end <= one.end);
    const found = word && /^([A-Za-z_]\w*)=/.exec(word.value)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `mkdir /tmp/x`, where later commands name it and none removes it. */
function madeByMkdir(build: Build, command: ShellCommand): readonly Made[] {
  const { script, arguments: words, end, quotedBy, nesting } = command;
  const run = script.instruction;
  if (quotedBy || nesting === 'function' || nesting === 'substitution') return [];
  return words.flatMap((word) => {
    if (!word.literal || !word.value.startsWith('/') || !word.value.includes('tmp/')) return [];
    const path = word.value.replace(/\/+$/, '');
    if (!/^\/(?:var\/)?tmp\/[\w./+-]+$/.test(path) || isMountedAt(build, run, path)) return [];
    const behind = script.commands.filter((one) => one.start > end);
    const names = (one: ShellCommand) =>
      [...one.words, ...one.redirects.flatMap(({ target }) => target ?? [])].some(({ value }) => isNamed(value, path));
    const isFilled = behind.some((one) => names(one) && !IDLE.has(one.name ?? ''));
    const isRemoved = behind.some(
      (one) => empties(one, path) || (one.name === 'mv' && names(one)) || clearsInside(one, path, behind),
    );
    // What something else names is there for it.
    const { text } = build.source;
    const isUsed = isNamed(text.slice(run.end), path) || isNamed(text.slice(0, run.start), path);
    return isFilled && !isRemoved && !isUsed ? [{ at: word, path }] : [];
  });
}

const IDLE = new Set(['rm', 'rmdir', 'chmod', 'chown', 'mkdir', 'ls', 'test', '[']);

function isNamed(text: string, path: string): boolean {
  const at = text.indexOf(path);
  return at !== -1 && !/[\w.-]/.test(text[at + path.length] ?? '');
}

/** `cd /tmp && rm -rf x`. */
function clearsInside({ name, arguments: words }: ShellCommand, path: string, all: readonly ShellCommand[]): boolean {
  if (name !== 'rm') return false;
  const last = path.slice(path.lastIndexOf('/') + 1);
  const goesThere = all.some((one) => one.name === 'cd' || one.name === 'popd');
  return (
    goesThere &&
    words.some(({ value }) => value.replace(/\/+$/, '').endsWith(last) || value === '*' || value === '${OLDPWD}')
  );
}
