import { type LabelType, labelTypes } from '../../core/index';
import type { Setting } from './config-file';

/** What each label has to hold; a type that is left out is `text`. */
export function readLabelSchema(setting: Setting | undefined): Readonly<Record<string, LabelType>> {
  const entries = setting?.entries('a list of "label: type"') ?? [];
  return Object.fromEntries(
    entries.map((entry) => [
      entry.path.at(-1)!,
      entry.value === null || entry.value === '' ? 'text' : entry.oneOf(labelTypes),
    ]),
  );
}

/** `name:type` each; undefined where one is something else. */
export function toLabelSchema(given: readonly string[]): Readonly<Record<string, LabelType>> | undefined {
  const found: Record<string, LabelType> = {};
  for (const one of given) {
    const colon = one.lastIndexOf(':');
    const type = labelTypes.find((known) => known === (one.slice(colon + 1) || 'text'));
    if (colon < 1 || type === undefined) return undefined;
    found[one.slice(0, colon)] = type;
  }
  return found;
}
