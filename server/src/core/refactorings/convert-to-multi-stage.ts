import { readBaseImage } from '../knowledge/base-images';
import type { Artefact, Ecosystem, Plan } from '../knowledge/ecosystem';
import { ecosystems } from '../knowledge/ecosystems/index';
import { readBuild } from '../model/build';
import type { Build, Stage } from '../model/build-types';
import { readProject, type StageProject } from '../model/multi-stage/project';
import { Runs } from '../model/multi-stage/runs';
import type { Moved } from '../model/multi-stage/stage-sorting';
import { type StageSplit, splitStage } from '../model/multi-stage/stage-split';
import { oncePerBuild } from '../model/once-per-build';
import { readRunLayout } from '../model/runs/run-layout';
import { readContainerStart } from '../model/stages/container-start';
import {
  blockAt,
  blockOf,
  blockText,
  insertBefore,
  insertBehind,
  lineNumber,
  removeBlock,
} from '../model/syntax/blocks';
import type { Instruction } from '../model/syntax/instruction';
import { dockerfile } from '../text/dockerfile';
import { applyEdits, type Edit, insert } from '../text/edit';
import { covers } from '../text/span';
import type { Refactoring, Refusal, Rewrite } from './refactoring';

export const convertToMultiStage: Refactoring = {
  id: 'convert-to-multi-stage',
  aliases: ['multi-stage'],
  title: 'Convert to multi-stage',
  kind: 'rewrite',
  summary:
    'Splits a single-stage build in two: the stage that builds keeps the tools, and the image that ships gets what was built. It moves ' +
    'the lines that are there, and refuses where a file alone does not tell what the container needs.',
  examples: [
    {
      before: dockerfile`
        FROM golang:1.22<|>
        WORKDIR /src
        COPY . .
        ENV PORT=8080
        RUN CGO_ENABLED=0 go build -o /bin/server ./cmd/server
        EXPOSE 8080
        CMD ["/bin/server"]
      `,
      after: dockerfile`
        FROM golang:1.22 AS build
        WORKDIR /src
        COPY . .
        RUN CGO_ENABLED=0 go build -o /bin/server ./cmd/server

        FROM gcr.io/distroless/static-debian12
        ENV PORT=8080
        WORKDIR /src
        COPY --from=build /bin/server /bin/server
        EXPOSE 8080
        CMD ["/bin/server"]
      `,
    },
    {
      before: dockerfile`
        FROM golang:1.22<|>
        WORKDIR /src
        COPY . .
        CMD ["go", "run", "."]
      `,
      refusal: 'The container runs go, which needs the Go toolchain.',
    },
  ],

  apply: (build) => conversionOf(build),
};

/** The answer is the same at every place of a file, and the command line asks at several. */
const conversionOf = oncePerBuild((build): Rewrite | Refusal | undefined => {
  const stage = build.stages[0];
  return stage && convert(build, stage);
});

function convert(build: Build, stage: Stage): Rewrite | Refusal {
  const obstacle = findObstacle(build, stage);
  if (obstacle !== undefined) return { because: obstacle };
  const runs = new Runs(build);
  for (const ecosystem of ecosystems) {
    const project = readProject(build, stage, runs, ecosystem);
    if (!ecosystem.recognises(project)) continue;
    if (project.start.programs.length === 0) return { because: 'No CMD or ENTRYPOINT says what the container runs.' };
    const plan = ecosystem.plan(project);
    if ('because' in plan) return plan;
    const split = splitStage(build, stage, project, plan, ecosystem, runs);
    if ('because' in split) return split;
    return write(build, stage, { ecosystem, project, plan, split });
  }
  const titles = ecosystems.map(({ title }) => title).join(' and ');
  return { because: `No build of a project is found here; ${titles} are known.` };
}

/** Names of stages and tags that people give to images for developers and for tests. */
const NOT_SHIPPED = /^(?:dev|devel|development|develop|test|tests|testing|ci|lint|debug|e2e)(?:$|[-_.])/;

