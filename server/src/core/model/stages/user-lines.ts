import { findSpareUser } from '../../knowledge/images/image-users';
import { type Edit, insert } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Build, Stage } from '../build-types';
import type { Instruction } from '../syntax/instruction';
import { baseImageOf } from './base-image';
import { usersMadeIn } from './made-users';
import { imageName, readFinalUser } from './user';

const ACTS: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);

/**
 * Lines, `USER app` for instance, where nothing behind them in the stage is left to do but to say what is started: above CMD and
 * ENTRYPOINT, or else at the stage's end. `after`: the index of an instruction that they have to stand behind.
 */
export function insertBeforeStart(build: Build, stage: Stage, lines: readonly string[], after = -1): Edit | undefined {
  const { source } = build;
  const last = stage.instructions.at(-1) ?? stage.from;
  const from = stage.instructions.findLastIndex(({ keyword, index }) => ACTS.has(keyword) || index <= after) + 1;
  const start = stage.instructions.slice(from).find(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  const text = lines.map((line) => inCaseOf(build, start ?? last, line));
  if (!start) return insert(last.end, text.map((line) => source.newline + line).join(''));
  let first = lineAt(source, start.start);
  if (source.text.slice(source.lineStarts[first]!, start.start).trim() !== '') return undefined;
  for (const comment of start.leading.toReversed()) {
    if (lineAt(source, comment.start) !== first - 1) break;
    first--;
  }
  return insert(source.lineStarts[first]!, text.map((line) => line + source.newline).join(''));
}

/** A line with its keyword in the case of an instruction that is there. */
function inCaseOf({ source }: Build, { keywordSpan }: Instruction, line: string): string {
  const written = source.text.slice(keywordSpan.start, keywordSpan.end);
  if (written !== written.toLowerCase()) return line;
  return line.replace(/^\S+/, (keyword) => keyword.toLowerCase());
}

/** What makes a user without rights, as a shell command; undefined where the image is not known to have a program for it. */
export function userCommand(stage: Stage, name: string): string | undefined {
  switch (baseImageOf({ ...stage, base: stage.root }).distro) {
    case 'alpine':
    case 'busybox':
      return `adduser -D ${name}`;
    case 'almalinux':
    case 'centos':
    case 'debian':
    case 'rockylinux':
    case 'ubuntu':
      return /(?:^|\/)distroless\//.test(stage.root) ? undefined : `useradd -r -l ${name}`;
    default:
      return undefined;
  }
}

/** The lines that have a stage's container run as somebody without rights; undefined where the base image is not known. */
export function leaveRoot(build: Build, stage: Stage): readonly string[] | undefined {
  const made = usersMadeIn(build, stage).find(({ name }) => name !== '');
  if (made) return [`USER ${made.name}`];
  if (stage.root === 'scratch' || stage.root === '') return ['USER 10001'];
  const spare = findSpareUser(imageName(stage), baseImageOf({ ...stage, base: stage.root }).version);
  if (spare) return [`USER ${spare.name}`];
  const command = userCommand(stage, 'app');
  const end = stage.instructions.at(-1);
  const isPosix = build.states[end?.index ?? stage.from.index]!.shell.dialect === 'posix';
  if (!command || !isPosix || !readFinalUser(build, stage).root) return undefined;
  return [`RUN ${command}`, 'USER app'];
}
