import type { Artefact, Plan } from '../../knowledge/ecosystem';
import { applyEdits, type Edit, insert, replace } from '../../text/edit';
import { covers } from '../../text/span';
import type { Build, Stage } from '../build-types';
import { readRunLayout } from '../runs/run-layout';
import type { ShellCommand } from '../shell/shell-command';
import { removeWords } from '../shell/shell-edits';
import { blockAt, blockOf, blockText, insertBefore, insertBehind, removeBlock } from '../syntax/blocks';
import type { Instruction } from '../syntax/instruction';
import type { StageProject } from './project';
import type { Moved } from './stage-sorting';
import type { StageSplit } from './stage-split';

/** What has been found out about a stage. */
export interface SplitStage {
  readonly stage: Stage;
  readonly project: StageProject;
  readonly plan: Plan;
  readonly split: StageSplit;
  readonly names: StageNames;
}

/** What the two stages are called. */
export interface StageNames {
  readonly builder: string;
  /** A name of the author's that is the image's, not the build's. */
  readonly runtime?: string;
}

/** Names that people give to the stage that builds. */
const BUILDER =
  /^(?:build|builder|building|compile|compiler|compilation|deps|dependencies|install|installer|base|sdk|assets)(?:$|[-_.\d])/;

/** Names the stages: the author's own name goes to the stage that it speaks of. */
export function nameStages({ stages }: Build, { name, from }: Stage): StageNames {
  if (name !== undefined && BUILDER.test(name)) return { builder: from.alias!.value };
  const taken = new Set(stages.flatMap((one) => one.name ?? []));
  const builder =
    ['build', 'builder', 'build-stage', 'builder-stage'].find((one) => !taken.has(one)) ?? 'layerwise-build';
  return { builder, ...(from.alias ? { runtime: from.alias.value } : {}) };
}

/** The edits that split a stage in two. */
export function writeStages(build: Build, one: SplitStage): Edit[] {
  const { source } = build;
  const { stage, project, plan, split, names } = one;
  const { alias, imageWord } = stage.from;
  const keyword = keywordCase(build, stage);
  const edits: Edit[] = [];
  if (!alias) edits.push(insert(imageWord.end, ` ${keyword('AS')} ${names.builder}`));
  else if (alias.value !== names.builder) edits.push(replace(alias, names.builder));
  edits.push(...changeCommands(build, one, keyword));
  const gone = [...split.moved.filter(({ both }) => !both).map(({ instruction }) => instruction), ...split.dropped];
  edits.push(...removeInstructions(build, gone));
  edits.push(...split.substitutions.filter(({ start }) => start > split.boundary.end));
  const lines = [
    ...(plan.finally ?? []).map(({ command, directory }) => {
      const there = project.directoryAt(split.boundary) === directory;
      return `${keyword('RUN')} ${there ? command : `cd ${directory} && ${command}`}`;
    }),
    '',
    ...runtimeStage(build, one, keyword),
  ];
  const inserted = lines.map((line) => line + source.newline).join('');
  edits.push(insertBehind(source, split.boundary, inserted));
  return edits;
}

type Keyword = (word: string) => string;

/** What an ecosystem has otherwise in the builder: assignments in front of commands, other words, instructions in between. */
function changeCommands({ source }: Build, { project, plan }: SplitStage, keyword: Keyword): Edit[] {
  const edits: Edit[] = [];
  for (const [step, text] of plan.prefixes ?? []) {
    const { command } = project.commandOf.get(step)!;
    // Exec form has no shell that would understand an assignment.
    if (command.script.form !== 'exec') edits.push(insert(command.start, text));
    else
      edits.push(insertBefore(source, command.script.instruction, `${keyword('ENV')} ${text.trim()}${source.newline}`));
  }
  for (const [step, lines] of plan.before ?? []) {
    const { instruction } = project.commandOf.get(step)!.command.script;
    const written = lines.map((line) => line.replace(/^\w+/, keyword) + source.newline);
    edits.push(insertBefore(source, instruction, written.join('')));
  }
  for (const [step, changes] of plan.changes ?? []) {
    const { command } = project.commandOf.get(step)!;
    for (const { argument, text } of changes) edits.push(...changeWord(source, command, argument, text));
  }
  return edits;
}

function changeWord(
  source: Build['source'],
  command: ShellCommand,
  argument: number,
  text: string | undefined,
): readonly Edit[] {
  const word = argument === -1 ? command.nameWord! : command.arguments[argument]!;
  if (text === undefined) return removeWords(source, command, [word]) ?? [];
  // In exec form each word is a string of its own.
  return [replace(word, command.script.form === 'exec' ? text.split(' ').join('", "') : text)];
}

