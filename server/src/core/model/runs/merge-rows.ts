import { type Edit, insert } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import type { ShellScript } from '../shell/shell-command';
import { findObstacle, type Joined, joinBodies, joinScripts, whyNotJoined } from './join-scripts';
import { hoistIgnores, joinHeredocs, joinLines } from './joined-runs';
import { findRepeats } from './repeated-steps';
import { type SharedFlags, shareFlags } from './run-flags';

/** RUNs that become one, and why the row goes on without the next. */
export interface Row {
  readonly scripts: readonly ShellScript[];
  readonly cut?: string;
}

/** Cuts a row where two neighbours can't be one. */
export function cutRow(build: Build, row: readonly ShellScript[]): Row[] {
  const rows: Row[] = [];
  let current: ShellScript[] = [];
  for (const script of row) {
    const obstacle = current.length === 0 ? undefined : findRefusal(build, current, script);
    if (obstacle !== undefined) {
      rows.push({ scripts: current, cut: obstacle });
      current = [];
    }
    current.push(script);
  }
  rows.push({ scripts: current });
  return rows;
}

/** Why a RUN can't be one with those above it, which can be one: of several, none has an obstacle of its own. */
function findRefusal(build: Build, above: readonly ShellScript[], script: ShellScript): string | undefined {
  const first = above[0]!;
  const obstacle = (above.length === 1 ? findObstacle(build, first) : undefined) ?? findObstacle(build, script);
  if (obstacle !== undefined) return obstacle;
  if (script.form !== first.form)
    return `Only one of line ${lineOf(build, first.instruction)} and line ${lineOf(build, script.instruction)} is a here-document.`;
  const scripts = [...above, script];
  const bodies = first.form === 'heredoc' ? findBodyObstacle(build, scripts) : undefined;
  if (bodies !== undefined) return bodies;
  const flags = share(build, scripts);
  if ('because' in flags) return flags.because;
  if (first.form !== 'heredoc') return whyNotJoined(build, scripts);
  const joined = joinBodies(build, scripts);
  return 'because' in joined ? joined.because : undefined;
}

function share(build: Build, scripts: readonly ShellScript[]): SharedFlags {
  return shareFlags(
    build,
    scripts.map(({ instruction }) => instruction),
    (run) => lineOf(build, run),
  );
}

function join(build: Build, scripts: readonly ShellScript[]): Joined {
  return scripts[0]!.form === 'heredoc' ? joinBodies(build, scripts) : joinScripts(build, scripts);
}

function findBodyObstacle(build: Build, scripts: readonly ShellScript[]): string | undefined {
  const { text } = build.source;
  const { name, chomp } = scripts[0]!.heredoc!;
  for (const { heredoc, instruction } of scripts) {
    const line = lineOf(build, instruction);
    const body = text.slice(heredoc!.body.start, heredoc!.body.end);
    if (!heredoc!.terminator) return `The here-document of line ${line} is never closed.`;
    if (body.startsWith('#!'))
      return `The here-document of line ${line} is run by the program that its first line names.`;
    if (heredoc!.chomp !== chomp) return `Only some of the here-documents drop their tabs.`;
    if (body.split(/\r?\n/).some((one) => one.trimStart() === name))
      return `Line ${line} has "${name}" on a line of its own.`;
  }
  return undefined;
}

/** The edits that make one RUN of a row that `cutRow` has cut. */
export function mergeRow(build: Build, scripts: readonly ShellScript[]): { edits: Edit[]; notes: readonly string[] } {
  const flags = share(build, scripts);
  const joined = join(build, scripts);
  if ('because' in flags || 'because' in joined) return { edits: [], notes: [] };
  const { text } = build.source;
  const first = scripts[0]!.instruction;
  const behindFlags = first.flags.at(-1)?.end ?? first.keywordSpan.end;
  const added = flags.added.map(({ flag }) => ` ${text.slice(flag.start, flag.end)}`).join('');
  const bodies = scripts[0]!.form === 'heredoc';
  const repeats = bodies ? undefined : findRepeats(build, scripts);
  return {
    edits: [
      ...(added ? [insert(behindFlags, added)] : []),
      ...hoistIgnores(build, scripts),
      ...(repeats
        ? joinLines(build, scripts, joined.brackets, repeats)
        : joinHeredocs(build, scripts, joined.brackets)),
    ],
    notes: [
      ...joined.notes,
      ...(repeats?.notes ?? []),
      ...flags.added.map(({ target }) => `The cache at ${target} now serves all of them.`),
    ],
  };
}

function lineOf({ source }: Build, { start }: Span): number {
  return lineAt(source, start) + 1;
}
