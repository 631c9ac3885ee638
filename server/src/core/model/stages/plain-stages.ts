import { oncePerBuild } from '../once-per-build';
import type { FromInstruction } from '../syntax/instruction';
import { readPlainImage } from '../syntax/plain-image';

/**
 * The stages that hadolint takes for part of the result, by index: those whose FROM says the same as the last one, and those whose
 * name some FROM has for its image, case counting. -1, what stands above or without any FROM, is one where there is none.
 */
export const plainFinals = oncePerBuild(({ stages }): ReadonlySet<number> => {
  const last = stages.at(-1);
  if (!last) return new Set([-1]);
  const bases = new Set(stages.map(({ from }) => readPlainImage(from.imageWord.text).name));
  const same = textOf(last.from);
  return new Set(
    stages
      .filter(({ from }) => textOf(from) === same || (from.alias !== undefined && bases.has(from.alias.text)))
      .map(({ index }) => index),
  );
});

function textOf({ imageWord, alias, flags }: FromInstruction): string {
  const platform = flags.find(({ name }) => name === 'platform')?.value?.text ?? '';
  return `${imageWord.text} ${alias?.text ?? ''} ${platform}`;
}
