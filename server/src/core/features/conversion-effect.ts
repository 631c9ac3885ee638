import { readBaseImage } from '../knowledge/images/base-images';
import { typicalImageSize, typicalToolSize } from '../knowledge/images/image-sizes';
import { toolsOfImage, toolsOfPackage } from '../knowledge/images/image-tools';
import type { Build, Stage } from '../model/build-types';
import { keptPackages } from '../model/installs/kept-packages';
import { enumerate } from '../text/enumerate';
import { table } from '../text/table';

/** What a conversion to multi-stage does to the image that ships, as far as it can be told without building it. */
export interface ConversionEffect {
  /** Commands that the image had and has no more. */
  readonly leaving: readonly string[];
  /** Without what the build itself puts into the images. */
  readonly size?: ImageSizes;
  /** The sizes in some words: `about 840 MB → 2 MB`; where they shrink. */
  readonly headline?: string;
  /** The same in words: a sentence each, none where nothing is known. */
  readonly sentences: readonly string[];
}

/** Sizes of base images with the tools that are installed on them, in bytes. */
export interface ImageSizes {
  readonly before: number;
  readonly after: number;
}

/** The images that the effect of a conversion depends on: an engine may know what they take up. */
export function imagesOf(...builds: readonly Build[]): string[] {
  return [...new Set(builds.flatMap((build) => build.stages.at(-1)?.root ?? []))];
}

/**
 * What leaves the image that ships, by what is known of well-known images.
 * @param measured what images take up on this machine, in bytes
 */
export function conversionEffect(
  before: Build,
  after: Build,
  measured: ReadonlyMap<string, number> = new Map(),
): ConversionEffect {
  const [old, now] = [before.stages.at(-1), after.stages.at(-1)];
  if (!old || !now) return { leaving: [], sentences: [] };
  const has = readTools(before, old);
  const keeps = readTools(after, now);
  // What is not known of the new image may well be in there.
  const leaving = keeps === undefined ? [] : [...(has ?? [])].filter((tool) => !keeps.has(tool)).sort(byImportance);
  const size = readSizes(before, after, measured);
  const headline = size && size.after < size.before ? headlineOf(size) : undefined;
  const sentences = [
    ...(headline === undefined ? [] : [sizeSentence(headline, old.root, now.root, measured)]),
    ...(leaving.length > 0
      ? [`${list(leaving.map(titleOf))} ${leaving.length === 1 ? 'leaves' : 'leave'} the image.`]
      : []),
  ];
  return { leaving, ...(size ? { size } : {}), ...(headline === undefined ? {} : { headline }), sentences };
}

/** The telling tools of a stage; undefined where its image is not known. */
function readTools(build: Build, stage: Stage): ReadonlySet<string> | undefined {
  const own = toolsOfImage(stage.root);
  return own && new Set([...own, ...installedTools(build, stage)]);
}

function installedTools(build: Build, stage: Stage): string[] {
  return keptPackages(build, stage).flatMap(({ names }) => names.flatMap(toolsOfPackage));
}

function readSizes(before: Build, after: Build, measured: ReadonlyMap<string, number>): ImageSizes | undefined {
  const [old, now] = [before, after].map((build) => {
    const stage = build.stages.at(-1)!;
    const image = measured.get(stage.root) ?? megabytes(typicalImageSize(stage.root));
    if (image === undefined) return undefined;
    const { distro } = readBaseImage(stage.root);
    const own = new Set(toolsOfImage(stage.root));
    const added = new Set(installedTools(build, stage).filter((tool) => !own.has(tool)));
    return image + [...added].reduce((sum, tool) => sum + megabytes(typicalToolSize(tool, distro)), 0);
  });
  return old === undefined || now === undefined ? undefined : { before: old, after: now };
}

function megabytes(count: number): number;
function megabytes(count: number | undefined): number | undefined;
function megabytes(count: number | undefined): number | undefined {
  return count === undefined ? undefined : count * 1_000_000;
}

function headlineOf({ before, after }: ImageSizes): string {
  return `about ${formatSize(before)} → ${formatSize(after)}`;
}

function sizeSentence(headline: string, old: string, now: string, measured: ReadonlyMap<string, number>): string {
  const images = [...new Set([old, now])];
  const here = images.filter((image) => measured.has(image));
  const typical = images.filter((image) => !measured.has(image));
  const sources = [
    ...(here.length > 0 ? [`the sizes of ${here.join(' and ')} on this machine`] : []),
    ...(typical.length > 0 ? [`typical sizes of ${typical.join(' and ')}`] : []),
  ];
  return `A${headline.slice(1)} before your own files, by ${sources.join(' and ')}.`;
}

/** `1.1 GB`, `840 MB`: as much as is worth saying. */
export function formatSize(bytes: number): string {
  if (bytes >= 999_500_000) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes > 0 && bytes < 1_000_000 ? '1 MB' : `${Math.round(bytes / 1e6)} MB`;
}

/** A language's own tools first, what is on every system last. */
const ORDER = ['apt', 'apk', 'sh'];

function byImportance(a: string, b: string): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}

const TITLES: Readonly<Record<string, string>> = table({
  'dotnet-sdk': 'the .NET SDK',
  'python3-dev': "Python's headers",
  sh: 'the shell',
});

function titleOf(tool: string): string {
  return TITLES[tool] ?? tool;
}

function list(words: readonly string[]): string {
  const text = enumerate(words);
  return text.charAt(0) === text.charAt(0).toLowerCase() && text.startsWith('the ') ? `The ${text.slice(4)}` : text;
}
