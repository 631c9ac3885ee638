import { nameOf } from '../../knowledge/images/image-paths';
import type { Build } from '../../model/build-types';
import { requireFrontend } from '../../model/frontend';
import { contentOfCommand } from '../../model/layers/layer-contents';
import { directoryAt } from '../../model/order/copied';
import { type Place, placeText, readPlace, relate } from '../../model/order/places';
import { optionValues } from '../../model/shell/command-words';
import { commandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand, ShellScript, ShellWord } from '../../model/shell/shell-command';
import { Walk } from '../../model/shell/shell-walk';
import { readUser } from '../../model/stages/user';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const downloadExtract: Rule = {
  id: 'size/download-extract',
  aliases: ['tally/prefer-add-unpack'],
  severity: 'hint',
  summary: 'Let ADD --unpack download and unpack a tar archive.',
  why: `ADD downloads a URL and, with --unpack=true (docker/dockerfile 1.17 and newer), unpacks it, tar and compression told by the content.
    That needs neither curl nor tar in the image, leaves no archive behind, can check a --checksum, and is run again when the file
    behind the URL changes, where a RUN is cached for good. It can't leave out leading directories or pick single files.`,
  fixable: {
    safety: 'unsafe',
    because: 'The owners that the archive names are kept, and the frontend has to be new enough.',
  },
  about: { commands: ['tar', 'bsdtar'] },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN curl -fsSL https://example.org/app.tar.gz | tar -xz -C /opt
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without curl and tar.
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        ADD --unpack=true https://example.org/app.tar.gz /opt/
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    let last: ShellScript | undefined;
    for (const tar of commandsNamed(build, 'tar', 'bsdtar')) {
      const { script } = tar;
      if (script === last || !unpacks(tar)) continue;
      const download = pipedInto(tar) ?? downloadedFor(build, tar);
      if (!download) continue;
      last = script;
      const hurdle = hurdleOf(build, download, tar);
      const when = hurdle ?? `without ${download.name} and tar`;
      found.push({
        at: download,
        message: `This download is only unpacked: ADD --unpack=true does both, ${when}.`,
        ...(hurdle ? { minor: true } : {}),
        fix: () => addInstead(build, download, tar),
      });
    }
    return found;
  },
};

const DOWNLOADERS = new Set(['curl', 'wget']);
const DECOMPRESSORS = new Set([
  'bunzip2',
  'bzcat',
  'bzip2',
  'gunzip',
  'gzip',
  'unxz',
  'xz',
  'xzcat',
  'zcat',
  'zstd',
  'unzstd',
  'pv',
]);

function unpacks({ arguments: words }: ShellCommand): boolean {
  for (const { value } of words)
    if (value.startsWith('-') && /^(?:--extract|--get|-[a-zA-Z]*x[a-zA-Z]*)$/.test(value)) return true;
  return /^[a-zA-Z]*x[a-zA-Z]*$/.test(words[0]?.value ?? '');
}

