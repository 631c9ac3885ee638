import { lineAt } from '../../text/source';
import type { Build, Stage } from '../build-types';
import { isAround } from '../caches/cache-places';
import { readCopied } from '../order/copied';
import { placeIn, placeText } from '../order/places';
import type { CopyInstruction, Instruction, RunInstruction } from '../syntax/instruction';
import type { PackageInstall } from './install';
import type { MountedFile } from './manifest-mounts';

/** What becomes of files that are no longer copied. */
export interface Fates {
  /** Those that the image, or what is taken out of the stage, lacks then; the others are copied again, or nobody sees them. */
  readonly gone: readonly MountedFile[];
}

/** What becomes of files that a RUN alone gets to see; a reason where something else needs them. */
export function findFates(
  build: Build,
  run: RunInstruction,
  installs: readonly PackageInstall[],
  files: readonly MountedFile[],
): Fates | { readonly because: string } {
  const stage = build.stages[run.stage]!;
  const rest = stage.instructions.slice(stage.instructions.indexOf(run) + 1);
  const fates = follow(build, stage, rest, files);
  if ('because' in fates) return fates;
  const missed = fates.gone.find(({ named }) => !named);
  // What pip is told to install from is read by nothing else, as a rule; a package.json is.
  if (missed) return { because: `No later step copies ${missed.source} again, so the image would lack it.` };
  const name = fates.gone.map(({ source }) => source.split('/').at(-1)!).find((each) => isMentioned(build, run, each));
  if (name !== undefined) return { because: `${name} is named again after the step.` };
  return installs.length > 0 ? fates : { gone: [] };
}

/** Goes on through a stage and those that are FROM it, until every file has been copied again. */
function follow(
  build: Build,
  stage: Stage,
  instructions: readonly Instruction[],
  files: readonly MountedFile[],
): Fates | { readonly because: string } {
  let pending = files;
  for (const instruction of instructions) {
    if (instruction.keyword === 'COPY') pending = pending.filter((file) => !brings(build, instruction, file));
    if (pending.length === 0) return { gone: [] };
    if (instruction.keyword === 'RUN' && !leavesAlone(build, instruction, pending)) {
      return { because: `Line ${lineAt(build.source, instruction.start) + 1} may read ${pending[0]!.source}, too.` };
    }
  }
  const gone = new Set<MountedFile>();
  for (const later of build.instructions) {
    if (later.index <= stage.from.index) continue;
    if (later.keyword === 'RUN' && later.mounts.some(({ from }) => from !== undefined && isStage(build, from, stage))) {
      return { because: `Line ${lineAt(build.source, later.start) + 1} mounts the stage.` };
    }
    if (later.keyword !== 'COPY' || !later.from) continue;
    const copied = readCopied(build, later);
    if (copied?.stage !== stage) continue;
    for (const file of pending) {
      const path = placeText(file.place);
      const taken = copied.items.some(({ source }) => {
        const from = source === '.' ? '/' : `/${source}`;
        return isAround(from, path) || /[*?[]/.test(source) || !path.startsWith('/');
      });
      if (taken) gone.add(file);
    }
  }
  const children = build.stages.filter(({ parent }) => parent === stage);
  for (const child of children) {
    const fates = follow(build, child, child.instructions, pending);
    if ('because' in fates) return fates;
    for (const file of fates.gone) gone.add(file);
  }
  if (stage.index === build.stages.length - 1) for (const file of pending) gone.add(file);
  return { gone: [...gone] };
}

function isStage({ stages }: Build, name: string, stage: Stage): boolean {
  const lower = name.toLowerCase();
  return lower === stage.name || lower === String(stage.index) || !stages.some((each) => each.name === lower);
}

/** Whether a COPY puts the same file of the context to the same place. */
function brings(build: Build, copy: CopyInstruction, { source: file, place }: MountedFile): boolean {
  if (copy.from || copy.flags.some(({ name }) => name === 'exclude' || name === 'parents')) return false;
  const path = placeText(place);
  return (readCopied(build, copy)?.items ?? []).some(({ word, source, place: to, tree }) => {
    if (!tree) return source === file && placeText(to) === path;
    if (source !== '.' && !file.startsWith(`${source}/`)) return false;
    const rest = source === '.' ? file : file.slice(source.length + 1);
    // `COPY * ./` takes directories apart.
    if (/[*?[]/.test(word.value) && rest.includes('/')) return false;
    return placeText(placeIn(to, rest)) === path;
  });
}

/** Commands of a RUN that read no project's files. */
const BYSTANDERS = new Set(
  (
    ': addgroup adduser apk apt apt-get cd chmod chown dnf echo export groupadd locale-gen microdnf mkdir printf rm set true ' +
    'update-ca-certificates useradd usermod yum zypper'
  ).split(' '),
);

function leavesAlone(build: Build, run: RunInstruction, files: readonly MountedFile[]): boolean {
  const script = build.scripts.find(({ instruction }) => instruction === run);
  if (script?.dialect !== 'posix' || script.commands.length === 0) return false;
  const names = files.map(({ source }) => source.split('/').at(-1)!);
  if (names.some((name) => build.source.text.slice(run.start, run.end).includes(name))) return false;
  return script.commands.every(({ name, words }) => words.length === 0 || (name !== undefined && BYSTANDERS.has(name)));
}

/** Whether anything behind a RUN has a file's name in it. */
function isMentioned({ instructions, source }: Build, run: RunInstruction, name: string): boolean {
  return instructions.some(
    ({ index, start, end }) => index > run.index && source.text.slice(start, end).includes(name),
  );
}
