import {
  applyEdits,
  type Build,
  conversionEffect,
  findRefactoring,
  imagesOf,
  isRefusal,
  positionAt,
  type Rewrite,
  readBuild,
  runtimeChoices,
  type Span,
  type Wishes,
} from '../core/index';
import { toSpan, toTextEdits } from './convert';
import type { Analysis, Host } from './documents';
import type { RefactorParams, RefactorPreview, RefactorResult, RuntimeChoice, RuntimeChoicesParams } from './protocol';

/** What a refactoring would do to a document, what it needs to be told first, or why it does not apply. */
export async function previewRefactoring(
  analysis: Analysis | undefined,
  params: RefactorParams,
  host: Host,
): Promise<RefactorResult> {
  const refactoring = findRefactoring(params.refactoring);
  if (!refactoring) {
    return { title: params.refactoring, because: 'This version of Layerwise does not know the refactoring.' };
  }
  const { title } = refactoring;
  if (!analysis) return { title, because: 'The document is not open as a Dockerfile.' };
  const { build, version } = analysis;
  const result = refactoring.apply(build, selectionOf(build, params), wishesOf(params));
  if (!result) return { title, because: 'There is nothing here that it applies to.' };
  if (isRefusal(result)) return { title, because: result.because, ...(result.asks ? { asks: result.asks } : {}) };
  const text = applyEdits(build.source.text, result.edits);
  return {
    title: result.title ?? title,
    notes: result.notes ?? [],
    version,
    edits: toTextEdits(build.source, result.edits),
    text,
    ...(await readMeaning(build, text, result, host)),
  };
}

/** What a conversion means for the image; nothing for what leaves the image as it is. */
async function readMeaning(
  build: Build,
  text: string,
  { moves }: Rewrite,
  host: Host,
): Promise<Pick<RefactorPreview, 'effect' | 'headline' | 'moves' | 'runtimeLine'>> {
  if (!moves) return { effect: [], moves: [] };
  const after = readBuild(text, build.context, build.builder);
  const sizes = await host.imageSizes?.(imagesOf(build, after));
  const from = after.stages.at(-1)?.from;
  const { sentences, headline } = conversionEffect(build, after, sizes);
  return {
    effect: sentences,
    ...(headline === undefined ? {} : { headline }),
    moves: moves.map(({ line, to, why }) => ({ line: line - 1, to, why })),
    ...(from ? { runtimeLine: positionAt(after.source, from.start).line } : {}),
  };
}

/** The images that a document's stage can be converted to. */
export function readRuntimeChoices({ build }: Analysis, params: RuntimeChoicesParams): RuntimeChoice[] {
  return runtimeChoices(build, selectionOf(build, params), wishesOf(params));
}

function selectionOf({ source }: Build, { range }: RuntimeChoicesParams): Span {
  return range ? toSpan(source, range) : { start: 0, end: 0 };
}

function wishesOf({ runtime, answers }: RuntimeChoicesParams): Wishes {
  return {
    ...(runtime === undefined ? {} : { runtime }),
    ...(answers && Object.keys(answers).length > 0 ? { answers: new Map(Object.entries(answers)) } : {}),
  };
}
