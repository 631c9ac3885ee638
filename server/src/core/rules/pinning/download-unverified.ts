import type { Build } from '../../model/build-types';
import { commandsNamed } from '../../model/shell/named-commands';
import { hasArgument } from '../../model/shell/plain-arguments';
import type { ShellCommand, ShellScript } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const downloadUnverified: Rule = {
  id: 'pinning/download-unverified',
  severity: 'info',
  about: { commands: ['curl', 'wget'] },
  summary: 'Check what curl and wget download before it is used.',
  why: `Whoever controls the server, or the name that leads to it, decides what the build runs. A checksum in the Dockerfile, or a signature,
    makes the build fail instead when the file is another one.`,
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN curl -fsSLO https://example.com/tool-1.2.3.tar.gz \
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant.
            && tar -xzf tool-1.2.3.tar.gz
      `,
      good: dockerfile`
        FROM debian:12
        RUN curl -fsSLO https://example.com/tool-1.2.3.tar.gz \
            && echo "24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d  tool-1.2.3.tar.gz" | sha256sum -c - \
            && tar -xzf tool-1.2.3.tar.gz
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    for (const command of commandsNamed(build, 'curl', 'wget')) {
      if (!isProgramDownload(command)) continue;
      const { script } = command;
      if (script.commands.some(verifies) || isVerifiedLater(build, script, command)) continue;
      findings.push({ at: command, message: 'Nothing checks that the download is the file that was meant.' });
    }
    return findings;
  },
};

/** What holds programs, by the end of its name. */
const PROGRAMS = new Set(
  `tar gz tgz txz xz tbz tbz2 bz2 zst zip 7z deb rpm apk jar war exe msi whl gem run bin sh bash py pl rb phar so appimage pkg dmg box
  img iso`.split(/\s+/),
);

function isProgram(path: string): boolean {
  const dot = path.lastIndexOf('.');
  return dot !== -1 && PROGRAMS.has(path.slice(dot + 1).toLowerCase());
}

/** Directories whose files are run. */
const PROGRAM_PLACE = /(?:^|\/)s?bin\/[^/]*$/;

/** Commands that take a program or an archive from a pipe. */
const TAKERS = new Set(
  'sh bash ash dash zsh python python2 python3 perl ruby node php tar bsdtar unzip gunzip zcat bunzip2 unxz cpio dpkg rpm'.split(
    ' ',
  ),
);

/** Flags with which something is sent, or nothing fetched. */
const OTHER_USE = /^(?:-X|--request|-d|--data.*|--post-.*|-I|--head|-F|--form|-T|--upload-file|--spider)$/;

const LOCAL = /^https?:\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1\])/;

function isUrl(value: string): boolean {
  return value.startsWith('${') ? /^\$\{\w*URL\w*\}/i.test(value) : /^(?:https?|ftp):\/\//i.test(value);
}

function isProgramDownload(command: ShellCommand): boolean {
  const { name, arguments: words } = command;
  const urls: string[] = [];
  for (const { value } of words) {
    if (value.startsWith('-')) {
      if (OTHER_USE.test(value)) return false;
    } else if (isUrl(value)) urls.push(value);
  }
  if (urls.every((url) => LOCAL.test(url))) return false;
  const output = outputOf(command);
  if (output === '/dev/null') return false;
  if (feedsProgram(command)) return true;
  const file = output ?? '';
  if (file !== '' && (isProgram(file) || PROGRAM_PLACE.test(file) || isMadeExecutable(command, file))) return true;
  const saves =
    output !== undefined ||
    name === 'wget' ||
    words.some(({ value }) => value === '--remote-name' || /^-[a-zA-Z]*O/.test(value));
  if (!saves) return false;
  return urls.some((url) => {
    const path = pathOf(url);
    return isProgram(path) || (output === undefined && isMadeExecutable(command, path));
  });
}

function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}

const CURL_OUTPUT = /^-[a-zA-Z]*o(.*)$/;
const WGET_OUTPUT = /^-[a-zA-Z]*O(.*)$/;

