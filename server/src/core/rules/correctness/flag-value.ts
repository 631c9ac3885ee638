import { type FlagFacts, findFlag } from '../../knowledge/instructions';
import type { Build } from '../../model/build-types';
import { isEmptyForSure } from '../../model/stages/undeclared';
import { expand } from '../../model/stages/variables';
import { isImageReference } from '../../model/syntax/image-reference';
import type { CopyInstruction, Flag, Instruction, Word } from '../../model/syntax/instruction';
import { isGitUrl } from '../../model/syntax/urls';
import { dockerfile } from '../../text/dockerfile';
import { table } from '../../text/table';
import { allInstructions, refusal } from '../refusals';
import type { Finding, Rule } from '../rule';

export const flagValue: Rule = {
  id: 'correctness/flag-value',
  aliases: [
    'FLAG_DUPLICATE',
    'FLAG_MISSING_VALUE',
    'FLAG_EXPECTED_BOOLEAN_VALUE',
    'FLAG_INVALID_FROM_VALUE',
    'FLAG_INVALID_LINK_VALUE',
  ],
  severity: 'error',
  stops: ['buildkit'],
  summary: 'Give each flag once, with a value of the kind that it takes.',
  why:
    'The builder refuses a flag that is given twice (only `--mount`, `--device` and `--exclude` may be), one without its value, and ' +
    'values that it cannot read: a switch is `true` or `false` or stands bare, `--chmod` is octal up to 07777 or symbolic (`u=rwX,go=rX`), ' +
    '`--network` is default, none or host, `--security` is sandbox or insecure, `--checksum` is a digest and goes with one download, ' +
    '`--platform` is os/architecture. `COPY --from` expands no variables: name a stage that is FROM the variable. Values with variables ' +
    'that the file does not tell are not looked at. The durations and retries of HEALTHCHECK are the matter of ' +
    'correctness/healthcheck-invalid, the options of mounts that of cache/invalid-mount-option.',
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY --chmod=u+rx --chmod=0755 run.sh /usr/local/bin/
                          ^^^^^^^^^^^^ --chmod is given twice.
        COPY --link=yes index.html /srv/
                    ^^^ --link is true or false.
      `,
      good: dockerfile`
        FROM debian:12
        COPY --chmod=0755 run.sh /usr/local/bin/
        COPY --link index.html /srv/
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const instruction of allInstructions(build, settings)) {
      const { flags, keyword } = instruction;
      if (flags.length === 0 || (keyword === 'HEALTHCHECK' && instruction.form === 'NONE')) continue;
      for (const [index, flag] of flags.entries()) {
        const facts = findFlag(keyword, flag.name);
        if (!facts) continue;
        const earlier = facts.repeatable ? undefined : flags.slice(0, index).find(({ name }) => name === flag.name);
        if (earlier) {
          const related = [{ at: earlier, message: 'The first one stands here.' }];
          found.push(refusal(instruction, { at: flag, message: `--${flag.name} is given twice.`, related }));
        }
        const finding = checkValue(build, instruction, flag, facts);
        if (finding) found.push(refusal(instruction, finding));
      }
    }
    return found;
  },
};

function checkValue(build: Build, instruction: Instruction, flag: Flag, facts: FlagFacts): Finding | undefined {
  const { name, value: word } = flag;
  if (!word) {
    return facts.value === 'boolean' ? undefined : { at: flag, message: `--${name} has no value.` };
  }
  const written = word.value;
  if (facts.value === 'boolean') {
    if (written === '') return { at: flag, message: `--${name} has an equals sign, but no value.` };
    return /^(?:true|false)$/i.test(written) ? undefined : { at: word, message: `--${name} is true or false.` };
  }
  if (typeof facts.value === 'object') {
    if (facts.value.includes(written)) return undefined;
    const variables = written.includes('$') ? '; variables are not expanded here' : '';
    const names = `${facts.value.slice(0, -1).join(', ')} or ${facts.value.at(-1)}`;
    return { at: written === '' ? flag : word, message: `--${name} is ${names}${variables}.` };
  }
  if (name === 'from') {
    if (word.references.length === 0) return checkFrom(word);
    return {
      at: word,
      message: '--from expands no variables: name a stage that is FROM the variable, with an ARG above the first FROM.',
    };
  }
  const { scope } = build.states[instruction.index]!;
  const { value, known } = expand(word, scope);
  if (name === 'platform' && isEmptyForSure(build, word)) {
    return { at: word, message: 'Nothing declares this variable, so the platform is empty.' };
  }
  if (!known || instruction.onbuild) return undefined;
  const wrong = misfit(name, value, instruction);
  return wrong === undefined ? undefined : { at: word, message: wrong };
}

