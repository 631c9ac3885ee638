import type { Build } from '../../model/build-types';
import { expand } from '../../model/stages/variables';
import type { LabelInstruction, Pair } from '../../model/syntax/instruction';
import { labelsOf } from '../../model/syntax/labels';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const labelInvalidKey: Rule = {
  id: 'style/label-invalid-key',
  aliases: ['DL3048', 'tally/labels/valid-key'],
  severity: 'hint',
  hadolint: 'hint',
  about: { instructions: ['LABEL'] },
  summary: 'Name labels as Docker asks for.',
  why:
    'A name starts with a letter and ends with a letter or digit, all in lower case; between stand dots, dashes, underscores and slashes ' +
    'too, but no two dots or dashes in a row. Names that start with `com.docker.`, `io.docker.` or `org.dockerproject.` are for Docker. ' +
    'The first such name of each LABEL is told. A variable in a name is looked through; only the hadolint preset takes it for the name.',
  fixable: { safety: 'unsafe', because: 'Whoever reads the label has to ask for its new name.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        LABEL Build_Date="2026-03-10"
              ^^^^^^^^^^ The name Build_Date has capitals.
      `,
      good: dockerfile`
        FROM debian:12
        LABEL build_date="2026-03-10"
      `,
    },
  ],

  check(build, { hadolint }) {
    const found: Finding[] = [];
    for (const label of labelsOf(build)) {
      for (const pair of label.pairs) {
        const name = hadolint ? pair.name.value : nameOf(build, label, pair);
        const reason = name === undefined ? undefined : whyInvalid(name);
        if (reason === undefined) continue;
        found.push({
          at: pair.name.end > pair.name.start ? pair.name : pair,
          message: name === '' ? 'A label has no name.' : `The name ${name} ${reason}.`,
          fix: () => rename(build, label),
        });
        break;
      }
    }
    return found;
  },
};

/** The label's name; undefined when only the build tells. */
function nameOf({ states }: Build, { index }: LabelInstruction, { name }: Pair): string | undefined {
  if (name.references.length === 0) return name.value;
  const { value, known } = expand(name, states[index]!.scope);
  return known ? value : undefined;
}

const RESERVED = /^(?:com\.docker|io\.docker|org\.dockerproject)\./;

function whyInvalid(name: string): string | undefined {
  if (RESERVED.test(name)) return `is Docker's own, as all that start with ${RESERVED.exec(name)![0].slice(0, -1)}`;
  if (/^[a-z](?:[a-z0-9._/-]*[a-z0-9])?$/.test(name)) {
    if (name.includes('..')) return 'has two dots in a row';
    return name.includes('--') ? 'has two dashes in a row' : undefined;
  }
  if (/[A-Z]/.test(name)) return 'has capitals';
  if (/[^a-z0-9._/-]/.test(name))
    return 'has characters other than letters, digits, dots, dashes, underscores and slashes';
  return /^[a-z]/.test(name) ? 'does not end with a letter or digit' : 'does not start with a letter';
}

/** Mends every name of the LABEL, unless two would then be the same. */
function rename({ source }: Build, { pairs }: LabelInstruction): Fix | undefined {
  const edits: Edit[] = [];
  const names = new Set<string>();
  for (const { name } of pairs) {
    const mended = whyInvalid(name.value) === undefined ? name.value : mend(name.value);
    if (names.has(mended)) return undefined;
    names.add(mended);
    if (mended === name.value || whyInvalid(mended) !== undefined || name.references.length > 0) continue;
    const quote = /^(["']).*\1$/s.exec(source.text.slice(name.start, name.end))?.[1] ?? '';
    edits.push(replace(name, quote + mended + quote));
  }
  return edits.length === 0 ? undefined : { title: 'Write the name as Docker asks for', edits };
}

function mend(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9._/-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/-{2,}/g, '-')
    .replace(/^[^a-z]+|[^a-z0-9]+$/g, '');
}
