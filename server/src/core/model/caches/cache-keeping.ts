import { type Edit, insert, replace } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Build } from '../build-types';
import type { PackageInstall } from '../installs/install';
import { oncePerBuild } from '../once-per-build';
import type { ShellScript, ShellStatement, ShellWord } from '../shell/shell-command';
import type { Instruction, RunInstruction } from '../syntax/instruction';
import { fetchesOtherwise, findStatement } from './cache-cleanups';
import { isBasedOn, lookupVariable } from './cache-places';

/** How flags and commands that are added to a RUN are laid out. */
export interface Layout {
  /** What stands behind each flag: a blank, or a continuation and the indentation of the next line. */
  readonly behindFlag: string;
  /** Whether the RUN's commands start on a line of their own. */
  readonly broken: boolean;
}

/** Longer lines are broken up. */
const WIDTH = 120;

/** Lays a RUN out with more flags: on one line while it is short and was on one, else a line for each. */
export function layoutOf(
  { source, escape }: Build,
  run: RunInstruction,
  flags: readonly string[],
  more: boolean,
): Layout {
  const { text, newline, lineStarts } = source;
  const first = lineAt(source, run.start);
  const last = lineAt(source, run.body.end);
  const length = run.body.end - lineStarts[last]! + flags.join(' ').length + 1;
  if (first === last && flags.length === 1 && length <= WIDTH && !more) return { behindFlag: ' ', broken: false };
  const behind = (indent: string) => ({ behindFlag: ` ${escape}${newline}${indent}`, broken: true });
  const bodyLine = lineAt(source, run.body.start);
  if (bodyLine > first) return behind(text.slice(lineStarts[bodyLine], run.body.start));
  const own = `${text.slice(lineStarts[first], run.start)}    `;
  return behind((first === last ? undefined : indentOf(text.slice(lineStarts[first + 1], run.end))) ?? own);
}

/** Puts flags behind those that a RUN has; all of them on lines of their own when the layout is broken up. */
export function insertFlags({ source }: Build, run: RunInstruction, flags: readonly string[], layout: Layout): Edit {
  const { behindFlag, broken } = layout;
  const text = flags.map((flag) => flag + behindFlag).join('');
  const last = run.flags.at(-1);
  return last && broken && lineAt(source, last.end) === lineAt(source, run.body.start)
    ? replace({ start: last.end, end: run.body.start }, behindFlag + text)
    : insert(run.body.start, text);
}

/** The least indentation of continued lines; undefined where some are pulled out by operators in front of them. */
function indentOf(lines: string): string | undefined {
  let least: string | undefined;
  for (const line of lines.split('\n')) {
    const [, blanks = '', start] = /^([ \t]*)(\S?)/.exec(line) ?? [];
    if (!start || start === '#') continue;
    if ('&|;'.includes(start)) return undefined;
    if (least === undefined || blanks.length < least.length) least = blanks;
  }
  return least === '' ? undefined : least;
}

/** What a package manager needs beside a mount for it to keep anything. */
export interface Keeping {
  readonly edits: (layout: Layout) => readonly Edit[];
  /** Commands that go in front of the install, in the same RUN. */
  readonly commands: readonly string[];
  readonly notes: readonly string[];
  readonly changesImage: boolean;
}

/** Words by which a file shows that it has seen to the downloads itself. */
const MARKERS = {
  'docker-clean': /docker-clean/,
  'apk-link': /\/etc\/apk\/cache\b/,
  keepcache: /\bkeepcache\b/,
  'keep-packages': /^(?:modifyrepo|mr|--keep-packages)$|keepPackages/,
};
const ANY_MARKER = /docker-clean|\/etc\/apk\/cache|keepcache|keep-?packages|^(?:modifyrepo|mr)$/i;

/** Whether downloads are kept already, by what stands earlier in the stage or in the RUN itself. */
export function keepsDownloads(build: Build, install: PackageInstall): boolean {
  const { keeping } = install.manager;
  if (keeping === undefined) return true;
  if (keeping === 'copy-mode') {
    return (
      lookupVariable(build, install, 'UV_LINK_MODE') !== undefined ||
      install.flags.some(({ name }) => name === '--link-mode')
    );
  }
  const { index, stage } = install.instruction;
  return findMarks(build).some(
    ({ text, by }) => by.index <= index && MARKERS[keeping].test(text) && isBasedOn(build, stage, by.stage),
  );
}

interface Mark {
  readonly text: string;
  readonly by: Instruction;
}

/** Every word of a RUN, and every argument of a COPY, that is a marker. */
const findMarks = oncePerBuild((build): readonly Mark[] => {
  const found: Mark[] = [];
  for (const { script, words, redirects } of build.commands) {
    for (const { value } of words) if (ANY_MARKER.test(value)) found.push({ text: value, by: script.instruction });
    for (const { target } of redirects) {
      if (target && ANY_MARKER.test(target.value)) found.push({ text: target.value, by: script.instruction });
    }
  }
  for (const copy of build.instructions) {
    if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') continue;
    for (const { value } of copy.words) if (ANY_MARKER.test(value)) found.push({ text: value, by: copy });
  }
  return found;
});

