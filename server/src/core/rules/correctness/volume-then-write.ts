import { isWithin, toPath } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../../model/build-types';
import { positionals } from '../../model/shell/command-words';
import type { ShellCommand, ShellWord } from '../../model/shell/shell-command';
import { expand } from '../../model/stages/variables';
import type { Instruction, OtherInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, insert, remove } from '../../text/edit';
import { lineAt, lineEnd } from '../../text/source';
import type { Span } from '../../text/span';
import type { Finding, Fix, Rule } from '../rule';

export const volumeThenWrite: Rule = {
  id: 'correctness/volume-then-write',
  severity: 'warning',
  summary: 'Fill a directory before declaring it a volume.',
  why: `To builders other than BuildKit, a VOLUME is mounted in the RUNs below it already, and what they write there is thrown away: files
    and owners that a container then misses, without any message. With VOLUME behind everything that writes there, all builders
    make the same image.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        VOLUME /data
        RUN mkdir -p /data/cache
                     ^^^^^^^^^^^ This writes below the volume /data, which some builders throw away: move VOLUME to the end of the stage.
        CMD ["/bin/sleep", "9"]
      `,
      good: dockerfile`
        FROM debian:12
        RUN mkdir -p /data/cache
        CMD ["/bin/sleep", "9"]
        VOLUME /data
      `,
    },
  ],
  about: { instructions: ['VOLUME'] },

  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      if (stage.os === 'windows') continue;
      const volumes: Volume[] = [];
      const told = new Set<Instruction>();
      for (const instruction of stage.instructions) {
        if (instruction.keyword === 'VOLUME') volumes.push(...readVolumes(build, instruction));
        else if (volumes.length > 0) found.push(...writesOf(build, stage, instruction, volumes, told));
      }
    }
    return found;
  },
};

interface Volume {
  readonly path: string;
  readonly instruction: OtherInstruction;
}

function readVolumes({ states }: Build, instruction: OtherInstruction): Volume[] {
  const { scope } = states[instruction.index]!;
  return instruction.words.flatMap((word) => {
    const { value, known } = expand(word, scope);
    const path = known ? toPath(value, '/') : undefined;
    return path === undefined || path === '/' ? [] : [{ path, instruction }];
  });
}

function writesOf(
  build: Build,
  stage: Stage,
  instruction: Instruction,
  volumes: readonly Volume[],
  told: Set<Instruction>,
): Finding[] {
  const found: Finding[] = [];
  for (const { at, path } of writtenPaths(build, instruction)) {
    const volume = volumes.find((one) => isWithin(path, one.path));
    if (!volume) continue;
    const first = !told.has(volume.instruction);
    told.add(volume.instruction);
    found.push({
      at,
      message: `This writes below the volume ${volume.path}, which some builders throw away: move VOLUME to the end of the stage.`,
      related: [{ at: volume.instruction.keywordSpan, message: 'The volume is declared here.' }],
      // One move mends all of them.
      ...(first ? { fix: () => moveToEnd(build, stage, volume.instruction) } : {}),
    });
    return found;
  }
  return found;
}

interface Written {
  readonly at: Span;
  readonly path: string;
}

function writtenPaths({ states, scripts }: Build, instruction: Instruction): Written[] {
  const found: Written[] = [];
  const { workdir, scope } = states[instruction.index]!;
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
    if (!instruction.destination) return found;
    const { value, known } = expand(instruction.destination, scope);
    const path = known ? toPath(value, workdir) : undefined;
    if (path !== undefined) found.push({ at: instruction.destination, path });
    return found;
  }
  if (instruction.keyword !== 'RUN') return found;
  const script = scripts.find((one) => one.instruction === instruction);
  for (const command of script?.commands ?? []) {
    for (const word of writtenWords(command)) {
      // A relative path would need the directory that the script has gone to.
      const path = word.literal && word.value.startsWith('/') ? toPath(word.value, '/') : undefined;
      if (path !== undefined) found.push({ at: word, path });
    }
  }
  return found;
}

const ALL: ReadonlySet<string> = new Set(['mkdir', 'touch', 'tee', 'truncate']);
const ALL_BUT_FIRST: ReadonlySet<string> = new Set(['chown', 'chmod', 'chgrp']);
const LAST: ReadonlySet<string> = new Set(['cp', 'mv', 'ln', 'install', 'rsync']);

/** The words that name what a command writes. */
function writtenWords({ name = '', arguments: words, redirects }: ShellCommand): readonly ShellWord[] {
  const written = redirects.flatMap(({ operator, target }) => (target && /^\d?>{1,2}$/.test(operator) ? [target] : []));
  if (ALL.has(name)) written.push(...positionals(words, '-m --mode'));
  else if (ALL_BUT_FIRST.has(name)) written.push(...positionals(words).slice(1));
  else if (LAST.has(name)) written.push(...positionals(words).slice(1).slice(-1));
  return written;
}

/** Whole lines are moved, with the comments above them; not where another instruction shares them. */
function moveToEnd({ source }: Build, stage: Stage, volume: OtherInstruction): Fix | undefined {
  const last = stage.instructions.at(-1)!;
  if (volume.leading.length > 0 || volume.inner.length > 0) return undefined;
  const from = source.lineStarts[lineAt(source, volume.start)]!;
  const to = source.lineStarts[lineAt(source, volume.end) + 1];
  if (to === undefined || from !== volume.start) return undefined;
  const text = source.text.slice(volume.start, volume.end);
  const end = lineEnd(source, lineAt(source, last.end));
  // What stands in VOLUME must mean the same further down.
  if (volume.words.some(({ references }) => references.length > 0)) return undefined;
  const edits: Edit[] = [remove({ start: from, end: to }), insert(end, `${source.newline}${text}`)];
  return { title: 'Move VOLUME to the end of the stage', edits };
}
