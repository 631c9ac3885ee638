/**
 * Compares what the buildkit preset finds with what `docker build --check` says, file by file: `npm run compare:buildkit -- FOLDER`.
 * An engine has to be at hand that has the image busybox:1.36. Options: `--sample N` (every n-th file, so that N are read), `--jobs N`,
 * `--show N` (examples of each disagreement), `--docker PROGRAM`.
 *
 * The check looks at the configuration of base images, so every image of a file becomes busybox:1.36 for both sides, and `# syntax=` an
 * ordinary comment. FROM with a variable is read a second time as it is written, for the two checks of its variables alone.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import {
  applyEdits,
  type Build,
  type BuildContext,
  type Edit,
  lineAt,
  lint,
  readBuild,
  readContext,
  rules,
} from '../server/src/core/index';
import { listDockerfiles } from './corpus';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    show: { type: 'string', default: '5' },
    docker: { type: 'string', default: process.env.LAYERWISE_DOCKER ?? 'docker' },
  },
});

const STAND_IN = 'busybox:1.36';

/** Names of BuildKit's checks, by our rules. */
const checks = new Map(
  rules.flatMap(({ id, aliases = [], buildkit }) => {
    const name = buildkit && aliases.find((alias) => /^[A-Z][A-Za-z]+[a-z]$/.test(alias));
    return name ? [[id, name] as const] : [];
  }),
);

/** The checks that look at FROM as it is written. */
const OF_FROM = new Set(['InvalidDefaultArgInFrom', 'UndefinedArgInFrom']);

/** Errors of builds whose FROMs have all been looked at. */
const ABOUT_IMAGES =
  /failed to resolve source metadata|failed to parse stage name|should not be blank|parse platform|platform value/;

/** A file for both sides, and the checks that are compared. */
interface Task {
  readonly file: string;
  readonly text: string;
  readonly dockerignore?: string;
  readonly only?: ReadonlySet<string>;
}

/** `UndefinedVar:12`. */
type Key = string;

interface Answer {
  readonly keys: readonly Key[];
  readonly details: ReadonlyMap<Key, string>;
  /** Why the build would stop. */
  readonly error?: string;
}

function tasksOf(file: string, number: number): Task[] {
  const text = withoutSyntaxLine(readFileSync(file, 'utf8'));
  const build = readBuild(text);
  if (build.stages.length === 0) return [];
  const swapped = applyEdits(text, swaps(build));
  const tasks: Task[] = [{ file, text: swapped }];
  if (build.stages.some(({ from }) => from.imageWord.references.length > 0)) tasks.push({ file, text, only: OF_FROM });
  // Every tenth file is built with an ignore file that takes out the first thing that it copies.
  const source = number % 10 === 0 ? firstSource(build) : undefined;
  if (source !== undefined)
    tasks.push({ file, text: swapped, dockerignore: `${source}\n`, only: new Set(['CopyIgnoredFile']) });
  return tasks;
}