/** The file that the command writes, where it says one: `-o x`, `-O x`, `--output=x`, `> x`. */
function outputOf({ name, arguments: words, redirects }: ShellCommand): string | undefined {
  const letter = name === 'curl' ? CURL_OUTPUT : WGET_OUTPUT;
  const long = name === 'curl' ? '--output' : '--output-document';
  for (let index = 0; index < words.length; index++) {
    const { value } = words[index]!;
    if (!value.startsWith('-')) continue;
    if (value.startsWith(long)) {
      if (value.length === long.length) return words[index + 1]?.value;
      if (value[long.length] === '=') return value.slice(long.length + 1);
    }
    const short = letter.exec(value);
    if (short) {
      const written = short[1] === '' ? words[index + 1]?.value : short[1];
      if (written !== '-') return written;
    }
  }
  return redirects.find(({ operator }) => operator === '>' || operator === '>>')?.target?.value;
}

/** Whether it stands in a pipe in front of something that runs or unpacks what comes: `curl … | sh`, `sh -c "$(curl …)"`. */
function feedsProgram(command: ShellCommand): boolean {
  const { script, statement, nesting } = command;
  if (nesting === 'substitution') {
    // The text becomes a command's argument; only a shell's or interpreter's is a program.
    return script.commands.some(
      ({ name, start, end, arguments: words }) =>
        start < command.start &&
        command.end <= end &&
        (name === 'eval' || (TAKERS.has(name ?? '') && words[0]?.value === '-c')),
    );
  }
  if (nesting !== 'pipeline') return false;
  const behind = script.commands.filter((one) => one.statement === statement && one.start >= command.end);
  const next = behind.find(({ nesting: other }) => other === 'pipeline');
  return next !== undefined && TAKERS.has(next.name ?? '') && !listsOnly(next);
}

/** `python -c`, `perl -e`, `node -p`: the program stands there, and what comes is data. */
function listsOnly({ name, arguments: words }: ShellCommand): boolean {
  return (
    /^(?:python|perl|ruby|node|php)/.test(name ?? '') && words.some(({ value }) => /^-[a-zA-Z]*[cepnrm]$/.test(value))
  );
}

function isMadeExecutable({ script, start }: ShellCommand, file: string): boolean {
  const base = file.slice(file.lastIndexOf('/') + 1);
  if (base === '') return false;
  return script.commands.some(
    ({ name, start: at, arguments: words }) =>
      at > start &&
      name === 'chmod' &&
      words.some(({ value }) => /^(?:[augo]*\+[rw]*x|[0-7]*[1357][0-7]*)$/.test(value)) &&
      words.some(({ value }) => value.split('/').at(-1) === base),
  );
}

const CHECKERS =
  /^(?:(?:sha\d*|md5|b2|b3|blake2|cksum)(?:sum)?|shasum|gpgv|cosign|minisign|signify|slsa-verifier|rekor-cli|sq)$/;

function verifies(command: ShellCommand): boolean {
  const { name, arguments: words } = command;
  switch (name) {
    case undefined:
      return false;
    case 'gpg':
    case 'gpg2':
      return hasArgument(command, '--verify', '--verify-files');
    case 'openssl':
      return /^(?:dgst|sha\d+|md5)$/.test(words[0]?.value ?? '');
    case 'rpm':
      return hasArgument(command, '-K', '--checksig');
    case 'gh':
      return words[0]?.value === 'attestation';
    case 'busybox':
      return isChecker(words[0]?.value ?? '');
    case 'aria2c':
      return words.some(({ value }) => value.startsWith('--checksum'));
    default:
      return isChecker(name);
  }
}

/** Whether a program does nothing but to check files. */
function isChecker(name: string): boolean {
  return CHECKER_LETTERS.includes(name[0] ?? ' ') && CHECKERS.test(name);
}

const CHECKER_LETTERS = 'bcgmrs';

/** Whether a later RUN of the stage checks the file by name. */
function isVerifiedLater({ scripts }: Build, script: ShellScript, command: ShellCommand): boolean {
  let file: string | undefined;
  for (const { instruction, commands } of scripts) {
    if (instruction.index <= script.instruction.index || instruction.stage !== script.instruction.stage) continue;
    if (!commands.some(verifies)) continue;
    file ??= fileOf(command);
    if (file !== '' && namesFile(commands, file)) return true;
  }
  return false;
}

function namesFile(commands: readonly ShellCommand[], file: string): boolean {
  return commands.some(({ arguments: words }) => words.some(({ value }) => value.includes(file)));
}

/** The name of the file that a download becomes. */
function fileOf(command: ShellCommand): string {
  const url = command.arguments.find(({ value }) => value.includes('://'))?.value ?? '';
  const path = outputOf(command) ?? pathOf(url);
  return path.slice(path.lastIndexOf('/') + 1);
}
