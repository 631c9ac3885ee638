import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import type { ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import { withoutWords } from '../flag-fixes';
import type { Finding, Rule } from '../rule';

export const curlInsecure: Rule = {
  id: 'security/curl-insecure',
  aliases: ['CKV2_DOCKER_2'],
  severity: 'error',
  summary: 'Have curl check the certificate of the server.',
  why: `With -k, --insecure or --proxy-insecure curl takes any certificate, so whoever sits between the build and the server can put
    something else into the image. Where a server has a certificate of an authority of your own, install that one (ca-certificates)
    or name it with --cacert. A health check of the container itself is not looked at.`,
  fixable: { safety: 'unsafe', because: 'The download fails where the certificate is not one that the image trusts.' },
  about: { commands: ['curl'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN curl -fsSLk https://example.com/tool.tar.gz -o /tmp/tool.tar.gz
                 ^^^^^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
      `,
      good: dockerfile`
        FROM debian:12
        RUN curl -fsSL https://example.com/tool.tar.gz -o /tmp/tool.tar.gz
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const one of [commandsNamed, onbuildCommandsNamed]) {
      for (const command of one(build, 'curl')) {
        const words = command.arguments;
        for (let at = 0; at < words.length; at++) {
          const word = words[at]!;
          const { value } = word;
          if (value === '--insecure' || value === '--proxy-insecure') {
            found.push({ at: word, message: MESSAGE, fix: () => withoutWords(build, command, [word]) });
          } else if (value.startsWith('--')) {
            if (VALUED_LONG.has(value)) at++;
          } else if (value.startsWith('-')) {
            const { insecure, takesNext } = readLetters(value);
            if (insecure !== undefined) {
              found.push({
                at: word,
                message: MESSAGE,
                fix() {
                  if (value === '-k') return withoutWords(build, command, [word]);
                  const edit = isPlain(word) ? remove(letterAt(word, insecure)) : undefined;
                  return edit && { title: 'Delete k', edits: [edit] };
                },
              });
            }
            if (takesNext) at++;
          }
        }
      }
    }
    return found;
  },
};

const MESSAGE =
  'curl does not check whose server it talks to, so anybody in between can put something else into the image.';

/** Letters that take a value: the rest of the word, or the next one. */
const VALUED = new Set('AbcCdDeEFhHKmoPQrtTuUwxXyYz');
const VALUED_LONG = new Set(
  `--user-agent --cookie --cookie-jar --continue-at --data --data-raw --data-binary --data-urlencode --dump-header --referer --cert
  --form --header --config --max-time --output --request --range --upload-file --user --proxy-user --write-out --proxy --url --cacert
  --connect-timeout --retry --retry-delay --retry-max-time --key --capath --resolve --interface --output-dir --limit-rate`.split(
    /\s+/,
  ),
);

/** Where the letter k stands among the flags of a word, and whether the last of them takes the next word. */
function readLetters(value: string): { readonly insecure?: number; readonly takesNext: boolean } {
  let insecure: number | undefined;
  for (let at = 1; at < value.length; at++) {
    const letter = value[at]!;
    if (letter === 'k') insecure ??= at;
    // -h takes a category only where there is one behind it.
    else if (VALUED.has(letter))
      return { ...(insecure ? { insecure } : {}), takesNext: at === value.length - 1 && letter !== 'h' };
  }
  return { ...(insecure ? { insecure } : {}), takesNext: false };
}

function isPlain({ start, end, text, value }: ShellWord): boolean {
  return text === value && end - start === text.length;
}

function letterAt({ start }: ShellWord, at: number) {
  return { start: start + at, end: start + at + 1 };
}