/** The frontend that a file asks for would have to be downloaded. */
function withoutSyntaxLine(text: string): string {
  return text.replace(/^(\uFEFF?(?:[ \t]*#.*\r?\n)*?[ \t]*#[ \t]*)syntax[ \t]*=/i, '$1syntax is ');
}

function swaps(build: Build): Edit[] {
  const edits: Edit[] = [];
  const names = new Set(build.stages.flatMap(({ name }) => (name ? [name] : [])));
  for (const stage of build.stages) {
    const { from, parent, base } = stage;
    if (parent || base === 'scratch' || from.imageWord.text === '') continue;
    const platform = from.flags.find(({ name }) => name === 'platform')?.value?.value ?? '';
    const isLocal = platform === '' || /amd64|x86_64|^\$\{?(?:BUILD|TARGET)PLATFORM\}?$/.test(platform);
    edits.push({ start: from.imageWord.start, end: from.imageWord.end, text: isLocal ? STAND_IN : 'scratch' });
  }
  for (const instruction of build.instructions) {
    if (instruction.keyword === 'COPY' && 'from' in instruction && instruction.from) {
      const { value, start, end, references } = instruction.from;
      if (!names.has(value.toLowerCase()) && !/^\d+$/.test(value) && references.length === 0) {
        edits.push({ start, end, text: STAND_IN });
      }
    }
    if (instruction.keyword !== 'RUN') continue;
    for (const { options } of instruction.mounts) {
      const from = options.find(({ key }) => key === 'from');
      if (!from?.valueSpan || !from.value || names.has(from.value.toLowerCase()) || from.value.includes('$')) continue;
      if (!/^\d+$/.test(from.value)) edits.push({ ...from.valueSpan, text: STAND_IN });
    }
  }
  return edits;
}

function firstSource(build: Build): string | undefined {
  for (const instruction of build.instructions) {
    if (instruction.keyword !== 'COPY' || !('sources' in instruction) || instruction.from) continue;
    const word = instruction.sources.find(({ value }) => /^[\w][\w./-]*$/.test(value));
    if (word) return word.value;
  }
  return undefined;
}

function ask({ text, dockerignore, only }: Task, folder: string): Promise<Answer> {
  const context = join(folder, 'context');
  rmSync(context, { recursive: true, force: true });
  mkdirSync(context);
  if (dockerignore !== undefined) writeFileSync(join(context, '.dockerignore'), dockerignore);
  const file = join(folder, 'Dockerfile');
  writeFileSync(file, text);
  const args = [
    'buildx',
    'build',
    '--call=check,format=json',
    '--build-arg',
    'BUILDKIT_DOCKERFILE_CHECK=experimental=all',
  ];
  return new Promise((resolve) => {
    execFile(
      values.docker,
      [...args, '-f', file, context],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
      (_, stdout, stderr) => {
        resolve(toAnswer(stdout, stderr, only));
      },
    );
  });
}

interface Report {
  readonly warnings?: readonly {
    readonly ruleName: string;
    readonly detail: string;
    readonly location?: { readonly ranges?: readonly { readonly start: { readonly line: number } }[] };
  }[];
  readonly buildError?: { readonly message: string };
}

function toAnswer(stdout: string, stderr: string, only?: ReadonlySet<string>): Answer {
  let report: Report;
  try {
    report = JSON.parse(stdout) as Report;
  } catch {
    return { keys: [], details: new Map(), error: stderr.split('\n').findLast((line) => line !== '') ?? 'no answer' };
  }
  const keys: Key[] = [];
  const details = new Map<Key, string>();
  for (const { ruleName, detail, location } of report.warnings ?? []) {
    if (only && !only.has(ruleName)) continue;
    const key = `${ruleName}:${location?.ranges?.[0]?.start.line ?? 0}`;
    keys.push(key);
    details.set(key, detail);
  }
  const error = report.buildError?.message;
  return { keys, details, ...(error === undefined ? {} : { error }) };
}

function read({ text, dockerignore, only }: Task): Answer {
  const build = readBuild(text, dockerignore === undefined ? undefined : emptyContext(dockerignore));
  const keys: Key[] = [];
  const details = new Map<Key, string>();
  for (const { rule, at, message } of lint(build, { preset: 'buildkit', checks: 'experimental=all' })) {
    const name = checks.get(rule);
    if (name === undefined || (only && !only.has(name))) continue;
    const key = `${name}:${lineAt(build.source, at.start) + 1}`;
    keys.push(key);
    details.set(key, message);
  }
  return { keys, details };
}

function emptyContext(dockerignore: string): BuildContext {
  return readContext({ exists: () => false, read: () => undefined, list: () => [] }, dockerignore);
}

/** What is in the first list and not in the second, as often as it is there. */
function without(keys: readonly Key[], others: readonly Key[]): Key[] {
  const rest = [...others];
  return keys.filter((key) => {
    const at = rest.indexOf(key);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
}

const folder = positionals[0] ?? process.env.LAYERWISE_CORPUS;
if (folder === undefined)
  throw new Error('Which folder of Dockerfiles? Give it as an argument, or as LAYERWISE_CORPUS.');
const all = listDockerfiles(folder);
const step = values.sample === undefined ? 1 : Math.max(1, Math.floor(all.length / Number(values.sample)));
const files = all.filter((_, index) => index % step === 0);

const agreed = new Map<string, number>();
const disagreed = new Map<string, string[]>();
const stopped = new Map<string, number>();
let compared = 0;
const tasks = files.flatMap((file, index) => tasksOf(file, index));

async function work(scratch: string): Promise<void> {
  for (let task = tasks.shift(); task; task = tasks.shift()) {
    const theirs = await ask(task, scratch);
    // Behind an error nothing is said any more; the variables of FROM are looked at before images are.
    if (theirs.error !== undefined && !(task.only === OF_FROM && ABOUT_IMAGES.test(theirs.error))) {
      const reason = theirs.error.replace(/"[^"]*"|\d+/g, '…').slice(0, 80);
      stopped.set(reason, (stopped.get(reason) ?? 0) + 1);
      continue;
    }
    compared++;
    const ours = read(task);
    const place = relative(folder!, task.file);
    const note = (side: string, keys: readonly Key[], { details }: Answer) => {
      for (const key of keys) {
        const [name, line] = key.split(':') as [string, string];
        const list = disagreed.get(`${name}, only ${side}`) ?? [];
        list.push(`${place}:${line} ${details.get(key)}`);
        disagreed.set(`${name}, only ${side}`, list);
      }
    };
    const missing = without(theirs.keys, ours.keys);
    note('theirs', missing, theirs);
    note('ours', without(ours.keys, theirs.keys), ours);
    for (const key of without(theirs.keys, missing)) {
      const name = key.slice(0, key.indexOf(':'));
      agreed.set(name, (agreed.get(name) ?? 0) + 1);
    }
  }
}

async function compare(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'layerwise-compare-'));
  await Promise.all(
    Array.from({ length: Number(values.jobs) }, (_, index) => {
      const own = join(scratch, String(index));
      mkdirSync(own);
      return work(own);
    }),
  );
  rmSync(scratch, { recursive: true, force: true });
}

function print(): void {
  const sum = (lists: Iterable<number>) => [...lists].reduce((total, count) => total + count, 0);
  for (const [title, places] of [...disagreed].sort()) {
    console.log(`\n${title}: ${places.length}`);
    for (const place of places.slice(0, Number(values.show))) console.log(`  ${place}`);
  }
  console.log('\nAgreed:');
  for (const [name, count] of [...agreed].sort()) console.log(`  ${name} ${count}`);
  console.log('\nFiles at which the builder stops, so that they were not compared:');
  for (const [reason, count] of [...stopped].sort((a, b) => b[1] - a[1])) console.log(`  ${count} ${reason}`);
  const only = (side: string) =>
    sum([...disagreed].filter(([title]) => title.endsWith(side)).map(([, places]) => places.length));
  console.log(
    `\n${files.length} files, ${compared} comparisons, ${sum(stopped.values())} stopped. ` +
      `Findings: ${sum(agreed.values())} agree, ${only('theirs')} only theirs, ${only('ours')} only ours.`,
  );
}

void compare().then(print);