/** Instructions with the comments above them; neighbours go as one, so that the blank lines around them are seen. */
function removeInstructions({ source }: Build, instructions: readonly Instruction[]): Edit[] {
  const blocks = instructions.map((instruction) => blockOf(source, instruction)).sort((a, b) => a.start - b.start);
  const edits: Edit[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const { start } = blocks[at]!;
    while (blocks[at + 1] && isBlank(source.text.slice(blocks[at]!.end, blocks[at + 1]!.start))) at++;
    edits.push(removeBlock(source, blockAt(source, start, blocks[at]!.end)));
  }
  return edits;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Keywords in the case of the file's FROM. */
function keywordCase({ source: { text } }: Build, { from }: Stage): (word: string) => string {
  const lower = text.slice(from.keywordSpan.start, from.keywordSpan.end) === 'from';
  return (word) => (lower ? word.toLowerCase() : word);
}

const BEFORE_FILES = new Set(['ARG', 'ENV', 'LABEL', 'MAINTAINER', 'SHELL']);

/** The lines of the runtime stage up to what the author has behind the boundary. */
function runtimeStage(build: Build, { stage, plan, split, names }: SplitStage, keyword: Keyword): string[] {
  const { text } = build.source;
  const flags = stage.from.flags.map((flag) => `${text.slice(flag.start, flag.end)} `).join('');
  const comesFirst = ({ instruction, early }: Moved) => BEFORE_FILES.has(instruction.keyword) || early;
  const copyFrom = ({ from, to }: Artefact) => {
    const owner = split.ownerOf(from);
    return `${keyword('COPY')} --from=${names.builder} ${owner === undefined ? '' : `--chown=${owner} `}${from} ${to}`;
  };
  const first = split.moved.filter(comesFirst);
  const owned = split.workdir !== undefined && split.ownerOf(split.workdir) !== undefined;
  const workdir = split.workdir === undefined ? [] : [`${keyword('WORKDIR')} ${split.workdir}`];
  const copy = (moved: readonly Moved[]) =>
    moved.flatMap((one) => [
      ...(one.directory === undefined ? [] : [`${keyword('WORKDIR')} ${one.directory}`]),
      movedText(build, one, split),
    ]);
  const install = split.packages.length > 0 ? [installText(build, split, keyword)] : [];
  // A command that makes users has to be there before the author's RUN calls it.
  const early = split.packages.includes('adduser');
  const settings = first.filter(({ instruction }) => BEFORE_FILES.has(instruction.keyword));
  const setup = first.filter((one) => !settings.includes(one) && one.instruction.keyword !== 'USER');
  return [
    `${keyword('FROM')} ${flags}${split.runtime.image}${names.runtime === undefined ? '' : ` ${keyword('AS')} ${names.runtime}`}`,
    ...environmentLines(plan, keyword),
    ...(early || plan.prepares
      ? [...copy(settings), ...(plan.prepares ?? []).map((line) => line.replace(/^\w+/, keyword))]
      : []),
    ...(early ? install : []),
    ...copy(early || plan.prepares ? setup : first.filter(({ instruction }) => instruction.keyword !== 'USER')),
    ...(early ? [] : install),
    ...copy(first.filter(({ instruction }) => instruction.keyword === 'USER')),
    // COPY gives a directory that it makes to the owner of its files, WORKDIR to the user in force.
    ...(owned ? [] : workdir),
    ...split.artefacts.map(copyFrom),
    ...(owned ? workdir : []),
    ...split.owners.map((command) => `${keyword('RUN')} ${command}`),
    ...(plan.serves ? [writeFileText(build, plan.serves, keyword)] : []),
    ...copy(split.moved.filter((one) => !comesFirst(one))),
  ];
}

function environmentLines({ environment = {} }: Plan, keyword: Keyword): string[] {
  const pairs = Object.entries(environment).map(
    ([name, value]) => `${name}=${/[\s"']/.test(value) ? JSON.stringify(value) : value}`,
  );
  return pairs.length === 0 ? [] : [`${keyword('ENV')} ${pairs.join(' ')}`];
}

/** An instruction and its comments as the runtime stage has them. */
function movedText(build: Build, { instruction, changes }: Moved, { substitutions }: StageSplit): string {
  const { source } = build;
  const block = blockOf(source, instruction);
  const edits = [...changes, ...substitutions.filter((edit) => covers(instruction, edit))].map(
    ({ start, end, text }) => ({
      start: start - block.start,
      end: end - block.start,
      text,
    }),
  );
  const text = applyEdits(blockText(source, block), edits);
  return text.slice(0, text.length - (text.endsWith('\r\n') ? 2 : 1));
}

/** An installation of packages that no line of the author's brings to the runtime stage. */
function installText(build: Build, { packages, runtime }: StageSplit, keyword: Keyword): string {
  const list = [...new Set(packages)].sort().join(' ');
  if (runtime.distro === 'alpine') return `${keyword('RUN')} apk add --no-cache ${list}`;
  const { operators, indent } = readRunLayout(build, build.scripts);
  // Debian's packages of Java link their manual pages into a directory that slim images lack, and fail without it.
  const manuals = /(?:^|\s)(?:openjdk-\d+|default)-jre/.test(list) && runtime.image.endsWith('-slim');
  // That of the time zones asks where one is.
  const asks = /(?:^|\s)tzdata(?:\s|$)/.test(list) ? 'DEBIAN_FRONTEND=noninteractive ' : '';
  const parts = [
    ...(manuals ? ['mkdir -p /usr/share/man/man1'] : []),
    'apt-get update',
    `${asks}apt-get install -y --no-install-recommends ${list}`,
    'rm -rf /var/lib/apt/lists/*',
  ];
  const { escape, source } = build;
  const joint =
    operators === 'trailing' ? ` && ${escape}${source.newline}${indent}` : ` ${escape}${source.newline}${indent}&& `;
  return `${keyword('RUN')} ${parts.join(joint)}`;
}

/** A RUN that writes a file, line by line. */
function writeFileText(
  { escape, source }: Build,
  { file, lines }: NonNullable<Plan['serves']>,
  keyword: Keyword,
): string {
  const joint = ` ${escape}${source.newline}    `;
  return `${keyword('RUN')} ${["printf '%s\\n'", ...lines.map((line) => `'${line}'`)].join(joint)}${joint}> ${file}`;
}
