import type { Build } from '../../model/build-types';
import { commandsNamed, type NamedCommand, onbuildCommandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand, ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { insert, replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

const CHECKERS = ['md5sum', 'sha1sum', 'sha224sum', 'sha256sum', 'sha384sum', 'sha512sum'] as const;

export const sha256sumFormat: Rule = {
  id: 'correctness/sha256sum-format',
  aliases: ['sha256sumEchoOneSpaces'],
  severity: 'warning',
  about: { commands: CHECKERS },
  summary: 'Write two spaces between the checksum and the file.',
  why: `A line that sha256sum checks is the checksum, a space, a space or an asterisk, and the file. With one space the tools of GNU guess
    what was meant, those of BusyBox (Alpine) and older ones find no valid line and fail. The other tools of the family are looked at
    too. \`echo\` joins its words with one space each, so both belong into one pair of quotes.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM alpine:3.22
        RUN echo "$SHA256 tool.tar.gz" | sha256sum -c -
                 ^^^^^^^^^^^^^^^^^^^^^ sha256sum wants two spaces between the checksum and the file.
      `,
      good: dockerfile`
        FROM alpine:3.22
        RUN echo "$SHA256  tool.tar.gz" | sha256sum -c -
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const calls of [commandsNamed(build, ...CHECKERS), onbuildCommandsNamed(build, ...CHECKERS)]) {
      for (const call of calls) {
        if (!call.arguments.some(({ value }) => /^(?:-[a-z]*c[a-z]*|--check)$/.test(value))) continue;
        const echo = feederOf(call);
        const words = echo?.arguments.filter(({ value }) => !/^-[neE]+$/.test(value)) ?? [];
        if (!echo || !isShort(words)) continue;
        found.push({
          at: { start: words[0]!.start, end: words.at(-1)!.end },
          message: `${call.name} wants two spaces between the checksum and the file.`,
          fix: () => widened(build, echo, words),
        });
      }
    }
    return found;
  },
};

/** The `echo` right in front of it in a pipe. */
function feederOf(call: NamedCommand): ShellCommand | undefined {
  for (const { members } of call.script.pipelines) {
    const at = members.findIndex((commands) => commands.length === 1 && commands[0] === call);
    const before = at > 0 ? members[at - 1]! : [];
    if (before.length === 1 && before[0]!.name === 'echo') return before[0];
  }
  return undefined;
}

/** A checksum, shortened perhaps in an example, or a variable that holds it. */
const SUM = String.raw`(?:[0-9a-fA-F]{3,128}|\$\{\w+\})`;
const ONE_WORD = new RegExp(String.raw`^${SUM} (?![ *])[^\s]+$`);
const FIRST_WORD = new RegExp(`^${SUM}$`);

function isShort(words: readonly ShellWord[]): boolean {
  if (words.length === 1) return ONE_WORD.test(words[0]!.value);
  return words.length === 2 && FIRST_WORD.test(words[0]!.value) && /^[^\s*]/.test(words[1]!.value);
}

function widened({ source: { text } }: Build, echo: ShellCommand, words: readonly ShellWord[]): Fix | undefined {
  if (echo.script.form === 'exec' || echo.quotedBy) return undefined;
  const title = 'Write two spaces';
  const [first, second] = words;
  if (text.slice(first!.start, first!.end) !== first!.text) return undefined;
  if (!second) {
    const at = first!.text.indexOf(' ');
    return at === -1 || first!.text.lastIndexOf(' ') !== at
      ? undefined
      : { title, edits: [insert(first!.start + at, ' ')] };
  }
  // Quotes of their own, or a glob, would come to mean something else between new ones.
  if (words.some((word) => !/^[\w.${}/:+@%-]+$/.test(word.text))) return undefined;
  const span = { start: first!.start, end: second.end };
  return { title, edits: [replace(span, `"${first!.text}  ${second.text}"`)] };
}
