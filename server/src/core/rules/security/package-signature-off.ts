import { UNSIGNED_FLAGS, UNSIGNED_SETTINGS } from '../../knowledge/insecure-switches';
import type { Build } from '../../model/build-types';
import type { ShellCommand, ShellWord } from '../../model/shell/shell-command';
import { spanIn, writtenTexts } from '../../model/shell/written-texts';
import { dockerfile } from '../../text/dockerfile';
import { withoutWords } from '../flag-fixes';
import type { Finding, Rule } from '../rule';

export const packageSignatureOff: Rule = {
  id: 'security/package-signature-off',
  aliases: [7, 8, 9, 10, 11].map((number) => `CKV2_DOCKER_${number}`),
  severity: 'warning',
  summary: 'Leave the check of package signatures on.',
  why: `The signature is what tells a package of the distribution from one that somebody put on a mirror or into the connection. With the
    check off, whoever can do that runs code in the build as root. Install the key of the repository instead (signed-by, rpm --import,
    /etc/apk/keys).`,
  fixable: { safety: 'unsafe', because: 'The install fails where the key is missing.' },
  about: {
    instructions: ['ADD', 'COPY', 'RUN'],
    texts: [
      '--allow-',
      '--force-yes',
      'allowinsecurerepositories',
      'allowunauthenticated',
      'gpg-check',
      'gpgcheck',
      'nodigest',
      'nofiledigest',
      'nosignature',
      'noverify',
      'siglevel',
      'trusted=',
    ],
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y --allow-unauthenticated tool
                                                 ^^^^^^^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y tool
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    for (const command of build.commands) {
      const found = findFlags(command);
      if (found) findings.push(aboutFlags(build, command, found));
    }
    for (const { commands } of build.onbuildScripts) {
      for (const command of commands) {
        const found = findFlags(command);
        if (found) findings.push(aboutFlags(build, command, found));
      }
    }
    const texts = writtenTexts(build);
    if (texts.length === 0 || !isTold(build.source.text)) return findings;
    for (const written of texts) {
      const setting = UNSIGNED_SETTINGS.exec(written.text)?.[0];
      if (setting !== undefined) findings.push({ at: spanIn(build, written, setting), message: MESSAGE });
    }
    return findings;
  },
};

/** Something of these is in every setting that is looked for. */
const TOPICS = ['trusted=', 'gpgcheck', 'SigLevel', 'AllowUnauthenticated'];

function isTold(text: string): boolean {
  for (const topic of TOPICS) if (text.includes(topic)) return true;
  return false;
}

const MESSAGE = 'Signatures of packages are not checked, so anybody in between can put others into the image.';

const REMOVALS = new Set(['remove', 'purge', 'autoremove', 'clean', 'autoclean']);

/** The words of a command that leave signatures unchecked; undefined where there are none. */
function findFlags({ name, arguments: words }: ShellCommand): readonly ShellWord[] | undefined {
  const pattern = name === undefined ? undefined : UNSIGNED_FLAGS.get(name);
  if (!pattern) return undefined;
  let found: ShellWord[] | undefined;
  for (const word of words) {
    // Most words are names of packages.
    if (!/^-|[=\s]/.test(word.value) || !pattern.test(word.value)) continue;
    found ??= [];
    found.push(word);
  }
  // A query installs nothing, and neither does a removal.
  const isOther = (value: string) => (name === 'rpm' ? /^-q|^--query$/.test(value) : REMOVALS.has(value));
  return found && !words.some(({ value }) => isOther(value)) ? found : undefined;
}

function aboutFlags(build: Build, command: ShellCommand, found: readonly ShellWord[]): Finding {
  const words = command.arguments;
  const flags = found.flatMap((word) => {
    const before = words[words.indexOf(word) - 1];
    const needsFlag = before !== undefined && !word.value.startsWith('-');
    return needsFlag && /^-(?:o|-option|-setopt)$/.test(before.value) ? [before, word] : [word];
  });
  return { at: found[0]!, message: MESSAGE, fix: () => withoutWords(build, command, flags) };
}
