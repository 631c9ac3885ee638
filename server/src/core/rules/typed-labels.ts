import type { Build } from '../model/build-types';
import { expand } from '../model/stages/variables';
import type { LabelInstruction, Pair, Word } from '../model/syntax/instruction';
import { labelsOf } from '../model/syntax/labels';
import { replace } from '../text/edit';
import type { Finding, Fix, LabelType, RuleSettings } from './rule';

/** What a value of one type of the label schema has to be. */
export interface TypedLabels {
  readonly type: LabelType;
  readonly isValid: (value: string) => boolean;
  /** `no URL`: what the message says of a value that is not valid. */
  readonly isNot: string;
  /** What was meant. */
  readonly mend?: (value: string) => string | undefined;
}

/**
 * Findings about labels of a type whose value is not of it: in hadolint's reading the first of each LABEL, by the text as written.
 * Else variables are looked through, and a value that only the build tells is let pass.
 */
export function findMistyped(build: Build, settings: RuleSettings, types: TypedLabels): Finding[] {
  const found: Finding[] = [];
  const { labelSchema, hadolint } = settings;
  if (!Object.values(labelSchema).includes(types.type)) return found;
  for (const label of labelsOf(build)) {
    for (const { name, value } of label.pairs) {
      if (!value || typeOf(labelSchema, name) !== types.type) continue;
      const text = hadolint ? value.value : valueOf(build, label, value);
      if (text === undefined || types.isValid(text)) continue;
      found.push({
        at: value.end > value.start ? value : name,
        message: `The value of ${name.value} is ${types.isNot}.`,
        fix: () => mended(value, types),
      });
      if (hadolint) break;
    }
  }
  return found;
}

/** The schema comes from a file, so it may lack what every object has. */
export function typeOf(schema: RuleSettings['labelSchema'], { value }: Pair['name']): LabelType | undefined {
  return Object.hasOwn(schema, value) ? schema[value] : undefined;
}

/** What the label will hold; undefined when the build is given it. */
function valueOf({ states }: Build, { index }: LabelInstruction, value: Word): string | undefined {
  if (value.references.length === 0) return value.value;
  const { scope } = states[index]!;
  const expansion = expand(value, scope);
  if (expansion.known) return expansion.value;
  return value.references.some(({ name }) => scope.lookup(name)) ? undefined : value.value;
}

function mended(value: Word, { mend }: TypedLabels): Fix | undefined {
  const quote = /^(["']).*\1$/s.exec(value.text)?.[1] ?? '';
  // With escapes or variables in it, the text is not the value.
  if (!mend || value.references.length > 0 || value.text !== quote + value.value + quote) return undefined;
  const text = mend(value.value);
  if (text === undefined || text === value.value) return undefined;
  return { title: `Write ${text}`, edits: [replace(value, quote + text + quote)] };
}
