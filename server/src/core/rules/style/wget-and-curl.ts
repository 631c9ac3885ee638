import type { Build } from '../../model/build-types';
import {
  commandsNamed,
  onbuildCommandsNamed,
  onbuildPlainCommandsNamed,
  plainCommandsNamed,
} from '../../model/shell/named-commands';
import type { ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Call } from '../calls';
import type { Finding, Fix, Rule } from '../rule';

export const wgetAndCurl: Rule = {
  id: 'style/wget-and-curl',
  aliases: ['DL4001', 'DS014', 'AVD-DS-0014', "Run Using 'wget' and 'curl'"],
  severity: 'hint',
  hadolint: 'warning',
  about: { commands: ['curl', 'wget'] },
  summary: 'Download with wget or with curl, not with both in one stage.',
  why: `Either one can do what the other does, and each has to be installed with what it needs. Each RUN of a stage is reported that
    downloads with either, from the one on with which the stage has used both; the RUNs before that are not. Installing the packages
    does not count as using them.`,
  fixable: { safety: 'unsafe', because: 'They treat certificates, proxies and redirects in their own ways.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN wget -q https://example.com/a.tar
        RUN curl -fsSLO https://example.com/b.tar
            ^^^^ This stage downloads with wget and with curl; one of them is enough.
      `,
      good: dockerfile`
        FROM debian:12
        RUN wget -q https://example.com/a.tar
        RUN wget -q https://example.com/b.tar
      `,
    },
  ],

  check(build, { hadolint = false }) {
    const found: Finding[] = [];
    const named = hadolint ? plainCommandsNamed : commandsNamed;
    found.push(...findMixed(build, named));
    found.push(...findMixed(build, hadolint ? onbuildPlainCommandsNamed : onbuildCommandsNamed));
    return found;
  },
};

/** Of each RUN behind the first use of the second tool the first call, of that tool where it calls both. */
function findMixed(build: Build, named: (build: Build, ...names: string[]) => readonly Call[]): Finding[] {
  const found: Finding[] = [];
  if (named(build, 'wget').length === 0 || named(build, 'curl').length === 0) return found;
  const calls = named(build, 'curl', 'wget');
  let first: Call | undefined;
  let mixed = false;
  for (const [index, call] of calls.entries()) {
    const { instruction } = call.script;
    // Triggers belong to another build, which has no stage of this one.
    if (!first || (!instruction.onbuild && first.script.instruction.stage !== instruction.stage)) {
      first = call;
      mixed = false;
    }
    if (index > 0 && calls[index - 1]!.script === call.script) continue;
    const own = calls.filter(({ script }) => script === call.script);
    const other = own.find(({ name }) => name !== first!.name);
    if (other) mixed = true;
    if (!mixed) continue;
    const used = first.name;
    found.push({
      at: (other ?? call).nameWord,
      message: `This stage downloads with ${used} and with ${used === 'curl' ? 'wget' : 'curl'}; one of them is enough.`,
      fix: () => (other ? toTool(build, other, used) : undefined),
    });
  }
  return found;
}

/** A simple call by the other tool, the one that the stage used first. */
function toTool({ source: { text } }: Build, call: Call, tool: string): Fix | undefined {
  const { script, arguments: words, nameWord, quotedBy } = call;
  const last = words.at(-1);
  if (script.form === 'exec' || quotedBy || !last || nameWord.text !== call.name) return undefined;
  const span = { start: nameWord.start, end: last.end };
  const written = text.slice(span.start, span.end);
  // Nothing but words and blanks: no redirection, no continuation.
  if (written.replaceAll(/\s+/g, ' ') !== [nameWord, ...words].map((word) => word.text).join(' ')) return undefined;
  const download = tool === 'curl' ? readWget(words) : readCurl(words);
  if (!download || /[\r\n]/.test(written)) return undefined;
  const { url, file } = download;
  const command =
    tool === 'curl'
      ? file === undefined
        ? `curl -fsSLO ${url}`
        : file === '-'
          ? `curl -fsSL ${url}`
          : `curl -fsSLo ${file} ${url}`
      : file === undefined
        ? `wget -q ${url}`
        : file === '-'
          ? `wget -qO- ${url}`
          : `wget -qO ${file} ${url}`;
  return { title: `Download with ${tool}`, edits: [replace(span, command)] };
}

/** An address and the file it goes to, as written: `-` is the output, undefined the last part of the address. */
interface Download {
  readonly url: string;
  readonly file: string | undefined;
}

function readWget(words: readonly ShellWord[]): Download | undefined {
  let file: string | undefined;
  const urls: ShellWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const { text } = words[at]!;
    const output = /^-q?O(-?)$/.exec(text);
    if (output) file = output[1] === '-' ? '-' : words[++at]?.text;
    else if (!text.startsWith('-')) urls.push(words[at]!);
    else if (!/^(?:-q|-nv|--quiet|--no-verbose|--progress=[\w:]+|--show-progress)$/.test(text)) return undefined;
  }
  return toDownload(urls, file);
}

function readCurl(words: readonly ShellWord[]): Download | undefined {
  let file: string | undefined = '-';
  const urls: ShellWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const { text } = words[at]!;
    const cluster = /^-[fsSL#]*([oO]?)$/.exec(text);
    if (cluster?.[1] === 'o' || text === '--output') file = words[++at]?.text;
    else if (cluster?.[1] === 'O' || text === '--remote-name') file = undefined;
    else if (!text.startsWith('-')) urls.push(words[at]!);
    else if (!cluster && !/^--(?:fail|silent|show-error|location)$/.test(text)) return undefined;
  }
  return toDownload(urls, file);
}

/** Where both tools make the same of it. */
function toDownload(urls: readonly ShellWord[], file: string | undefined): Download | undefined {
  const [url] = urls;
  if (!url || urls.length > 1 || !/^https?:\/\//.test(url.value)) return undefined;
  if (file === undefined && (/[?#]/.test(url.value) || !/[^/]\/[^/]+$/.test(url.value))) return undefined;
  return { url: url.text, file };
}