/** Under which condition alone ADD could do it. */
function hurdleOf(build: Build, download: ShellCommand, tar: ShellCommand): string | undefined {
  if (isPicky(tar) || asksWithMore(download)) return 'where nothing has to be left out or sent along';
  const { instruction, commands } = tar.script;
  const { scope } = build.states[instruction.index]!;
  const unknown = download.arguments.some(
    ({ text, value, variables }) =>
      /^(?:\w+:\/\/|\$)/.test(value) && (/\$\(|`/.test(text) || variables.some((name) => !scope.lookup(name))),
  );
  if (unknown) return 'where the builder knows the URL';
  const isChecked = commands.some(
    ({ name, start }) => start > download.start && start < tar.start && CHECKERS.has(name ?? ''),
  );
  return isChecked ? 'where --checksum is check enough' : undefined;
}

const CHECKERS = new Set(
  'cosign gpg gpg2 gpgv minisign openssl md5sum shasum sha1sum sha256sum sha384sum sha512sum'.split(' '),
);

/** Whether a tar leaves something out, or changes names: ADD can't. */
function isPicky({ arguments: words }: ShellCommand): boolean {
  const options = words.some(({ value }) => /^--(?:strip|exclude|transform|wildcards|keep|skip)/.test(value));
  const [into] = optionValues(words, '-C --directory');
  const [file] = optionValues(words, '-f --file');
  const operands = words.filter(({ value }, at) => !value.startsWith('-') && (at > 0 || !/^[a-zA-Z]+$/.test(value)));
  const others = operands.filter((word) => word !== into?.word && word !== file?.word);
  // One of them may be the archive, behind a bundle that ends with `f`.
  const isFileBehind = words.some(
    ({ value }, at) => (at === 0 || value.startsWith('-')) && /^-?[a-zA-Z]*f[a-zA-Z]*$/.test(value),
  );
  return options || others.length > (file || !isFileBehind ? 0 : 1);
}

/** Whether a download sends a header, credentials or data. */
function asksWithMore({ name, arguments: words }: ShellCommand): boolean {
  if (name === 'curl' && words.some(({ value }) => /^-[a-zA-Z#]*[HudbX]$/.test(value))) return true;
  return words.some(({ value }) =>
    /^(?:-[Hudb]|--(?:header|user|data|cookie|password|post-data|request)(?:=.*)?|-X)$/.test(value),
  );
}

/** The download whose output a tar reads by a pipe. */
function pipedInto({ script, nesting, statement, start }: ShellCommand): ShellCommand | undefined {
  if (nesting !== 'pipeline') return undefined;
  const own = script.commands.filter(
    (command) => command.statement === statement && command.nesting === 'pipeline' && command.start < start,
  );
  const first = own.findLast(({ name }) => !DECOMPRESSORS.has(name ?? ''));
  const isToOutput =
    first &&
    !first.arguments.some(({ value }) => /^(?:-o|--output|-O|--remote-name)$/.test(value) && first.name === 'curl');
  return first && DOWNLOADERS.has(first.name ?? '') && isToOutput && urlOf(first) ? first : undefined;
}

/** The download, earlier in the same RUN, of the file that a tar unpacks. */
function downloadedFor(build: Build, tar: ShellCommand): ShellCommand | undefined {
  const { script } = tar;
  const run = script.instruction;
  if (!script.commands.some(({ name, start }) => DOWNLOADERS.has(name ?? '') && start < tar.start)) return undefined;
  const walk = new Walk(build.states[run.index]!, directoryAt(build, run.index));
  const files: { readonly place: Place; readonly by: ShellCommand }[] = [];
  for (const command of script.commands) {
    walk.enter(command, script.statements[command.statement]);
    if (command === tar) {
      const named = command.arguments.map(({ value }) => walk.place(value.replace(/^--file=/, '')));
      return files.findLast(({ place }) => named.some((one) => relate(one, place) === 'same'))?.by;
    }
    if (DOWNLOADERS.has(command.name ?? '')) {
      for (const content of contentOfCommand(build, command, undefined, AIMS, walk))
        if (content.kind === 'file') files.push({ place: content.place, by: command });
    }
    walk.leave(command);
  }
  return undefined;
}

const AIMS = { paths: true, packages: false, caches: false };

function urlOf({ arguments: words }: ShellCommand): ShellWord | undefined {
  const urls = words.filter(({ value }) => /^(?:https?|ftp):\/\//i.test(value) || /^\$\{\w+\}$/.test(value));
  return urls.length === 1 ? urls[0] : undefined;
}

const PLAIN_FLAGS =
  /^(?:-[fsSLkqv]+|--fail|--silent|--show-error|--location|--quiet|-O-|-qO-|-O|-qO|-nv|--no-verbose|-)$/;

/** ADD for a RUN that does nothing but to pipe a download into a plain tar. */
function addInstead(build: Build, download: ShellCommand, tar: ShellCommand): Fix | undefined {
  const { script } = tar;
  const { source } = build;
  const run = script.instruction;
  const url = urlOf(download);
  const isAlone = script.form === 'shell' && script.statements.length === 1 && script.commands.length === 2;
  if (
    !url ||
    !isAlone ||
    run.flags.length > 0 ||
    run.inner.length > 0 ||
    run.onbuild ||
    run.heredocs.length > 0 ||
    !readUser(build, run).root
  )
    return undefined;
  if (download.nesting !== 'pipeline' || download.quotedBy || tar.redirects.length + download.redirects.length > 0)
    return undefined;
  if (!/^https?:\/\/[^\s"'?#&;|]+$/.test(url.text) || nameOf(url.text) === '') return undefined;
  if (url.variables.some((name) => !build.states[run.index]!.scope.lookup(name))) return undefined;
  if (
    !download.arguments.every((word) => word === url || PLAIN_FLAGS.test(word.value)) ||
    download.words[0] !== download.nameWord
  )
    return undefined;
  const directory = unpacksInto(build, tar);
  const frontend = requireFrontend(build, 17);
  if (directory === undefined || 'because' in frontend) return undefined;
  const written = source.text.slice(run.keywordSpan.start, run.keywordSpan.end);
  const keyword = written === written.toLowerCase() ? 'add' : 'ADD';
  return {
    title: 'Let ADD download and unpack it',
    edits: [
      ...frontend.edits,
      replace({ start: run.start, end: run.end }, `${keyword} --unpack=true ${url.text} ${directory}`),
    ],
  };
}

/** The directory of a tar that reads its input and has no options but those for compression; absolute, with a slash at its end. */
function unpacksInto(build: Build, { arguments: words, script, name }: ShellCommand): string | undefined {
  const [into] = optionValues(words, '-C --directory');
  if (name !== 'tar' || (into && !into.word.literal)) return undefined;
  const isPlain = words.every(
    (word, at) =>
      word === into?.word ||
      /^(?:-C|--directory(?:=.*)?|--extract|--gzip|-)$/.test(word.value) ||
      (/^-?[xvzjJaf]+$/.test(word.value) && (at === 0 || word.value.startsWith('-'))),
  );
  const place = readPlace(into ? into.word.value.slice(into.from) : '.', directoryAt(build, script.instruction.index));
  return isPlain && place.root === '/' ? placeText(place).replace(/\/?$/, '/') : undefined;
}
