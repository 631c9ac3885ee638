import { UNSIGNED_FLAGS, UNSIGNED_SETTINGS } from '../../knowledge/insecure-switches';
import type { Build } from '../../model/build-types';
import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand } from '../../model/shell/shell-command';
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
  about: { instructions: ['ADD', 'COPY', 'RUN'] },
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

  *check(build) {
    for (const named of [commandsNamed, onbuildCommandsNamed]) {
      for (const command of named(build, ...UNSIGNED_FLAGS.keys())) yield* inCommand(build, command);
    }
    const { text } = build.source;
    if (!TOPICS.some((topic) => text.includes(topic))) return;
    for (const written of writtenTexts(build)) {
      const setting = UNSIGNED_SETTINGS.exec(written.text)?.[0];
      if (setting !== undefined) yield { at: spanIn(build, written, setting), message: MESSAGE };
    }
  },
};

/** Something of these is in every setting that is looked for. */
const TOPICS = ['trusted=', 'gpgcheck', 'SigLevel', 'AllowUnauthenticated'];

const MESSAGE = 'Signatures of packages are not checked, so anybody in between can put others into the image.';

const REMOVALS = new Set(['remove', 'purge', 'autoremove', 'clean', 'autoclean']);

function* inCommand(build: Build, command: ShellCommand): Iterable<Finding> {
  const { name, arguments: words } = command;
  const pattern = UNSIGNED_FLAGS.get(name!)!;
  // A query installs nothing, and neither does a removal.
  if (words.some(({ value }) => (name === 'rpm' ? /^-q|^--query$/.test(value) : REMOVALS.has(value)))) return;
  const found = words.filter(({ value }) => pattern.test(value));
  if (found.length === 0) return;
  const flags = found.flatMap((word) => {
    const before = words[words.indexOf(word) - 1];
    const needsFlag = before !== undefined && !word.value.startsWith('-');
    return needsFlag && /^-(?:o|-option|-setopt)$/.test(before.value) ? [before, word] : [word];
  });
  yield { at: found[0]!, message: MESSAGE, fix: () => withoutWords(build, command, flags) };
}
