import { findPinnedTag } from '../../knowledge/images/base-image-tags';
import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build, Scope, Stage, Variable } from '../../model/build-types';
import { expandUngiven, PLATFORM_ARGS } from '../../model/stages/variables';
import { isImageReference } from '../../model/syntax/image-reference';
import type { Instruction, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert, replace } from '../../text/edit';
import { table } from '../../text/table';
import type { Finding, Fix, Rule } from '../rule';

export const invalidDefaultArgInFrom: Rule = {
  id: 'correctness/invalid-default-arg-in-from',
  aliases: ['InvalidDefaultArgInFrom'],
  severity: 'warning',
  buildkit: 'on',
  summary: 'Give the ARGs of FROM defaults that make an image name.',
  why: `Without \`--build-arg\`, FROM has to name an image all the same: a build that is started without arguments, by an editor, a
    scanner or a colleague, stops here otherwise. Looked at is the name with the defaults of the ARGs above the first FROM, and with
    nothing in the place of those that have none; a name that is fine without the variable (\`debian:12\${VARIANT}\`) is not
    reported. Under the BuildKit preset a name without variables is looked at as well, as the builder does.`,
  fixable: { safety: 'unsafe', because: 'The default is a guess at what is built.' },
  examples: [
    {
      bad: dockerfile`
        ARG TAG
        FROM debian:\${TAG}
             ^^^^^^^^^^^^^ With the ARGs at their defaults this is "debian:", which is no image name: give TAG a default that makes one.
      `,
      good: dockerfile`
        ARG TAG=13
        FROM debian:\${TAG}
      `,
    },
  ],
  about: { instructions: ['FROM'] },

  check(build, { buildkit = false }) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      const { imageWord } = stage.from;
      if (imageWord.text === '' || (imageWord.references.length === 0 && !buildkit)) continue;
      // The builder compares with the names of stages in lower case; older ones, and other builders, do not mind.
      if (stage.parent && !buildkit) continue;
      const scopeAt = ({ index }: Instruction) => inFrom(build.states[index]!.scope);
      const name = expandUngiven(imageWord, scopeAt(stage.from), scopeAt);
      if (isImageReference(name) || name === 'scratch' || (stage.parent && name === stage.parent.name)) continue;
      found.push({ at: imageWord, message: messageOf(stage, name), fix: () => findFix(build, stage) });
    }
    return found;
  },
};

/** What the builder itself gives, for a build on and for the most usual platform. */
const PREDEFINED: Readonly<Record<string, string>> = table({
  PLATFORM: 'linux/amd64',
  OS: 'linux',
  ARCH: 'amd64',
  STAGE: 'default',
});

function inFrom(scope: Scope): Scope {
  return {
    all: () => scope.all(),
    args: () => scope.args(),
    lookup(name): Variable | undefined {
      const declared = scope.lookup(name);
      if (declared?.value !== undefined || !PLATFORM_ARGS.has(name)) return declared;
      return {
        name,
        kind: 'predefined',
        overridable: true,
        value: PREDEFINED[name.replace(/^(?:BUILD|TARGET)/, '')] ?? '',
      };
    },
  };
}

/** What a default holds is not shown. */
function messageOf({ from: { imageWord } }: Stage, name: string): string {
  const names = [...new Set(imageWord.references.map((reference) => reference.name))];
  if (names.length === 0) return 'This is no image name.';
  const advice = `give ${names.join(' and ')} ${names.length === 1 ? 'a default' : 'defaults'} that ${names.length === 1 ? 'makes' : 'make'} one.`;
  if (name === '') return `With the ARGs at their defaults nothing is left of the image name: ${advice}`;
  const literal = name === withoutReferences(imageWord);
  return `With the ARGs at their defaults this is ${literal ? `"${name}", which is ` : ''}no image name: ${advice}`;
}

function withoutReferences({ value, references }: Word): string {
  let rest = '';
  let at = 0;
  for (const reference of references) {
    rest += value.slice(at, reference.at);
    at = reference.at + reference.text.length;
  }
  return rest + value.slice(at);
}

/** A release for a tag that is one variable, of an image whose releases are known. */
function findFix({ globals }: Build, { from: { imageWord } }: Stage): Fix | undefined {
  const [reference, ...others] = imageWord.references;
  if (!reference || others.length > 0 || reference.operator !== undefined) return undefined;
  const image = imageWord.value.slice(0, reference.at);
  if (!image.endsWith(':') || reference.at + reference.text.length !== imageWord.value.length) return undefined;
  const variable = globals.findLast((one) => one.name === reference.name);
  const tag = findPinnedTag(readBaseImage(image.slice(0, -1)));
  if (tag === undefined || !variable?.nameWord || (variable.value !== undefined && variable.value !== ''))
    return undefined;
  const { nameWord, valueWord } = variable;
  const edit = valueWord ? replace(valueWord, tag) : insert(nameWord.end, `=${tag}`);
  return { title: `Give ${reference.name} the default ${tag}`, edits: [edit] };
}
