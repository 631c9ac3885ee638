import { TLS_SETTINGS, TLS_VARIABLES } from '../../knowledge/insecure-switches';
import type { Build } from '../../model/build-types';
import type { ShellCommand, ShellWord } from '../../model/shell/shell-command';
import { spanIn, writtenTexts } from '../../model/shell/written-texts';
import { type SetVariable, variablesSet } from '../../model/stages/set-variables';
import { removePairs } from '../../model/syntax/pair-edits';
import { dockerfile } from '../../text/dockerfile';
import { deleteCommand } from '../deletable-command';
import { withoutWords } from '../flag-fixes';
import type { Finding, Fix, Rule } from '../rule';

export const tlsVerificationOff: Rule = {
  id: 'security/tls-verification-off',
  aliases: [4, 5, 6, 12, 13, 14, 15, 16].map((number) => `CKV2_DOCKER_${number}`),
  severity: 'warning',
  summary: 'Leave the check of certificates on.',
  why: `A program that takes any certificate talks to whoever sits in between just as well, and what it downloads is then theirs. Reported are
    variables in ENV, ARG and RUN, flags, and settings of pip, Python, Node, npm, Yarn, git, yum, dnf, conda, Go and Composer; curl
    and wget have rules of their own. Set by ENV it holds for the running container too. A server with a certificate of an
    authority of your own needs that one installed: update-ca-certificates, NODE_EXTRA_CA_CERTS, PIP_CERT.`,
  fixable: { safety: 'unsafe', because: 'The download fails where the certificate is not one that the image trusts.' },
  about: {
    instructions: ['ADD', 'ARG', 'COPY', 'ENV', 'RUN'],
    texts: ['-k', 'gonosumdb', 'insecure', 'ssl', 'tls', 'trusted', 'verify'],
  },
  examples: [
    {
      bad: dockerfile`
        FROM node:22
        ENV NODE_TLS_REJECT_UNAUTHORIZED=0
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NODE_TLS_REJECT_UNAUTHORIZED switches the check of certificates off in the build and in the container.
        COPY package*.json ./
        RUN npm config set strict-ssl false && npm ci
                           ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
      `,
      good: dockerfile`
        FROM node:22
        COPY package*.json ./
        RUN npm ci
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    for (const variable of variablesSet(build, TLS_VARIABLES)) {
      if (TLS_VARIABLES.get(variable.name)!.test(variable.value)) findings.push(aboutVariable(build, variable));
    }
    for (const command of build.commands) {
      const found = findSwitch(command);
      if (found) findings.push(aboutCommand(build, command, found));
    }
    for (const { commands } of build.onbuildScripts) {
      for (const command of commands) {
        const found = findSwitch(command);
        if (found) findings.push(aboutCommand(build, command, found));
      }
    }
    const texts = writtenTexts(build);
    const { text } = build.source;
    if (texts.length === 0 || !(text.includes('ssl') || text.includes('SSL') || text.includes('trusted-host')))
      return findings;
    for (const written of texts) {
      const setting = TLS_SETTINGS.exec(written.text)?.[0];
      if (setting !== undefined) findings.push({ at: spanIn(build, written, setting), message: MESSAGE });
    }
    return findings;
  },
};

const MESSAGE = 'Certificates are not checked, so anybody in between can put something else into the image.';

function aboutVariable(build: Build, variable: SetVariable): Finding {
  const { name, at, instruction, pair } = variable;
  const where = instruction.keyword === 'ENV' ? 'in the build and in the container' : 'in the build';
  return {
    at,
    message: `${name} switches the check of certificates off ${where}.`,
    fix(): Fix | undefined {
      if (instruction.keyword !== 'ENV' || !pair || instruction.onbuild) return undefined;
      return { title: `Delete ${name}`, edits: removePairs(build, instruction, [pair]) };
    },
  };
}

/** The words of a command that switch the check off; undefined where there are none. */
function findSwitch({ name, arguments: words }: ShellCommand): readonly ShellWord[] | undefined {
  if (name === undefined || words.length === 0) return undefined;
  const found = rowsByName.get(name)?.find(words);
  return found && found.length > 0 ? found : undefined;
}

function aboutCommand(build: Build, command: ShellCommand, found: readonly ShellWord[]): Finding {
  return {
    at: { start: found[0]!.start, end: found.at(-1)!.end },
    message: MESSAGE,
    fix() {
      if (command.name === 'go' && command.arguments[0]!.value === 'env') return undefined;
      const isSetting = command.arguments.some(({ value }) => value === 'config' || value === 'set');
      return isSetting ? deleteCommand(build, command, 'Delete the command') : withoutWords(build, command, found);
    },
  };
}

interface Row {
  readonly names: readonly string[];
  /** The words that switch the check off. */
  readonly find: (words: readonly ShellWord[]) => readonly ShellWord[];
}

const NO = /^(?:false|0|no|off)$/i;
const VERSIONS = ['', '2', '3', '2.7', ...Array.from({ length: 12 }, (_, at) => `3.${at + 4}`)];
const SSLVERIFY = /^(?:--setopt=)?(?:[\w*.-]+\.)?sslverify=(?:0|false|no)$/i;

const ROWS: readonly Row[] = [
  {
    names: [
      ...VERSIONS.flatMap((one) => [`pip${one}`, `python${one}`]),
      'pipenv',
      'uv',
      'pipx',
      'pip-compile',
      'easy_install',
    ],
    find: findTrustedHost,
  },
  { names: ['npm', 'yarn', 'yarnpkg', 'pnpm'], find: findStrictSsl },
  { names: ['git'], find: findGit },
  { names: ['yum', 'dnf', 'dnf5', 'microdnf', 'tdnf', 'yum-config-manager'], find: (words) => flag(words, SSLVERIFY) },
  { names: ['conda', 'mamba', 'micromamba'], find: findConda },
  { names: ['composer', 'composer.phar', 'php'], find: findComposer },
  { names: ['go'], find: findGo },
];

const rowsByName = new Map(ROWS.flatMap((row) => row.names.map((name) => [name, row] as const)));

function flag(words: readonly ShellWord[], pattern: RegExp): readonly ShellWord[] {
  for (const word of words) if (pattern.test(word.value)) return [word];
  return NONE;
}

const NONE: readonly ShellWord[] = [];

function findTrustedHost(words: readonly ShellWord[]): readonly ShellWord[] {
  let setting: ShellWord | undefined;
  for (let at = 0; at < words.length; at++) {
    const { value } = words[at]!;
    if (!value.includes('-host')) continue;
    if (/^--(?:trusted-host|allow-insecure-host)(?:=|$)/.test(value))
      return words.slice(at, value.includes('=') ? at + 1 : at + 2);
    // `pip config set global.trusted-host example.com`
    if (/^\w+\.trusted-host$/.test(value)) setting ??= words[at];
  }
  return setting ? [setting] : NONE;
}

/** `go get -insecure`, `go env -w GOINSECURE=*` */
function findGo(words: readonly ShellWord[]): readonly ShellWord[] {
  const verb = words[0]?.value;
  if (verb === 'get') return flag(words, /^-insecure$/);
  if (verb !== 'env' || words[1]?.value !== '-w') return NONE;
  return words.filter(({ value }) => {
    const [name = '', ...rest] = value.split('=');
    return rest.length > 0 && TLS_VARIABLES.get(name)?.test(rest.join('='));
  });
}

function findStrictSsl(words: readonly ShellWord[]): readonly ShellWord[] {
  for (let at = 0; at < words.length; at++) {
    const { value } = words[at]!;
    if (!/ssl/i.test(value)) continue;
    const next = words[at + 1];
    if (/^(?:--)?(?:strict-ssl|enableStrictSsl)=(?:false|0)$/i.test(value) || value === '--no-strict-ssl')
      return [words[at]!];
    if (/^(?:--)?(?:strict-ssl|enableStrictSsl)$/i.test(value) && next && NO.test(next.value))
      return [words[at]!, next];
  }
  return NONE;
}

function findGit(words: readonly ShellWord[]): readonly ShellWord[] {
  for (let at = 0; at < words.length; at++) {
    const { value } = words[at]!;
    if (!value.startsWith('h') && !value.startsWith('H')) continue;
    const next = words[at + 1];
    const setting = /^http\.(?:.*\.)?sslverify(=(?:false|0|no|off))?$/i.exec(value);
    if (!setting) continue;
    if (setting[1]) return words[at - 1]?.value === '-c' ? [words[at - 1]!, words[at]!] : [words[at]!];
    if (next && NO.test(next.value)) return [words[at]!, next];
  }
  return NONE;
}

function findConda(words: readonly ShellWord[]): readonly ShellWord[] {
  const at = words.findIndex(({ value }) => value === 'ssl_verify');
  const next = words[at + 1];
  if (at !== -1 && next && /^(?:false|no)$/i.test(next.value)) return [words[at]!, next];
  return flag(words, /^(?:-k|--insecure)$/);
}

function findComposer(words: readonly ShellWord[]): readonly ShellWord[] {
  const at = words.findIndex(({ value }) => /^(?:--)?disable-tls$/.test(value));
  if (at === -1) return [];
  const next = words[at + 1];
  if (words[at]!.value.startsWith('--')) return [words[at]!];
  return next && /^(?:true|1)$/i.test(next.value) ? [words[at]!, next] : [];
}
