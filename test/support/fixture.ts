import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import {
  type BuildContext,
  type Builder,
  type ImageFacts,
  readContext,
  readMinimumFrontend,
} from '../../server/src/core/index';

/** One case: a Dockerfile with marks, and what comes of it. */
export interface Fixture {
  readonly name: string;
  /** As written: with marks. */
  readonly marked: string;
  /** Without marks: what the code under test sees. */
  readonly text: string;
  readonly expected: readonly Expected[];
  readonly context?: BuildContext;
  readonly settings?: object;
  readonly builder?: Builder;
  /** Not to be tried with CRLF: a here-document keeps the CR of its lines, with which its commands are others. */
  readonly unixOnly?: true;
  /** Where the text stands, for messages. */
  readonly place: string;
}

/** What stands behind `===>`. */
export interface Expected {
  /** The words behind the arrow. */
  readonly title: string;
  readonly text: string;
}

/** `    ^^^^ message` marks a finding in the line above, `    ~~~~ message` a place that a finding is related to. */
const MARK = /^[ \t]*(?:\^+|~{2,})(?: .*)?$/;
const NEW_CASE = /^### (.+)$/;
const ARROW = /^===>(?: (.+))?$/;
/** `--- file: path` starts a file of the build context, `--- settings: {…}` gives a rule's settings, `--- minimumFrontend: 1.4` the builder's, `--- named: path` the Dockerfile's own path, `--- images: {…}` what is known of base images, `--- lineEnds: LF` leaves CRLF out. */
const ASIDE = /^--- (file|images|lineEnds|settings|minimumFrontend|named): (.+)$/;

/** The text ends without a newline; so does an example of a rule that is written without one. */
const NO_NEWLINE = '--- no final newline';

const root = join(import.meta.dirname, '..');

/** The cases of `test/<path>.dockerfile` and of the files in `test/<path>/`, as far as they are there. */
export function readFixtures(path: string): Fixture[] {
  const inside = listFixtures(path).flatMap((name) => readFile(join(root, `${name}.dockerfile`)));
  const file = join(root, `${path}.dockerfile`);
  return existsSync(file) ? [...readFile(file), ...inside] : inside;
}

function readFile(file: string): Fixture[] {
  const place = relative(root, file).replaceAll(sep, '/');
  const cases: { name: string; lines: string[] }[] = [];
  for (const line of readFileSync(file, 'utf8').replace(/\n$/, '').split('\n')) {
    const start = NEW_CASE.exec(line);
    if (start) cases.push({ name: start[1]!, lines: [] });
    else if (cases.length > 0) cases.at(-1)!.lines.push(line);
    else if (line !== '') throw new Error(`${place}: text before the first "### name".`);
  }
  const fixtures = cases.map(({ name, lines }) => readFixture(withoutBlankEnd(lines) + '\n', name, place));
  refuse(fixtures, place);
  return fixtures;
}

/** Every fixture file below `test/<folder>`, as paths that `readFixtures` takes. */
export function listFixtures(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.dockerfile'))
    .map((name) => `${folder}/${name.replaceAll(sep, '/').slice(0, -'.dockerfile'.length)}`)
    .sort();
}

/** Takes one case apart. Files of the build context may come as asides of the text, or by `files`. */
export function readFixture(
  written: string,
  name = '',
  place = name,
  files?: Readonly<Record<string, string>>,
): Fixture {
  const sections: { kind: 'text' | 'expected' | 'file'; title: string; lines: string[] }[] = [
    { kind: 'text', title: '', lines: [] },
  ];
  let settings: object | undefined;
  let builder: Builder | undefined;
  let newline = written.endsWith('\n');
  let unixOnly = false;
  for (const line of written.replace(/\n$/, '').split('\n')) {
    const arrow = ARROW.exec(line);
    const aside = ASIDE.exec(line);
    if (line === NO_NEWLINE) newline = false;
    else if (arrow) sections.push({ kind: 'expected', title: arrow[1] ?? '', lines: [] });
    else if (aside?.[1] === 'file') sections.push({ kind: 'file', title: aside[2]!, lines: [] });
    else if (aside?.[1] === 'minimumFrontend') builder = { ...builder, frontendMinor: readMinimumFrontend(aside[2]!) };
    else if (aside?.[1] === 'images') builder = { ...builder, ...toImages(JSON.parse(aside[2]!)) };
    else if (aside?.[1] === 'named') builder = { ...builder, file: aside[2]! };
    else if (aside?.[1] === 'lineEnds') unixOnly = true;
    else if (aside) settings = JSON.parse(aside[2]!) as object;
    else sections.at(-1)!.lines.push(line);
  }
  const asides = sections.filter(({ kind }) => kind === 'file').map(({ title, lines }) => [title, toText(lines)]);
  const all: Record<string, string> = { ...files, ...Object.fromEntries(asides) };
  const lines = sections[0]!.lines;
  const toWritten = (some: readonly string[]) => (newline ? toText(some) : some.join('\n'));
  return {
    name,
    place,
    marked: toWritten(lines),
    text: toWritten(lines.filter((line) => !MARK.test(line))),
    expected: sections
      .filter(({ kind }) => kind === 'expected')
      .map(({ title, lines: expected }) => ({ title, text: toText(expected) })),
    ...(Object.keys(all).length > 0 ? { context: toContext(all) } : {}),
    ...(settings ? { settings } : {}),
    ...(builder ? { builder } : {}),
    ...(unixOnly ? { unixOnly } : {}),
  };
}

/** What a builder knows of base images. */
export function toImages(images: Readonly<Record<string, ImageFacts>> = {}): Pick<Builder, 'images'> {
  return { images: new Map(Object.entries(images)) };
}

/** A build context of files held in memory. A path that ends with a slash is an empty directory. */
export function toContext(files: Readonly<Record<string, string>>): BuildContext {
  const paths = Object.keys(files);
  return readContext(
    {
      exists: (path) => paths.some((file) => file === path || file.startsWith(`${path}/`)),
      read: (path) => files[path],
      list: (keep) => paths.filter((file) => !file.endsWith('/') && keep(file)).sort(),
    },
    files['Dockerfile.dockerignore'] ?? files['.dockerignore'],
  );
}

/** Lazy cases are refused: one that shows nothing, or one that is there twice. */
function refuse(fixtures: readonly Fixture[], place: string): void {
  if (fixtures.length === 0) throw new Error(`${place} has no case.`);
  const seen = new Map<string, string>();
  for (const { name, marked, expected, context, settings, builder } of fixtures) {
    if (marked.trim() === '') throw new Error(`${place}: "${name}" has no text.`);
    if (MARK.test(marked.slice(0, marked.indexOf('\n')))) throw new Error(`${place}: "${name}" starts with a mark.`);
    for (const { title, text } of expected) {
      if (title === '' && text.trim() === '') throw new Error(`${place}: "${name}" expects nothing behind ===>.`);
    }
    const key = JSON.stringify([
      marked,
      expected.map(({ title }) => title),
      context?.files,
      settings,
      builder,
      [...(builder?.images ?? [])],
    ]);
    const twin = seen.get(key);
    if (twin !== undefined) throw new Error(`${place}: "${name}" is the same case as "${twin}".`);
    if ([...seen.values()].includes(name)) throw new Error(`${place}: two cases are named "${name}".`);
    seen.set(key, name);
  }
}

function withoutBlankEnd(lines: readonly string[]): string {
  return lines.join('\n').replace(/\n+$/, '');
}

function toText(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
