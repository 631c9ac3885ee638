import { type Edit, replace } from '../../text/edit';
import type { Build } from '../build-types';
import type { PackageInstall } from '../installs/install';
import { findManifests, type ManifestCopy } from '../installs/manifests';
import { addsToManifest } from '../installs/separable';
import type { CommandFacts } from '../multi-stage/runs';
import type { ShellScript } from '../shell/shell-command';
import { blockOf, blockText, endsOpen, insertBefore, insertBehind, lineNumber } from '../syntax/blocks';
import type { RunInstruction } from '../syntax/instruction';
import { type CacheOrder, type Misplaced, readCacheOrder } from './cache-order';
import { type CopiedItem, directoryAt } from './copied';
import { copyStart, takeOut } from './copy-edits';
import type { Move } from './copy-moves';
import { type Moved, Passages } from './passages';
import { type Place, placeText } from './places';

/**
 * How to give an installation its manifests alone and bring the rest of the sources behind it; undefined where that can't be
 * done without a look at the project.
 */
export function planManifestMove(build: Build, misplaced: Misplaced): Move | undefined {
  const order = readCacheOrder(build);
  const [{ run, command, use }] = misplaced.victims;
  const { instruction } = misplaced.copied;
  if (run.stage !== instruction.stage || use.touching.length > 0 || misplaced.items.length !== 1) return undefined;
  // What is written into the manifest would be lost, once the manifest is copied again with the rest.
  if (order.runs.facts(run)?.commands.some(writesManifest)) return undefined;
  const members = passTo(build, order, misplaced, run);
  if (!members) return undefined;
  const script = build.scripts.find((one) => one.instruction === run);
  const manifests = manifestLines(build, order, misplaced, command);
  if (!script || manifests === undefined) return undefined;
  const { source } = build;
  const taken = takeOut(build, members, run);
  if (!taken || endsOpen(source, run)) return undefined;
  const edits: Edit[] = [...taken.edits];
  const sources = taken.lines;
  const sourceless = command.install!.needsSources ? sourcelessFlags(command.install!) : '';
  if (sourceless !== '') {
    // What needs the sources is made up for by the same command behind them, which finds the packages installed.
    const first = withFlags(build, script, run, command, sourceless);
    if (first === undefined) return undefined;
    edits.push(insertBefore(source, run, manifests + first + sources));
  } else if (use.usedAfterManifest) {
    const split = splitBehind(build, script, run, command, sources);
    if (!split) return undefined;
    edits.push(insertBefore(source, run, manifests), split);
  } else {
    if (manifests !== '') edits.push(insertBefore(source, run, manifests));
    edits.push(insertBehind(source, run, sources));
  }
  const what = members.length > 1 ? `${members.length} instructions` : `the ${instruction.keyword}`;
  const line = lineNumber(source, run);
  const title =
    manifests === ''
      ? `Move ${what} below the installation in line ${line}`
      : `Copy the manifests first, and ${instruction.keyword === 'ADD' ? 'add' : 'copy'} the rest below the installation in line ${line}`;
  return { title, edits, safety: 'unsafe' };
}

function writesManifest({ command, install }: CommandFacts): boolean {
  if (install) return !install.fromManifest && addsToManifest(install);
  const [verb] = command.arguments;
  return command.name === 'npm' && /^(?:version|pkg|init|set-script|uninstall|remove|rm)$/.test(verb?.value ?? '');
}

/** What moves down to the RUN, if nothing between is in the way. */
function passTo(
  build: Build,
  order: CacheOrder,
  { copied, items }: Misplaced,
  run: RunInstruction,
): Moved[] | undefined {
  const passages = new Passages(build, order);
  const members: Moved[] = [{ copied, items }];
  for (const instruction of build.stages[run.stage]!.instructions) {
    if (instruction.index <= copied.instruction.index || instruction.index >= run.index) continue;
    const passage = passages.cross(members, instruction);
    if (passage === 'blocked') return undefined;
    if (typeof passage === 'object') members.push(passage);
  }
  return members;
}

