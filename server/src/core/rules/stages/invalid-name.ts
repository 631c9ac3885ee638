import type { Build, Stage } from '../../model/build-types';
import { isEmptyForSure } from '../../model/stages/undeclared';
import { isImageReference } from '../../model/syntax/image-reference';
import type { FromInstruction, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const invalidName: Rule = {
  id: 'stages/invalid-name',
  aliases: ['INVALID_BUILD_STAGE_NAME', 'INVALID_AS', 'ARGUMENT_REQUIRES_ONE_OR_THREE', 'INVALID_REFERENCE_FORMAT'],
  severity: 'error',
  stops: ['buildkit'],
  about: { instructions: ['FROM'] },
  summary: 'Write FROM as an image, and AS with a name of letters, digits, and - _ . between.',
  why:
    'FROM takes an image, or an image, AS and a name. The name of a stage begins with a letter and has letters, digits and single `-`, ' +
    '`_` and `.` between them; variables and quotes are not taken off there. The image is a reference as registries know them: small ' +
    'letters, no address with `://`. A stage is named in small letters even where AS has capitals, so `FROM Base` does not find ' +
    '`AS Base`. An image that comes from a variable is the matter of correctness/invalid-default-arg-in-from.',
  fixable: { safety: 'unsafe', because: 'Another name may be meant.' },
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 AS 1st
                            ^^^ A stage's name begins with a letter; then come letters, digits, and - _ . between them.
        FROM debian:12
        COPY --from=1st /app /app
      `,
      good: dockerfile`
        FROM golang:1.25 AS stage-1st
        FROM debian:12
        COPY --from=stage-1st /app /app
      `,
    },
    {
      bad: dockerfile`
        FROM golang:1.25 builder
                         ^^^^^^^ Between the image and a name stands AS.
      `,
      good: dockerfile`
        FROM golang:1.25 AS builder
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      const { words } = stage.from;
      if (words.length === 0) continue;
      const odd = words.length === 1 ? undefined : checkWords(build, words);
      const misnamed = !odd && words.length === 3 ? checkName(build, words[2]!) : undefined;
      const image = !odd || odd.at === words[1] ? checkImage(build, stage) : undefined;
      for (const finding of [odd, misnamed, image]) if (finding) found.push(finding);
    }
    return found;
  },
};

const NAME = /^[a-z][a-z0-9]*(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/;

/** What is wrong with the number of words, or with the one in the middle. */
function checkWords({ source }: Build, words: readonly Word[]): Finding | undefined {
  const second = words[1];
  const third = words[2];
  const fourth = words[3];
  if (!second) return undefined;
  const rest = { start: second.start, end: words.at(-1)!.end };
  if (second.text.startsWith('#') || third?.text.startsWith('#') || fourth?.text.startsWith('#')) {
    const comment = words.find(({ text }) => text.startsWith('#'))!;
    return { at: comment, message: 'A comment cannot stand behind FROM: its words are read as arguments.' };
  }
  if (second.text.startsWith('--')) return { at: second, message: 'The flags of FROM stand in front of the image.' };
  const isAs = second.text.toLowerCase() === 'as';
  if (words.length === 2) {
    if (isAs) return { at: second, message: 'Behind AS stands the name of the stage.' };
    const name = second.text;
    return {
      at: second,
      message: 'Between the image and a name stands AS.',
      ...(NAME.test(name.toLowerCase()) && source.text.slice(second.start, second.end) === name
        ? {
            fix: {
              title: 'Write AS in front of it',
              edits: [replace({ start: second.start, end: second.start }, 'AS ')],
            },
          }
        : {}),
    };
  }
  if (!isAs)
    return { at: words.length === 3 ? second : rest, message: 'Behind the image stands AS and a name, or nothing.' };
  if (fourth)
    return { at: { start: fourth.start, end: rest.end }, message: 'Behind the name of the stage stands nothing more.' };
  return undefined;
}

function checkName(build: Build, word: Word): Finding | undefined {
  if (NAME.test(word.text.toLowerCase())) return undefined;
  return {
    at: word,
    message: word.text.includes('$')
      ? 'The name of a stage cannot have variables in it.'
      : "A stage's name begins with a letter; then come letters, digits, and - _ . between them.",
    fix: () => rename(build, word),
  };
}

function rename({ instructions, source }: Build, { text, start, end }: Word): Fix | undefined {
  if (text.includes('$') || source.text.slice(start, end) !== text) return undefined;
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/[._-]{2,}/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '');
  const name = /^[a-z]/.test(plain) ? plain : plain === '' ? '' : `stage-${plain}`;
  if (name === '' || instructions.some((each) => each.keyword === 'FROM' && each.alias?.text.toLowerCase() === name))
    return undefined;
  const edits: Edit[] = [replace({ start, end }, name)];
  for (const instruction of instructions) {
    for (const use of usesOf(instruction)) {
      if (use.text === text && use.start !== start) edits.push(replace(use, name));
    }
  }
  return { title: `Name it ${name}`, edits };
}

