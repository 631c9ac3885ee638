import type { Source } from '../../text/source';
import type { Stage, State } from '../build-types';
import { expand, PLATFORM_ARGS } from '../stages/variables';
import type { CopyInstruction, Instruction, Mount, RunInstruction, Word } from '../syntax/instruction';
import type { Dependency, Layer } from './layer';
import { findReruns } from './reruns';

/** What layers are read from. */
export interface LayerInput {
  readonly source: Source;
  readonly instructions: readonly Instruction[];
  readonly stages: readonly Stage[];
  readonly states: readonly State[];
}

/**
 * What each instruction makes and what its cache key depends on, one layer per instruction. The facts are BuildKit's behaviour as
 * recorded from pairs of builds; test/model/layers.test.ts names them one by one.
 */
export function readLayers(input: LayerInput): readonly Layer[] {
  const { source, instructions, stages, states } = input;
  const facts: Facts = { source, instructions, stages, states, layers: [], ends: [], byName: new Map() };
  const head = input.instructions.length - input.stages.reduce((sum, stage) => sum + stage.instructions.length + 1, 0);
  for (const instruction of input.instructions.slice(0, head)) {
    facts.layers.push(new ReadLayer(facts, instruction, 'none', undefined, undefined, false));
  }
  for (const stage of input.stages) {
    const base = stage.parent ? facts.ends[stage.parent.index]! : { number: 0, onContext: false };
    let { number, onContext } = base;
    let parent: Instruction | undefined = stage.parent ? base.step : undefined;
    facts.layers.push(new ReadLayer(facts, stage.from, 'none', undefined, parent, onContext));
    for (const instruction of stage.instructions) {
      const kind = kindOf(instruction, input.states[instruction.index]!);
      if (kind === 'filesystem') number++;
      onContext ||= takesContext(facts, instruction);
      const own = kind === 'filesystem' ? number : undefined;
      facts.layers.push(new ReadLayer(facts, instruction, kind, own, parent, onContext));
      if (kind === 'filesystem') parent = instruction;
    }
    facts.ends.push({ number, onContext, ...(parent ? { step: parent } : {}) });
    if (stage.name) facts.byName.set(stage.name, stage);
  }
  return facts.layers;
}

interface StageEnd {
  readonly number: number;
  readonly onContext: boolean;
  /** The last step of the stage's chain. */
  readonly step?: Instruction;
}

/** What the lazy parts of layers are worked out from. */
export interface Facts extends LayerInput {
  readonly layers: Layer[];
  /** By stage index. */
  readonly ends: StageEnd[];
  /** Stages read so far. */
  readonly byName: Map<string, Stage>;
}

function kindOf(instruction: Instruction, state: State): Layer['kind'] {
  switch (instruction.keyword) {
    case 'RUN':
    case 'COPY':
    case 'ADD':
      return 'filesystem';
    case 'WORKDIR': {
      // Changing to the root makes no step: there is nothing to create.
      const word = instruction.words[0];
      return word && expand(word, state.scope).value === '/' ? 'metadata' : 'filesystem';
    }
    case 'FROM':
    case 'ARG':
    case 'UNKNOWN':
      return 'none';
    default:
      return 'metadata';
  }
}

/** Whether an instruction brings in files of the build context, itself or through a stage that does. */
function takesContext(facts: Facts, instruction: Instruction): boolean {
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
    if (instruction.from) return stageOnContext(facts, instruction.from.value, instruction.stage);
    return instruction.sources.some((source) => !isRemote(instruction, source));
  }
  if (instruction.keyword !== 'RUN') return false;
  return instruction.mounts.some(
    (mount) =>
      (mount.type === 'bind' || mount.type === 'cache') &&
      (mount.from === undefined ? mount.type === 'bind' : stageOnContext(facts, mount.from, instruction.stage)),
  );
}

function stageOnContext(facts: Facts, name: string, before: number): boolean {
  const stage = findStage(facts, name, before);
  return stage !== undefined && (facts.ends[stage.index]?.onContext ?? false);
}

/** The earlier stage that a `--from` names, by name in any case or by number. */
function findStage({ byName, stages }: Facts, name: string, before: number): Stage | undefined {
  const named = byName.get(name.toLowerCase());
  if (named && named.index < before) return named;
  const index = /^\d+$/.test(name) ? Number(name) : -1;
  return index >= 0 && index < before ? stages[index] : undefined;
}

function isRemote(instruction: CopyInstruction, source: Word): boolean {
  return instruction.keyword === 'ADD' && /^(?:https?:\/\/|git@|ssh:\/\/|git:\/\/)/i.test(source.value);
}

/** Dependencies and the wave of reruns are worked out when first asked for: most layers never are. */
class ReadLayer implements Layer {
  readonly instruction: Instruction;
  readonly kind: Layer['kind'];
  readonly number: number | undefined;
  readonly cached: boolean;
  readonly onContext: boolean;
  readonly #facts: Facts;
  readonly #parent: Instruction | undefined;
  #dependsOn: readonly Dependency[] | undefined;
  #reruns: readonly Instruction[] | undefined;

  constructor(
    facts: Facts,
    instruction: Instruction,
    kind: Layer['kind'],
    number: number | undefined,
    parent: Instruction | undefined,
    onContext: boolean,
  ) {
    this.instruction = instruction;
    this.kind = kind;
    this.number = number;
    this.cached = kind === 'filesystem';
    this.onContext = onContext;
    this.#facts = facts;
    this.#parent = parent;
  }

