import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { type BuildInputs, type Case, isRebuilt } from './case';
import { applyEdit, type Edited } from './edit';
import {
  type BuildLog,
  build,
  docker,
  type Entry,
  holds,
  type Image,
  inspect,
  type Output,
  readFiles,
  run,
  type Step,
  serve,
} from './engine';
import { volatiles } from './volatile';

/** What a case has shown. */
export interface Proof {
  readonly id: string;
  readonly edit: string;
  readonly safe: boolean;
  /** What the edit found the project to be, where it is about a kind of project. */
  readonly ecosystem?: string;
  /** How many files are equal, and what differs by design or by itself, for the table. */
  readonly files: string;
  readonly config: string;
  /** Whether running both prints the same, and that the secret is in no layer any more. */
  readonly output: string;
  readonly layers: readonly [before: number, after: number];
  /** In bytes. */
  readonly size: readonly [before: number, after: number];
  /** Steps CACHED of all steps in the rebuild after a touched file. */
  readonly cached?: readonly [before: string, after: string];
  /** What does not hold, a sentence each; empty: proven. */
  readonly failures: readonly string[];
}

/** A copy of a case's folder as a build context, with the Dockerfile that is to be built. */
export function layOut(one: Case, folder: string): string {
  const context = join(folder, 'context');
  cpSync(one.folder, context, { recursive: true });
  rmSync(join(context, 'case.yaml'));
  for (const file of Object.values(one.bases)) rmSync(join(context, file));
  for (const [path, content] of Object.entries(one.files)) {
    mkdirSync(dirname(join(context, path)), { recursive: true });
    writeFileSync(join(context, path), content);
  }
  return readFileSync(join(context, 'Dockerfile'), 'utf8');
}