/** A name that is no stage's, no image's and no number can be nothing. */
function checkFrom(word: Word): Finding | undefined {
  const { value } = word;
  if (value === '' || value.includes('$') || /^\d+$/.test(value) || isImageReference(value.toLowerCase()))
    return undefined;
  return { at: word, message: 'This names neither a stage nor an image.' };
}

/** What is wrong with a value whose variables are expanded. */
function misfit(name: string, value: string, instruction: Instruction): string | undefined {
  if (value === '') return undefined;
  switch (name) {
    case 'chmod':
      return isMode(value) ? undefined : '--chmod is octal, from 0 to 07777, or symbolic as in u=rwX,go=rX.';
    case 'checksum':
      return instruction.keyword === 'ADD' ? checkChecksum(value, instruction as CopyInstruction) : undefined;
    case 'platform':
      return isPlatform(value) ? undefined : '--platform is os/architecture, with a variant behind it where needed.';
    default:
      return undefined;
  }
}

const SYMBOLIC = /^[ugoa]*(?:[-+=][rwxXstugo]*)+$/;

function isMode(value: string): boolean {
  if (/^\d/.test(value)) return /^[0-7]+$/.test(value) && Number.parseInt(value, 8) <= 0o7777;
  return value.split(',').every((part) => SYMBOLIC.test(part));
}

const DIGEST_LENGTHS: Readonly<Record<string, number>> = table({ sha256: 64, sha384: 96, sha512: 128 });

function checkChecksum(value: string, { sources, heredocs }: CopyInstruction): string | undefined {
  const source = sources[0];
  if (heredocs.length > 0 || sources.length > 1) return '--checksum goes with one download only.';
  if (!source || source.references.length > 0) return undefined;
  if (isGitUrl(source.value)) return undefined;
  if (!/^https?:\/\//.test(source.value)) return '--checksum goes with a download or a Git repository only.';
  const [, algorithm, digest] = /^([A-Za-z0-9_+.-]+):(.*)$/s.exec(value) ?? [];
  if (algorithm === undefined || digest === undefined)
    return '--checksum is a digest: sha256:, and 64 hexadecimal digits.';
  const length = DIGEST_LENGTHS[algorithm];
  if (length === undefined) return '--checksum is a sha256, sha384 or sha512 digest.';
  if (digest.length !== length || !/^[0-9a-f]+$/.test(digest)) {
    return `A ${algorithm} digest has ${length} hexadecimal digits in small letters.`;
  }
  return undefined;
}

/** What may stand alone as a platform: operating systems and architectures that Go knows, with the other names of some. */
const LONE_PLATFORM = new Set(
  (
    'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos macos ' +
    '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv ' +
    'riscv64 s390 s390x sparc sparc64 wasm i386 x86_64 x86-64 aarch64 armhf armel'
  ).split(' '),
);

function isPlatform(value: string): boolean {
  const parts = value.split('/');
  if (parts.length > 3) return false;
  const os = /^[A-Za-z0-9_-]+(?:\([A-Za-z0-9_.%+-]*\))?$/.test(parts[0]!);
  if (!os || !parts.slice(1).every((part) => /^[A-Za-z0-9_.-]+$/.test(part))) return false;
  return parts.length > 1 || LONE_PLATFORM.has(value.toLowerCase().replace(/\(.*/, ''));
}