/** The COPYs of manifests to write above the RUN: none where they are there already; undefined where they can't be told. */
function manifestLines(
  build: Build,
  order: CacheOrder,
  { copied, items }: Misplaced,
  command: CommandFacts,
): string | undefined {
  const { source } = build;
  const { instruction } = copied;
  const item = items[0]!;
  const found = findManifests(build, item, command);
  // With --parents the destination means something else for a longer path.
  if (!found || /[\s"'[]/.test(item.word.text) || instruction.flags.some(({ name }) => name === 'parents'))
    return undefined;
  const others = [...order.copies()].filter(
    (other) =>
      other !== copied &&
      other.instruction.stage === instruction.stage &&
      other.instruction.index < command.command.script.instruction.index,
  );
  const given = others.flatMap((other) => other.items.filter(({ tree }) => !tree));
  if (found.main.every((place) => given.some((one) => placeText(one.place) === placeText(place)))) return '';
  const start = copyStart(source, instruction);
  const here = directoryAt(build, command.command.script.instruction.index);
  return found.copies.map((copy) => `${start}${copyText(copy, item, here)}${source.newline}`).join('');
}

function copyText({ sources, directory }: ManifestCopy, { word }: CopiedItem, here: Place): string {
  const base = word.value.replace(/\/?(?:\.|\*{1,2})?\/?$/, '').replace(/^\.\//, '');
  const prefix = base === '' || base === '.' ? (word.value.startsWith('/') ? '/' : '') : `${base}/`;
  const destination = placeText(directory) === placeText(here) ? './' : `${placeText(directory).replace(/\/$/, '')}/`;
  return `${sources.map((source) => prefix + source).join(' ')} ${destination}`;
}

/** The flags with which an installation does without the sources, with a blank in front of each. */
function sourcelessFlags({ manager, verbName }: PackageInstall): string {
  const flags = manager.verbs.find(({ name }) => name === verbName)?.sourcelessFlags ?? [];
  // Composer runs scripts and writes an autoloader: both need the sources. Elsewhere one flag says it all.
  return (manager.id === 'composer' ? flags : flags.slice(0, 1)).map((flag) => ` ${flag}`).join('');
}

/** The RUN again, its installation with more flags; undefined unless the installation is all that it does. */
function withFlags(
  { source }: Build,
  script: ShellScript,
  run: RunInstruction,
  { install }: CommandFacts,
  flags: string,
): string | undefined {
  const verb = install!.verb;
  if (script.form !== 'shell' || script.statements.length !== 1 || !verb || run.heredocs.length > 0) return undefined;
  if (script.statements[0]!.kind !== 'command' || install!.command.quotedBy) return undefined;
  const block = blockOf(source, run);
  const text = blockText(source, block);
  const at = verb.end - block.start;
  return text.slice(0, at) + flags + text.slice(at);
}

/** Ends the RUN behind the installation, puts the sources there, and goes on with a RUN of its own. */
function splitBehind(
  { source }: Build,
  script: ShellScript,
  run: RunInstruction,
  { command }: CommandFacts,
  lines: string,
): Edit | undefined {
  const { statements } = script;
  const last = statements[command.statement];
  const next = statements[command.statement + 1];
  if (script.form !== 'shell' || run.heredocs.length > 0 || !last || next?.before !== '&&') return undefined;
  if (last.kind !== 'command') return undefined;
  const before = statements.slice(0, command.statement + 1);
  const behind = statements.slice(command.statement + 1);
  if ([...before, ...behind].some((one, index) => index > 0 && one.before !== '&&')) return undefined;
  if (run.inner.some(({ start }) => start > last.end && start < next.start)) return undefined;
  // A variable or option that is set for both halves would be lost to the second.
  const prefix: string[] = [];
  for (const statement of before.slice(0, -1)) {
    const [only] = statement.commands;
    if (only?.name === 'cd' || (only?.name === 'set' && statement.kind === 'command')) {
      prefix.push(`${source.text.slice(statement.start, statement.end)} && `);
    } else if (!only?.name || /^(?:export|alias|source|\.|shopt|umask|ulimit|eval)$/.test(only.name)) return undefined;
  }
  const start = source.text.slice(blockOf(source, run, true).start, script.span.start);
  return replace({ start: last.end, end: next.start }, source.newline + lines + start + prefix.join(''));
}