/** What has to be added so that an install keeps its downloads; `head` is false where an earlier RUN gets what lasts. */
export function keepDownloads(
  build: Build,
  script: ShellScript,
  { installs, head }: { readonly installs: readonly PackageInstall[]; readonly head: boolean },
): Keeping | { readonly because: string } {
  const edits: Edit[] = [];
  const notes: string[] = [];
  const before: { readonly statement: ShellStatement; readonly text: string }[] = [];
  let changesImage = false;
  const done = new Set<string>();
  for (const install of installs) {
    const { keeping } = install.manager;
    if (!keeping) continue;
    const first = head && !done.has(keeping) && !keepsDownloads(build, install);
    done.add(keeping);
    switch (keeping) {
      case 'docker-clean':
        if (!first) break;
        edits.push(keepArchives(build, install));
        notes.push(
          'Debian and Ubuntu images delete package archives after each install (docker-clean); a RUN in front now tells apt to keep them.',
        );
        changesImage = true;
        break;
      case 'apk-link':
      case 'keep-packages': {
        if (keeping === 'apk-link' && !hasNoCache(install) && !fetchesOtherwise(install.command)) {
          if (!isExact(build, script, install.verb!)) return { because: QUOTED };
          edits.push(insert(install.verb!.end, ' --update-cache'));
        }
        if (!first) break;
        const statement = findStatement(script, install.command);
        if (!statement || statement.before === '||' || script.form === 'exec') {
          return { because: `${install.manager.title} does not stand where a command can be put in front of it.` };
        }
        const sudo = install.command.words[0]?.value === 'sudo' ? 'sudo ' : '';
        before.push({ statement, text: sudo + KEEPERS[keeping] });
        changesImage = true;
        break;
      }
      case 'keepcache':
        if (keepsDownloads(build, install)) break;
        if (!isExact(build, script, install.verb!)) return { because: QUOTED };
        edits.push(insert(install.verb!.end, ' --setopt=keepcache=1'));
        break;
      case 'copy-mode': {
        const { words, nameWord } = install.command;
        const plain = nameWord !== undefined && words[0] === nameWord && isExact(build, script, nameWord);
        if (plain && !keepsDownloads(build, install)) edits.push(insert(nameWord.start, 'UV_LINK_MODE=copy '));
        break;
      }
    }
  }
  return {
    edits: (layout) => [
      ...edits,
      ...before.map(({ statement, text }) => putBefore(build, script, statement, text, layout)),
    ],
    commands: before.map(({ text }) => text),
    notes,
    changesImage,
  };
}

/** The clean-up of that flag leaves one that fetches the index. */
function hasNoCache({ command }: PackageInstall): boolean {
  return command.arguments.some(({ value }) => value === '--no-cache');
}

const QUOTED = 'The install stands in a quoted script, where no flag can be put.';

const KEEPERS = {
  'apk-link': 'ln -sfn /var/cache/apk /etc/apk/cache',
  'keep-packages': 'zypper modifyrepo --keep-packages --all',
};

/** Whether a word stands in the document as the shell sees it, so that text can be put beside it. */
function isExact({ source }: Build, { form }: ShellScript, word: ShellWord): boolean {
  return form !== 'exec' && source.text.slice(word.start, word.end) === word.text;
}

/** A RUN that makes apt keep its archives, in front of an install's and of the comments that belong to it. */
export function keepArchives({ source, escape }: Build, { instruction: run, command }: PackageInstall): Edit {
  let at = run.start;
  for (const comment of [...run.leading].reverse()) {
    if (lineAt(source, comment.start) !== lineAt(source, at) - 1) break;
    at = comment.start;
  }
  const start = source.lineStarts[lineAt(source, at)]!;
  const { newline } = source;
  const setting = `echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";'`;
  const file = '/etc/apt/apt.conf.d/keep-cache';
  const sudo = command.words[0]?.value === 'sudo';
  return insert(
    start,
    `RUN ${sudo ? 'sudo ' : ''}rm -f /etc/apt/apt.conf.d/docker-clean && ${escape}${newline}` +
      `    ${setting} ${sudo ? `| sudo tee ${file}` : `> ${file}`}${newline}`,
  );
}

/** A command in front of a statement, in the way that the script joins its commands. */
function putBefore(
  { source, escape }: Build,
  script: ShellScript,
  statement: ShellStatement,
  text: string,
  { behindFlag, broken }: Layout,
): Edit {
  const lineStart = source.lineStarts[lineAt(source, statement.start)]!;
  const ahead = source.text.slice(lineStart, statement.start);
  if (script.form === 'heredoc') {
    return insert(statement.start, ahead.trim() === '' ? `${text}${source.newline}${ahead}` : `${text} && `);
  }
  if (statement === script.statements[0] && broken) return insert(statement.start, `${text} &&${behindFlag}`);
  if (ahead.trim() === '') return insert(statement.start, `${text} && ${escape}${source.newline}${ahead}`);
  if (ahead.trim() === '&&') return insert(statement.start, `${text} ${escape}${source.newline}${ahead}`);
  return insert(statement.start, `${text} && `);
}
