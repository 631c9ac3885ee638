import { readPlatform } from '../../knowledge/platforms';
import type { Builder, ImageFacts, Stage } from '../build-types';
import type { Word } from '../syntax/instruction';

/** The platform that a FROM asks for by name, and what is known of the image that it asks for. */
export interface RequestedPlatform {
  readonly word: Word;
  /** `linux/arm64`, without variant. */
  readonly platform: string;
  readonly facts: ImageFacts;
}

/** Undefined where no constant is given, or nothing is known of the image. */
export function readRequestedPlatform(
  { images }: Builder,
  { from, parent, base }: Stage,
): RequestedPlatform | undefined {
  const facts = parent ? undefined : images?.get(base);
  const word = facts && from.flags.find(({ name }) => name === 'platform')?.value;
  if (!word || word.references.length > 0) return undefined;
  const platform = toPlatformName(word.value);
  return platform === undefined ? undefined : { word, platform, facts };
}

/** A platform by its usual names, without variant: `linux/aarch64/v8` is `linux/arm64`. */
export function toPlatformName(text: string): string | undefined {
  const platform = readPlatform(text);
  return platform && `${platform.os}/${platform.architecture}`;
}
