import type { Wishes } from '../knowledge/ecosystem';
import { typicalImageSize } from '../knowledge/images/image-sizes';
import { alternativesTo } from '../knowledge/images/runtime-alternatives';
import type { Build } from '../model/build-types';
import { conversionOf } from '../model/multi-stage/conversion';
import type { Span } from '../text/span';
import { formatSize } from './conversion-effect';

/** An image that what is built can run on. */
export interface RuntimeChoice {
  readonly image: string;
  /** What it is like, in a line. */
  readonly detail: string;
}

/**
 * The images that a stage can be converted to, the one that is taken by itself first; empty where it can't be converted. Each was
 * tried: none has another C library than the program, or lacks what the container calls.
 */
export function runtimeChoices(build: Build, selection: Span, wishes: Wishes = {}): RuntimeChoice[] {
  const { answers } = wishes;
  const attempt = (runtime?: string) => {
    const result = conversionOf(build, selection, {
      ...(answers ? { answers } : {}),
      ...(runtime === undefined ? {} : { runtime }),
    });
    return result && 'edits' in result ? result : undefined;
  };
  const own = attempt()?.runtime;
  if (own === undefined) return [];
  const others = alternativesTo(own).filter(({ image }) => image !== own && attempt(image)?.runtime === image);
  return [{ image: own, detail: 'what the conversion takes by itself' }, ...others].map(({ image, detail }) => ({
    image,
    detail: withSize(image, detail),
  }));
}

function withSize(image: string, detail: string): string {
  const size = typicalImageSize(image);
  return size === undefined || size === 0 ? detail : `about ${formatSize(size * 1_000_000)}: ${detail}`;
}
