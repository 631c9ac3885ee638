import { isArchiveName } from '../../knowledge/archive-names';
import type { Build } from '../../model/build-types';
import { expand } from '../../model/stages/variables';
import { casingOf, inCase } from '../../model/syntax/casing';
import type { CopyInstruction, Word } from '../../model/syntax/instruction';
import { isGitUrl } from '../../model/syntax/urls';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Fix, Rule, RuleSettings } from '../rule';

export const preferCopyOverAdd: Rule = {
  id: 'style/prefer-copy-over-add',
  aliases: ['DL3020', 'DS005', 'CKV_DOCKER_4'],
  severity: 'warning',
  hadolint: 'error',
  about: { instructions: ['ADD'] },
  summary: 'Copy files and directories with COPY.',
  why:
    'ADD also downloads, clones and unpacks, so somebody who reads it has to find out which of that is meant. COPY only copies. ADD stays ' +
    'for archives that it shall unpack, for URLs and Git repositories, and for its own flags. The hadolint preset knows URLs and the ' +
    'endings of archives only, in the case that they usually have.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        ADD app.py /srv/
        ^^^ ADD only copies app.py here, which COPY says more clearly.
      `,
      good: dockerfile`
        FROM python:3.13-slim
        COPY app.py /srv/
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'ADD') continue;
      const source = plainSource(build, instruction, settings);
      if (!source) continue;
      found.push({
        at: instruction.keywordSpan,
        message: `ADD only copies ${source} here, which COPY says more clearly.`,
        fix: () => toCopy(build, instruction),
      });
    }
    return found;
  },
};

/** Flags for which it has to be ADD. */
const ONLY_ADD = new Set(['checksum', 'keep-git-dir', 'unpack']);

/** Archives that ADD unpacks as well, though hadolint does not go by these names. */
const UNPACKED = /\.(?:tar|tar\.\w+|tgz|tbz2?|txz|tzst)$/i;

/** The first source that COPY could take, as it is written. */
function plainSource(build: Build, instruction: CopyInstruction, { hadolint }: RuleSettings): string | undefined {
  const { sources, heredocs, flags, destination } = instruction;
  if (hadolint) {
    if (heredocs.length > 0) return 'a here-document';
    return destination && sources.find(({ value }) => !isArchiveName(value) && !/^https?:\/\//.test(value))?.text;
  }
  if (!destination || flags.some(({ name }) => ONLY_ADD.has(name))) return undefined;
  const { scope } = build.states[instruction.index]!;
  return sources.find((word) => {
    const value = word.references.length === 0 ? word.value : expand(word, scope).value;
    return !isArchiveName(value) && !UNPACKED.test(value) && !/^https?:\/\//i.test(value) && !isGitUrl(value);
  })?.text;
}

/**
 * ADD knows archives by their content, whatever their name: where a name does not tell, or stands for several files, COPY may do
 * something else.
 */
function toCopy({ source, states }: Build, instruction: CopyInstruction): Fix | undefined {
  const { sources, keywordSpan, heredocs, flags, index } = instruction;
  if (flags.some(({ name }) => ONLY_ADD.has(name)) || heredocs.length > 0) return undefined;
  const { scope } = states[index]!;
  const values = sources.map((word) => expand(word, scope));
  if (values.some(({ value }) => /^[a-z][a-z0-9+.-]*:\/\/|^git@/i.test(value) || isArchiveName(value)))
    return undefined;
  const sure = values.every(
    ({ value, known, overridable }, at) => known && !overridable && isPlain(sources[at]!, value),
  );
  const casing = casingOf(source.text.slice(keywordSpan.start, keywordSpan.end));
  return {
    title: 'Use COPY',
    edits: [replace(keywordSpan, inCase('COPY', casing === 'lower' ? 'lower' : 'upper'))],
    ...(sure ? {} : { safety: 'unsafe' as const }),
  };
}

/** Endings of files that are tar archives inside, or may be. */
const TAR_INSIDE =
  /\.(?:tar\.\w+|t?zst|taz|tz|gem|crate|apk|ipk|box|ova|cbt|oci|docker|img|image|layer|rootfs|bin|data|pkg|phar|unitypackage)$/i;

function isPlain({ value: written }: Word, value: string): boolean {
  const last = written.slice(written.lastIndexOf('/') + 1);
  const names = !/[*?[]/.test(last) || /\.[A-Za-z0-9]+$/.test(last);
  return names && !TAR_INSIDE.test(value) && value !== '';
}