function usesOf(instruction: Build['instructions'][number]): readonly { start: number; end: number; text: string }[] {
  switch (instruction.keyword) {
    case 'FROM':
      return [instruction.imageWord];
    case 'ADD':
    case 'COPY':
      return instruction.from ? [instruction.from] : [];
    case 'RUN':
      return instruction.mounts.flatMap(({ options }) =>
        options.flatMap(({ key, value, valueSpan }) =>
          key === 'from' && value !== undefined && valueSpan ? [{ ...valueSpan, text: value }] : [],
        ),
      );
    default:
      return [];
  }
}

function checkImage(build: Build, { from, index }: Stage): Finding | undefined {
  const { stages } = build;
  const { imageWord: word } = from;
  const { value } = word;
  if (isEmptyForSure(build, word)) {
    return {
      at: word,
      message: 'Nothing declares this variable above the first FROM, so the name of the image is empty.',
    };
  }
  if (word.references.length > 0 || value.includes('$') || /["'\\`]/.test(value)) return undefined;
  if (value === 'scratch' || isNamedBefore(stages, index, value)) return undefined;
  if (value === '') return { at: word, message: 'The name of the image is empty.' };
  if (isImageReference(withLowerHost(value))) return undefined;
  const lower = value.toLowerCase();
  if (isNamedBefore(stages, index, lower)) {
    return { at: word, message: `Stages are named in small letters: this is ${lower}.`, fix: renamed(from, lower) };
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value))
    return { at: word, message: 'An image is named without a scheme in front.' };
  if (isImageReference(lower))
    return { at: word, message: 'The name of an image is written in small letters.', fix: renamed(from, lower) };
  return { at: word, message: 'This is no name of an image.' };
}

function isNamedBefore(stages: readonly Stage[], index: number, name: string): boolean {
  for (let at = 0; at < index; at++) if (stages[at]!.name === name) return true;
  return false;
}

/** The name of a host may have capitals. */
function withLowerHost(image: string): string {
  const slash = image.indexOf('/');
  if (slash === -1) return image;
  const first = image.slice(0, slash);
  const lower = first.toLowerCase();
  const isHost = lower !== first || first.includes('.') || first.includes(':') || first === 'localhost';
  return isHost ? lower + image.slice(slash) : image;
}

function renamed({ imageWord: { start, end, value } }: FromInstruction, name: string): Fix | undefined {
  if (end - start !== value.length) return undefined;
  // Tags may have capitals; only the name in front of them may not.
  const colon = value.indexOf(':', value.lastIndexOf('/') + 1);
  const text = colon === -1 || /@/.test(value) ? name : name.slice(0, colon) + value.slice(colon);
  return { title: `Write ${text}`, edits: [replace({ start, end }, text)] };
}
