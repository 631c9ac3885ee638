import { findFlag, findInstruction } from '../knowledge/instructions';
import type { Build, Stage } from '../model/build-types';
import type { Dependency, Layer } from '../model/layers/layer';
import type { Instruction } from '../model/syntax/instruction';
import { lineAt } from '../text/source';
import type { Span } from '../text/span';
import { sizeNotes } from './size-notes';

/** What a hover shows, and over which text. */
export interface Hover extends Span {
  /** Markdown; names of variables, files and stages, never a value. */
  readonly markdown: string;
}

/** How many steps, variables or paths are named one by one before the rest becomes a number. */
const NAMED = 8;

/** Explains the layer impact of the instruction at an offset; undefined between instructions. */
export function hover(build: Build, offset: number): Hover | undefined {
  const instruction = build.instructions.find(({ start, end }) => start <= offset && offset <= end);
  if (!instruction) return undefined;
  const layer = build.layers[instruction.index];
  const stage = build.stages[instruction.stage];
  const sections = [
    heading(build, instruction, layer, stage),
    documentation(instruction, offset),
    layer && stage ? impact(build, layer, stage) : '',
  ];
  return {
    start: instruction.start,
    end: Math.max(instruction.body.end, instruction.keywordSpan.end),
    markdown: sections.filter((section) => section !== '').join('\n\n'),
  };
}

function heading(build: Build, { keyword }: Instruction, layer: Layer | undefined, stage: Stage | undefined): string {
  if (keyword === 'UNKNOWN') return '**Not an instruction** that Docker knows.';
  if (!stage || !layer) return `**${keyword}** · above the first stage`;
  const where = build.stages.length > 1 ? ` in ${stageName(stage)}` : '';
  if (keyword === 'FROM')
    return `**FROM** · starts ${stageName(stage)} · ${plural(layersIn(build, stage), 'filesystem layer')}`;
  if (layer.kind === 'filesystem')
    return `**${keyword}** · layer ${layer.number} of ${layersIn(build, stage)}${where} · filesystem`;
  return `**${keyword}**${where} · ${layer.kind === 'metadata' ? 'metadata only, no layer' : 'makes no layer'}`;
}

function layersIn(build: Build, stage: Stage): number {
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    const last = at.instructions.findLast(({ index }) => build.layers[index]?.number !== undefined);
    if (last) return build.layers[last.index]!.number!;
  }
  return 0;
}

function stageName({ index, name }: Stage): string {
  return name ? `stage ${code(name)}` : `stage ${index}`;
}

/** A line of the instruction's own documentation, or of the flag's under the cursor, with a link. */
function documentation(instruction: Instruction, offset: number): string {
  const written = instruction.flags.find(({ start, end }) => start <= offset && offset <= end);
  const flag = written && findFlag(instruction.keyword, written.name);
  if (flag) {
    const since = flag.since ? ` Needs ${code(`docker/dockerfile:${flag.since}`)} or newer.` : '';
    return `${code(`--${flag.name}`)}: ${flag.summary}${since} [Reference](${flag.url})`;
  }
  const facts = findInstruction(instruction.keyword);
  return facts ? `${facts.summary} [Reference](${facts.url})` : '';
}

function impact(build: Build, layer: Layer, stage: Stage): string {
  const { instruction } = layer;
  const points: string[] = [];
  if (layer.cached) points.push(`**Cache key:** ${cacheKey(build, layer).join('; ')}.`);
  const causes = rerunCauses(build, layer);
  if (causes) points.push(`**Reruns when** ${causes}.`);
  points.push(wave(build, layer));
  for (const note of [...sizeNotes(build, instruction), ...remarks(build, instruction, stage)])
    points.push(`**Note:** ${note}`);
  return points.map((point) => `- ${point}`).join('\n');
}

/** What the cache key is made of, beside the step before. */
function cacheKey(build: Build, { dependsOn, instruction }: Layer): string[] {
  const parts: string[] = [];
  const { workdirSet } = build.states[instruction.index]!;
  for (const dependency of dependsOn) {
    // Without a WORKDIR the base image decides, and the file does not tell.
    if (dependency.kind === 'workdir' && !workdirSet) continue;
    const part = keyPart(build, dependency);
    if (part) parts.push(part);
  }
  const variables = dependsOn.filter((dependency) => dependency.kind === 'variable');
  const naming = ({ variable }: (typeof variables)[number]) => code(variable.name);
  const used = variables.filter((dependency) => dependency.used).map(naming);
  const unused = variables.filter((dependency) => !dependency.used).map(naming);
  if (used.length > 0) parts.push(`the values of ${list(used)}`);
  if (unused.length > 0) parts.push(`${list(unused)} too, though it does not use ${unused.length > 1 ? 'them' : 'it'}`);
  return parts;
}