/** The Dockerfile of a case before and after its edit; needs no engine. @throws Error where the edit does not apply */
export function preview(one: Case): Edited & { readonly before: string } {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-proof-'));
  try {
    const before = layOut(one, folder);
    return { before, ...applyEdit(one, join(folder, 'context'), before, folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Built {
  readonly tag: string;
  readonly image: Image;
  readonly log: BuildLog;
}

/** Builds before and after the edit, and compares. @throws BuildError, Error where a build or the edit fails */
export async function prove(one: Case, keep: boolean): Promise<Proof> {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-proof-'));
  const slug = one.id.replace(/[^a-z0-9]+/gi, '-').toLowerCase();
  const tags = [`layerwise-proof:${slug}-before`, `layerwise-proof:${slug}-after`] as const;
  try {
    const before = layOut(one, folder);
    const context = join(folder, 'context');
    const edited = applyEdit(one, context, before, folder);
    const sides = [
      { tag: tags[0], text: before, inputs: locate(one, one.before) },
      { tag: tags[1], text: edited.text, inputs: locate(one, one.after) },
    ] as const;
    // The context keeps the Dockerfile as it was: a stage that copies everything has the same one before and after.
    const dockerfile = join(folder, 'Dockerfile');
    const own = join(context, 'Dockerfile.dockerignore');
    if (existsSync(own)) cpSync(own, `${dockerfile}.dockerignore`);
    const built: Built[] = [];
    for (const { tag, text, inputs } of sides) {
      writeFileSync(dockerfile, text);
      // A step that an earlier run has left in the cache would fill no mount for the rebuild to use.
      const log = await build(context, tag, inputs, dockerfile, one.shows !== undefined);
      built.push({ tag, log, image: await inspect(tag) });
    }
    const [a, b] = built as [Built, Built];
    const failures: string[] = [];
    if (edited.safe && Object.keys(one.differs).length > 0) {
      failures.push('A safe edit changes no file: "differs" is for unsafe ones.');
    }
    const files = compareFiles(one, await readFiles(a.tag), await readFiles(b.tag), isRoot(b.image), failures);
    const config = compareConfig(one, a.image, b.image, failures);
    const output = await compareOutput(one, a.tag, b.tag, failures);
    checkNumbers(one, a.image, b.image, failures);
    if (one.secret !== undefined) {
      if (!(await holds(a.tag, one.secret))) failures.push('The secret is nowhere before the edit.');
      if (await holds(b.tag, one.secret)) failures.push('The secret is still in the history or in a layer.');
    }

    let cached: [string, string] | undefined;
    if (isRebuilt(one)) {
      for (const path of one.touch) touch(join(context, path));
      const args = Object.fromEntries(one.rebuild.map((name) => [name, newStamp()]));
      const logs: BuildLog[] = [];
      for (const { tag, text, inputs } of sides) {
        writeFileSync(dockerfile, text);
        logs.push(await build(context, tag, { ...inputs, args: { ...inputs.args, ...args } }, dockerfile));
      }
      const [first, second] = logs as [BuildLog, BuildLog];
      checkRebuild(one, first, second, failures);
      cached = [countCached(first.steps), countCached(second.steps)];
    }
    return {
      id: one.id,
      edit: one.edit,
      safe: edited.safe,
      ...(edited.ecosystem === undefined ? {} : { ecosystem: edited.ecosystem }),
      files,
      config,
      output: one.secret === undefined ? output : `${output}, secret gone`,
      layers: [a.image.layers, b.image.layers],
      size: [a.image.size, b.image.size],
      cached,
      failures,
    };
  } finally {
    if (keep) process.stderr.write(`${one.id}: kept in ${folder}, images ${tags.join(' and ')}\n`);
    else {
      rmSync(folder, { recursive: true, force: true });
      await docker(['image', 'rm', '-f', ...tags]);
    }
  }
}

/** A key is named relative to the case's folder, and is no part of the context. */
function locate({ folder }: Case, inputs: BuildInputs): BuildInputs {
  return inputs.ssh === undefined ? inputs : { ...inputs, ssh: join(folder, inputs.ssh) };
}

function compareFiles(
  one: Case,
  before: ReadonlyMap<string, Entry>,
  after: ReadonlyMap<string, Entry>,
  runsAsRoot: boolean,
  failures: string[],
): string {
  const byDesign = new Map([...Object.keys(one.differs), ...Object.keys(one.removes)].map((path) => [path, 0]));
  let same = 0;
  let volatile = 0;
  const wrong: string[] = [];
  for (const path of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const difference = differenceOf(before.get(path), after.get(path));
    if (difference === undefined) {
      same++;
      continue;
    }
    const isMeant = (known: string) => known in one.differs || difference === 'gone';
    const designed = [...byDesign.keys()].find((known) => isBelow(path, known) && isMeant(known));
    // Where a whole image is another one, what both have keeps its rights all the same; root needs none.
    const loses =
      designed === '/' &&
      !runsAsRoot &&
      (difference === 'mode' || difference === 'owner') &&
      // What programs for users keep of the file before their change is each base image's own.
      !/^\/etc\/\w+-$/.test(path) &&
      !isVolatile(one, path, difference);
    if (designed !== undefined && !loses) byDesign.set(designed, byDesign.get(designed)! + 1);
    else if (isVolatile(one, path, difference)) volatile++;
    else wrong.push(`${path} (${difference})`);
  }
  for (const [path, count] of byDesign) {
    if (count === 0) failures.push(`${path} is said to differ, and does not.`);
  }
  if (wrong.length > 0) {
    failures.push(`${wrong.length} files differ: ${wrong.slice(0, 12).join(', ')}${wrong.length > 12 ? ' …' : ''}.`);
    return 'differ';
  }
  const designed = [...byDesign.keys()].map((path) => `\`${path}\``).join(', ');
  return [
    `${same} same`,
    ...(volatile > 0 ? [`${volatile} volatile`] : []),
    ...(designed ? [`by design: ${designed}`] : []),
  ].join(', ');
}

type Difference = 'gone' | 'new' | 'type' | 'mode' | 'owner' | 'content';

function differenceOf(before: Entry | undefined, after: Entry | undefined): Difference | undefined {
  if (!after) return 'gone';
  if (!before) return 'new';
  if (before.type !== after.type) return 'type';
  if (before.mode !== after.mode) return 'mode';
  if (before.owner !== after.owner) return 'owner';
  return before.size !== after.size || before.content !== after.content ? 'content' : undefined;
}

function isVolatile(one: Case, path: string, difference: Difference): boolean {
  if (Object.keys(one.volatile).some((known) => isBelow(path, known))) return true;
  return volatiles.some(({ pattern, what }) => pattern.test(path) && (what === 'names' || difference === 'content'));
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function isRoot({ config }: Image): boolean {
  return /^(?:(?:root|0)(?::.*)?)?$/.test(String(config.User ?? ''));
}

function compareConfig(one: Case, before: Image, after: Image, failures: string[]): string {
  const differing = Object.keys(before.config).filter(
    (key) => JSON.stringify(before.config[key]) !== JSON.stringify(after.config[key]),
  );
  for (const key of differing.filter((name) => !(name in one.config))) failures.push(`The image's ${key} differs.`);
  for (const key of Object.keys(one.config)) {
    if (!differing.includes(key)) failures.push(`The image's ${key} is said to differ, and does not.`);
  }
  return differing.length === 0 ? 'same' : `${differing.join(', ')} by design`;
}

async function compareOutput(one: Case, before: string, after: string, failures: string[]): Promise<string> {
  let compared = 0;
  for (const command of one.run) {
    let [a, b] = [await run(before, command), await run(after, command)];
    // Under load an engine has been seen to lose what a short-lived container printed: what differs is asked for twice.
    if (!isSame(a, b)) [a, b] = [await run(before, command), await run(after, command)];
    // An image without a command of its own has nothing to run.
    if (command === undefined && /no command specified/i.test(a.stderr)) continue;
    compared++;
    const what = command === undefined ? 'the image' : `\`${command.join(' ')}\``;
    if (a.status !== b.status) failures.push(`Running ${what} ends with ${b.status}, not ${a.status}: ${b.stderr}`);
    else if (!isSame(a, b)) {
      failures.push(
        `Running ${what} prints something else: ${clip(b.stdout + b.stderr)} for ${clip(a.stdout + a.stderr)}.`,
      );
    }
  }
  if (one.serve) {
    const { port, get } = one.serve;
    const [a, b] = [await serve(before, port, get), await serve(after, port, get)];
    for (const [at, path] of get.entries()) {
      compared++;
      if (a[at] !== b[at]) failures.push(`GET ${path} answers ${clip(b[at]!)} for ${clip(a[at]!)}.`);
    }
  }
  return compared === 0 ? '–' : 'same';
}

function isSame(a: Output, b: Output): boolean {
  return a.status === b.status && a.stdout === b.stdout && a.stderr === b.stderr;
}

function clip(text: string): string {
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}

function checkNumbers(one: Case, before: Image, after: Image, failures: string[]): void {
  const wanted: readonly [string | undefined, string, number][] = [
    [one.layers, 'layers', after.layers - before.layers],
    [one.size, 'bytes', after.size - before.size],
  ];
  for (const [word, what, change] of wanted) {
    const holdsTrue =
      word === undefined ||
      (word === 'same' ? change === 0 : word === 'fewer' || word === 'smaller' ? change < 0 : change > 0);
    if (!holdsTrue) failures.push(`The image should have ${word} ${what}; it has ${change} more.`);
  }
}

/** New every time, so that no earlier run of the proof has left it in the cache. */
function newStamp(): string {
  return `${Date.now()}-${process.pid}`;
}

function touch(path: string): void {
  const stamp = `touched ${newStamp()}`;
  if (extname(path) === '.json') {
    const content = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    writeFileSync(path, `${JSON.stringify({ ...content, 'x-touched': stamp }, null, 2)}\n`);
  } else if (/^\.(?:[cm]?[jt]sx?|go|c|cc|cpp|h|cs|java|rs|php|swift|kt|scala|gradle)$/.test(extname(path))) {
    appendFileSync(path, `// ${stamp}\n`);
  } else if (/^\.(?:html|md|xml)$/.test(extname(path))) appendFileSync(path, `<!-- ${stamp} -->\n`);
  else appendFileSync(path, `# ${stamp}\n`);
}

function checkRebuild(one: Case, before: BuildLog, after: BuildLog, failures: string[]): void {
  const find = ({ steps }: BuildLog, wanted: string) =>
    steps.filter(({ name }) => withoutFlags(name).startsWith(withoutFlags(wanted)));
  for (const wanted of one.cached) {
    const [a, b] = [find(before, wanted), find(after, wanted)];
    if (a.length === 0 || b.length === 0)
      failures.push(`No step starts with "${wanted}": ${namesOf(a.length ? after : before)}.`);
    if (a.some(({ cached }) => cached)) failures.push(`"${wanted}" is CACHED before the edit, too.`);
    if (b.some(({ cached }) => !cached)) failures.push(`"${wanted}" is not CACHED after the edit.`);
  }
  const both: readonly [string, boolean][] = [
    ...one.reruns.map((wanted) => [wanted, false] as [string, boolean]),
    ...one.stays.map((wanted) => [wanted, true] as [string, boolean]),
  ];
  for (const [wanted, hit] of both) {
    for (const [log, side] of [[before, 'before'] as const, [after, 'after'] as const]) {
      const found = find(log, wanted);
      if (found.length === 0) failures.push(`No step starts with "${wanted}" ${side} the edit: ${namesOf(log)}.`);
      if (found.some(({ cached }) => cached !== hit))
        failures.push(`"${wanted}" is ${hit ? 'not ' : ''}CACHED ${side} the edit.`);
    }
  }
  if (one.shows !== undefined) {
    if (before.text.includes(one.shows)) failures.push(`The rebuild before the edit shows "${one.shows}", too.`);
    if (!after.text.includes(one.shows)) failures.push(`The rebuild after the edit does not show "${one.shows}".`);
  }
}

function namesOf({ steps }: BuildLog): string {
  return steps.map(({ name }) => name.slice(0, 60)).join(' | ');
}

/** A step is the same one when it has got a mount. */
function withoutFlags(name: string): string {
  return name.replace(/^(\w+)(?:\s+--\S+)+/, '$1').replace(/\s+/g, ' ');
}

function countCached(steps: readonly Step[]): string {
  return `${steps.filter(({ cached }) => cached).length}/${steps.length}`;
}