/** What no ecosystem can do anything about. */
function findObstacle(build: Build, stage: Stage): string | undefined {
  const { stages, instructions, context } = build;
  if (stages.length > 1) return `The file has ${stages.length} stages already.`;
  if (stage.os === 'windows') return 'The image is for Windows.';
  if (build.problems.length > 0) return `The file can't be read without doubt: ${build.problems[0]!.message}`;
  const unknown = instructions.find(({ keyword }) => keyword === 'UNKNOWN');
  if (unknown) return `Line ${lineNumber(build.source, unknown)} is no instruction.`;
  const onbuild = instructions.find(({ keyword }) => keyword === 'ONBUILD');
  if (onbuild) return `ONBUILD on line ${lineNumber(build.source, onbuild)} is for images that are built on this one.`;
  if (stage.name !== undefined && NOT_SHIPPED.test(stage.name))
    return `The stage ${stage.name} is not for shipping, by its name.`;
  if (!stage.baseKnown) return 'The base image is a variable without a default.';
  const { family, variant } = readBaseImage(stage.base);
  if (/devcontainers?\//.test(stage.base)) return 'The image is a development container.';
  if (variant?.split('-').includes('onbuild')) return 'The base image brings instructions of its own (ONBUILD).';
  if (family === undefined) return `What ${stage.base} is made of is not known.`;
  const target = stage.name === undefined ? undefined : findTarget(stage.name, context);
  return target && `${target} builds the stage ${stage.name} by its name.`;
}

/** A Compose or Bake file that builds a stage by its name. */
function findTarget(name: string, context: Build['context']): string | undefined {
  const files = [
    'compose.yaml',
    'compose.yml',
    'docker-compose.yml',
    'docker-compose.yaml',
    'docker-bake.hcl',
    'docker-bake.json',
  ];
  const target = new RegExp(`target"?\\s*[:=]\\s*["']?${name}["']?\\s*(?:#|,|$)`, 'im');
  return files.find((file) => target.test(context?.read(file) ?? ''));
}

/** What has been found out about a stage. */
interface Conversion {
  readonly ecosystem: Ecosystem;
  readonly project: StageProject;
  readonly plan: Plan;
  readonly split: StageSplit;
}

/** Writes the split file, reads it again, and takes it back when the container would be another one. */
function write(build: Build, stage: Stage, { ecosystem, project, plan, split }: Conversion): Rewrite | Refusal {
  const { source } = build;
  const { alias, imageWord } = stage.from;
  const name = alias?.value ?? 'build';
  const keyword = keywordCase(build, stage);
  const edits: Edit[] = alias ? [] : [insert(imageWord.end, ` ${keyword('AS')} ${name}`)];
  for (const [step, text] of plan.prefixes ?? []) {
    const { command } = project.commandOf.get(step)!;
    // Exec form has no shell that would understand an assignment.
    if (command.script.form !== 'exec') edits.push(insert(command.start, text));
    else
      edits.push(insertBefore(source, command.script.instruction, `${keyword('ENV')} ${text.trim()}${source.newline}`));
  }
  const gone = [...split.moved.filter(({ both }) => !both).map(({ instruction }) => instruction), ...split.dropped];
  edits.push(...removeInstructions(build, gone));
  edits.push(...split.substitutions.filter(({ start }) => start > split.boundary.end));

  const lines = [
    ...(plan.finally ?? []).map(({ command, directory }) => {
      const there = project.directoryAt(split.boundary) === directory;
      return `${keyword('RUN')} ${there ? command : `cd ${directory} && ${command}`}`;
    }),
    '',
    ...runtimeStage(build, stage, plan, split, name, keyword),
  ];
  const inserted = lines.map((line) => line + source.newline).join('');
  edits.push(insertBehind(source, split.boundary, inserted));
  const after = readBuild(applyEdits(source.text, edits), build.context, build.builder);
  const doubt = findDoubt(build, after, ecosystem, plan, split);
  if (doubt !== undefined) return { because: doubt };
  return { edits, notes: notesOf(build, plan, split, name), safety: 'unsafe' };
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
function runtimeStage(
  build: Build,
  stage: Stage,
  plan: Plan,
  split: StageSplit,
  name: string,
  keyword: (word: string) => string,
): string[] {
  const { text } = build.source;
  const flags = stage.from.flags.map((flag) => `${text.slice(flag.start, flag.end)} `).join('');
  const comesFirst = ({ instruction, early }: Moved) => BEFORE_FILES.has(instruction.keyword) || early;
  const copyFrom = ({ from, to }: Artefact) => {
    const owner = split.ownerOf(from);
    return `${keyword('COPY')} --from=${name} ${owner === undefined ? '' : `--chown=${owner} `}${from} ${to}`;
  };
  const first = split.moved.filter(comesFirst);
  const owned = split.workdir !== undefined && split.ownerOf(split.workdir) !== undefined;
  const workdir = split.workdir === undefined ? [] : [`${keyword('WORKDIR')} ${split.workdir}`];
  const copy = (moved: readonly Moved[]) => moved.map((one) => movedText(build, one, split));
  return [
    `${keyword('FROM')} ${flags}${split.runtime.image}`,
    ...copy(first.filter(({ instruction }) => instruction.keyword !== 'USER')),
    ...(split.packages.length > 0 ? [installText(build, split, keyword)] : []),
    ...copy(first.filter(({ instruction }) => instruction.keyword === 'USER')),
    // COPY gives a directory that it makes to the owner of its files, WORKDIR to the user in force.
    ...(owned ? [] : workdir),
    ...split.artefacts.map(copyFrom),
    ...(owned ? workdir : []),
    ...(plan.serves ? [writeFileText(build, plan.serves, keyword)] : []),
    ...copy(split.moved.filter((one) => !comesFirst(one))),
  ];
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
function installText(build: Build, { packages, runtime }: StageSplit, keyword: (word: string) => string): string {
  const list = [...new Set(packages)].sort().join(' ');
  if (runtime.distro === 'alpine') return `${keyword('RUN')} apk add --no-cache ${list}`;
  const { operators, indent } = readRunLayout(build, build.scripts);
  const parts = ['apt-get update', `apt-get install -y --no-install-recommends ${list}`, 'rm -rf /var/lib/apt/lists/*'];
  const { escape, source } = build;
  const joint =
    operators === 'trailing' ? ` && ${escape}${source.newline}${indent}` : ` ${escape}${source.newline}${indent}&& `;
  return `${keyword('RUN')} ${parts.join(joint)}`;
}

/** A RUN that writes a file, line by line. */
function writeFileText(
  { escape, source }: Build,
  { file, lines }: NonNullable<Plan['serves']>,
  keyword: (word: string) => string,
): string {
  const joint = ` ${escape}${source.newline}    `;
  return `${keyword('RUN')} ${["printf '%s\\n'", ...lines.map((line) => `'${line}'`)].join(joint)}${joint}> ${file}`;
}

/** What the new file says otherwise about the container than it should; undefined when nothing. */
function findDoubt(
  before: Build,
  after: Build,
  ecosystem: Ecosystem,
  plan: Plan,
  split: StageSplit,
): string | undefined {
  const [builder, runtime] = after.stages;
  if (after.problems.length > before.problems.length || after.stages.length !== 2 || !builder || !runtime) {
    return 'The result could not be read.';
  }
  const copied = runtime.instructions.filter((one) => one.keyword === 'COPY' && one.from !== undefined);
  if (copied.length < split.artefacts.length) return 'The result does not copy what is built.';
  for (const keyword of SAME) {
    if (plan.serves && (keyword === 'CMD' || keyword === 'ENTRYPOINT')) continue;
    const wanted = textsOf(before, before.stages[0]!, keyword);
    const found = textsOf(after, runtime, keyword);
    const same =
      wanted.length === found.length &&
      (wanted.every((text, index) => text === found[index]) || split.substitutions.length > 0);
    if (!same) return `The result would lose ${keyword}.`;
  }
  const start = readContainerStart(after, runtime);
  if (plan.serves) return undefined;
  if (start.programs.length === 0) return 'The result would start nothing.';
  const userOf = (instructions: readonly Instruction[]) =>
    instructions.findLast(({ keyword }) => keyword === 'USER')?.words[0]?.value;
  if (userOf(before.stages[0]!.instructions) !== userOf(runtime.instructions))
    return 'The result would run as another user.';
  return findLostVariable(before, after, runtime, ecosystem);
}

/** A variable that the container, or an instruction of the runtime stage, would have another value of than before. */
function findLostVariable(before: Build, after: Build, runtime: Stage, ecosystem: Ecosystem): string | undefined {
  const known = new Map(
    before.instructions.flatMap((one) =>
      'pairs' in one && one.stage === 0 ? one.pairs.map(({ name }) => [name.value, one.keyword] as const) : [],
    ),
  );
  const own = new Set(
    runtime.instructions.flatMap((one) =>
      'pairs' in one && one.keyword !== 'LABEL' ? one.pairs.map(({ name }) => name.value) : [],
    ),
  );
  for (const [name, keyword] of known) {
    const isBuild = ecosystem.buildVariables.test(name) || name === 'PATH';
    if (keyword === 'ENV' && !own.has(name) && !isBuild) return `The result would lose the variable ${name}.`;
  }
  for (const instruction of after.instructions) {
    if (instruction.stage < 0) continue;
    const { scope } = after.states[instruction.index]!;
    const written = after.source.text.slice(instruction.start, instruction.end);
    const lost = [...known.keys()].find(
      (name) => reads(written, name) && !scope.lookup(name) && wasKnown(before, written, name),
    );
    if (lost) return `Line ${lineNumber(after.source, instruction)} of the result would read ${lost} without a value.`;
  }
  return undefined;
}

function reads(text: string, name: string): boolean {
  return new RegExp(`\\$\\{?${name}\\b`).test(text);
}

/** Whether the same text could read a variable in the file before. */
function wasKnown({ instructions, states, source }: Build, text: string, name: string): boolean {
  const same = instructions.find(({ start, end }) => source.text.slice(start, end) === text);
  return same === undefined || states[same.index]!.scope.lookup(name) !== undefined;
}

/** What a container has of its image's configuration, ENV and USER left to the sorting. */
const SAME = ['CMD', 'ENTRYPOINT', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'STOPSIGNAL', 'VOLUME'];

function textsOf({ source: { text } }: Build, { instructions }: Stage, keyword: string): string[] {
  return instructions.filter((one) => one.keyword === keyword).map(({ start, end }) => text.slice(start, end));
}

function notesOf({ source }: Build, plan: Plan, split: StageSplit, name: string): string[] {
  const { moved, dropped, artefacts, runtime } = split;
  const lines = (instructions: readonly Instruction[]) => {
    const numbers = instructions.map((instruction) => lineNumber(source, instruction));
    return `${numbers.length === 1 ? 'Line' : 'Lines'} ${numbers.join(', ')}`;
  };
  const gone = moved.filter(({ both }) => !both).map(({ instruction }) => instruction);
  const doubled = moved.filter(({ both }) => both).map(({ instruction }) => instruction);
  const verb = (count: number, one: string, many: string) => (count === 1 ? one : many);
  return [
    `The stage ${name} ends with line ${lineNumber(source, split.boundary)}, the last one that builds; what ships starts from ${runtime.image}.`,
    `It gets ${artefacts.map(({ from, to }) => (from === to ? from : `${from} as ${to}`)).join(', ')}.`,
    ...(gone.length > 0
      ? [`${lines(gone)} ${verb(gone.length, 'is', 'are')} about the container, not the build, and moved down.`]
      : []),
    ...(doubled.length > 0
      ? [
          `${lines(doubled)} ${verb(doubled.length, 'is', 'are')} in both stages, which both need ${verb(doubled.length, 'it', 'them')}.`,
        ]
      : []),
    ...(dropped.length > 0 ? [`${lines(dropped)} ${verb(dropped.length, 'is', 'are')} not needed any more.`] : []),
    ...split.notes,
    ...plan.notes,
  ];
}