  get dependsOn(): readonly Dependency[] {
    this.#dependsOn ??= readDependencies(this.#facts, this.instruction, this.cached, this.#parent);
    return this.#dependsOn;
  }

  get reruns(): readonly Instruction[] {
    this.#reruns ??= findReruns(this.#facts, this.instruction);
    return this.#reruns;
  }
}

function readDependencies(
  facts: Facts,
  instruction: Instruction,
  cached: boolean,
  parent: Instruction | undefined,
): Dependency[] {
  const stage = facts.stages[instruction.stage];
  if (!stage) return [];
  const base: Dependency = parent
    ? { kind: 'parent', instruction: parent }
    : { kind: 'image', reference: stage.parent ? stage.root : stage.base };
  if (instruction.keyword === 'FROM') return [base];
  if (!cached) return [];
  const state = facts.states[instruction.index]!;
  switch (instruction.keyword) {
    case 'RUN':
      return [base, ...readRunDependencies(facts, instruction, state)];
    case 'COPY':
    case 'ADD':
      return [base, ...readCopyDependencies(facts, instruction, state)];
    default:
      return [
        base,
        textOf(facts, instruction, state),
        ...variablesIn(instruction, state),
        // The directory is made by the effective user, who then owns it.
        { kind: 'user', user: state.user ?? 'root' },
      ];
  }
}

function readRunDependencies(facts: Facts, run: RunInstruction, state: State): Dependency[] {
  const { text } = facts.source;
  const written = text.slice(run.body.start, run.end);
  const used = new Set(Array.from(written.matchAll(/\$\{?([A-Za-z_]\w*)/g), (match) => match[1]!));
  const found: Dependency[] = [{ kind: 'text', text: written }];
  if (!run.json) found.push({ kind: 'shell', shell: state.shell.words });
  found.push({ kind: 'user', user: state.user ?? 'root' }, { kind: 'workdir', workdir: state.workdir ?? '?' });
  for (const variable of state.scope.args()) {
    // A valueless ARG that nobody sets is in no key; the platform ARGs always have a value once they are declared.
    const set = variable.valueWord !== undefined || variable.value !== undefined || PLATFORM_ARGS.has(variable.name);
    if (set) found.push({ kind: 'variable', variable, used: used.has(variable.name) });
  }
  for (const variable of state.scope.all()) {
    if (variable.kind === 'ENV') found.push({ kind: 'variable', variable, used: used.has(variable.name) });
  }
  for (const mount of run.mounts) found.push(...readMountDependencies(facts, run, mount));
  return found;
}

function readMountDependencies(facts: Facts, run: RunInstruction, mount: Mount): Dependency[] {
  const found: Dependency[] = [{ kind: 'mount', mount }];
  if (mount.type !== 'bind' && (mount.type !== 'cache' || mount.from === undefined)) return found;
  const paths = [mount.source ?? '/'];
  if (mount.from === undefined) found.push({ kind: 'files', paths: [mount.source ?? '.'], words: [], mount });
  else found.push(readFromDependency(facts, mount.from, run.stage, paths, mount));
  return found;
}

function readFromDependency(
  facts: Facts,
  from: string,
  before: number,
  paths: readonly string[],
  mount?: Mount,
): Dependency {
  const stage = findStage(facts, from, before);
  const rest = { paths, ...(mount ? { mount } : {}) };
  return stage ? { kind: 'stage', stage, ...rest } : { kind: 'imageFiles', reference: from, ...rest };
}

function readCopyDependencies(facts: Facts, copy: CopyInstruction, state: State): Dependency[] {
  const found: Dependency[] = [textOf(facts, copy, state), ...variablesIn(copy, state)];
  const paths = (words: readonly Word[]) => words.map((word) => expand(word, state.scope).value);
  if (copy.from) {
    const from = expand(copy.from, state.scope).value;
    found.push(readFromDependency(facts, from, copy.stage, paths(copy.sources)));
    return found;
  }
  const local = copy.sources.filter((source) => !isRemote(copy, source));
  if (local.length > 0) found.push({ kind: 'files', paths: paths(local), words: local });
  for (const source of copy.sources) {
    if (isRemote(copy, source)) found.push({ kind: 'url', url: expand(source, state.scope).value });
  }
  return found;
}

/** The variables that the builder expands in an instruction: they are in its key by way of its text. */
function variablesIn({ words, flags }: Instruction, { scope }: State): Dependency[] {
  const references = [...words, ...flags.flatMap(({ value }) => value ?? [])].flatMap((word) => word.references);
  const names = new Set(references.map(({ name }) => name));
  return [...names].flatMap((name): Dependency[] => {
    const variable = scope.lookup(name);
    return variable ? [{ kind: 'variable', variable, used: true }] : [];
  });
}

/** Destination and flags, variables expanded; of a heredoc also its name and text. */
function textOf({ source }: Facts, instruction: Instruction, { scope }: State): Dependency {
  const words = instruction.words.map((word) => expand(word, scope).value);
  const flags = instruction.flags.map(({ name, value }) =>
    value ? `--${name}=${expand(value, scope).value}` : `--${name}`,
  );
  const bodies = instruction.heredocs.map(({ body }) => source.text.slice(body.start, body.end));
  return { kind: 'text', text: [...flags, ...words, ...bodies].join(' ') };
}