function keyPart(build: Build, dependency: Dependency): string | undefined {
  switch (dependency.kind) {
    case 'parent':
      return `the step before (line ${lineOf(build, dependency.instruction)})`;
    case 'image':
      return `the base image ${code(dependency.reference)}`;
    case 'text':
      return 'its own text';
    case 'files':
      return `name, bytes and mode of ${filesOf(dependency.paths)}`;
    case 'url':
      return 'the bytes behind the URL, fetched on every build';
    case 'stage':
      return `the bytes of ${list(dependency.paths.map(code))} in ${stageName(dependency.stage)}`;
    case 'imageFiles':
      return `the bytes of ${list(dependency.paths.map(code))} in ${code(dependency.reference)}`;
    case 'mount':
      return dependency.mount.type === 'bind'
        ? undefined
        : `the options of its ${dependency.mount.type} mount, not its content`;
    case 'user':
      return dependency.user === 'root' ? undefined : `the user ${code(dependency.user)}`;
    case 'workdir':
      return `the directory ${code(dependency.workdir)}`;
    case 'shell':
    case 'variable':
      return undefined;
  }
}

/** What outside of this line makes it run again, most frequent cause first. */
function rerunCauses(build: Build, layer: Layer): string | undefined {
  if (layer.instruction.keyword === 'FROM') return fromCause(layer);
  if (!layer.cached) return undefined;
  const causes: string[] = [];
  for (const dependency of layer.dependsOn) {
    if (dependency.kind === 'files')
      causes.push(
        isWhole(dependency.paths)
          ? 'any file of the build context changes'
          : `${list(dependency.paths.map(code), 'or')} changes`,
      );
    else if (dependency.kind === 'url') causes.push('the download changes');
    else if (dependency.kind === 'stage') causes.push(`what ${stageName(dependency.stage)} made there changes`);
  }
  const copies = build.instructions.filter(
    (earlier) => earlier.index < layer.instruction.index && isContextCopy(earlier) && reruns(build, earlier, layer),
  );
  if (copies.length > 0) {
    const lines = list(copies.map((copy) => String(lineOf(build, copy))));
    causes.push(
      copies.length > 1 ? `one of the lines ${lines} copies changed files` : `line ${lines} copies changed files`,
    );
  }
  causes.push(copies.length > 0 ? 'any other step before it runs again' : 'a step before it runs again');
  return list(causes, 'or');
}

function fromCause({ dependsOn }: Layer): string | undefined {
  const [base] = dependsOn;
  if (base?.kind === 'image')
    return base.reference.includes('@') ? undefined : `another image is found under ${code(base.reference)}`;
  return 'a step of the stage that it builds on runs again';
}

function isContextCopy(instruction: Instruction): boolean {
  return (
    (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') &&
    !instruction.from &&
    instruction.sources.length > 0
  );
}

function reruns(build: Build, earlier: Instruction, { instruction }: Layer): boolean {
  return build.layers[earlier.index]?.reruns.includes(instruction) ?? false;
}

/** Which later steps run again with this one. */
function wave(build: Build, layer: Layer): string {
  const { reruns: steps, instruction } = layer;
  const subject = layer.cached || instruction.keyword === 'FROM' ? 'When it runs again' : 'When it changes';
  if (steps.length === 0) {
    return layer.cached ? 'No later step runs again with it.' : 'A change here reruns no step.';
  }
  const own = steps.filter(({ stage }) => stage === instruction.stage);
  const lines = list(steps.map((step) => String(lineOf(build, step))));
  const elsewhere = steps.length > own.length ? '; in other stages only where what they copy really differs' : '';
  return `**${subject},** so ${steps.length === 1 ? `does line ${lines}` : `do the ${steps.length} steps in lines ${lines}`}${elsewhere}.`;
}

/** Standing facts about some instructions that people trip over. */
function remarks(build: Build, instruction: Instruction, stage: Stage): string[] {
  switch (instruction.keyword) {
    case 'ENV':
      return [
        isShipped(build, stage)
          ? 'The values stay in the image: whoever has it can read them.'
          : 'A copy from this stage does not take them along.',
      ];
    case 'ARG':
      return [
        'The value is no variable of the finished image, but its history shows it. Without a value it counts for no step.',
      ];
    case 'RUN':
      return instruction.mounts.some(({ type }) => type === 'cache')
        ? ['What lies in a cache mount is not part of the image.']
        : [];
    case 'ONBUILD':
      return ['It runs in builds that start FROM this image.'];
    default:
      return [];
  }
}

/** Whether the last stage is this one or builds on it, so that its configuration ends up in the image. */
function isShipped({ stages }: Build, stage: Stage): boolean {
  for (let at = stages.at(-1); at; at = at.parent) if (at === stage) return true;
  return false;
}

function lineOf(build: Build, { start }: Instruction): number {
  return lineAt(build.source, start) + 1;
}

function isWhole(paths: readonly string[]): boolean {
  return paths.some((path) => path === '.' || path === './' || path === '/' || path === '*');
}

function filesOf(paths: readonly string[]): string {
  return isWhole(paths) ? 'every file of the build context' : `${list(paths.map(code))} in the build context`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function list(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (items.length > NAMED + 1) return list([...items.slice(0, NAMED), `${items.length - NAMED} more`], word);
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** A name from the file as inline code: no backtick, newline or length of it can break the Markdown around. */
function code(text: string): string {
  const plain = text
    .replace(/:\/\/[^/\s]*@/g, '://…@')
    .replace(/[`\s]+/g, ' ')
    .trim();
  return `\`${plain.length > 60 ? `${plain.slice(0, 59)}…` : plain || ' '}\``;
}
