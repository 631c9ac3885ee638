import type { Build } from '../../model/build-types';
import { commandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand, ShellScript } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const installScriptFloating: Rule = {
  id: 'pinning/install-script-floating',
  severity: 'info',
  about: { texts: ['http', 'git'] },
  summary: 'Tell an install script which version to install.',
  why: `Most install scripts take the newest release unless they are told a version, by an argument, a variable or their URL. The layer stays
    in the cache as it is until something above it changes, and then holds another version.`,
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN curl -sSf https://sh.rustup.rs | sh -s -- -y
                      ^^^^^^^^^^^^^^^^^^^^ The script installs whatever release of Rust is newest; --default-toolchain says which one is meant.
      `,
      good: dockerfile`
        FROM debian:12
        RUN curl -sSf https://sh.rustup.rs | sh -s -- -y --default-toolchain 1.91.0
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    const seen = new Map<Installer, ShellScript>();
    for (const command of commandsNamed(build, ...FETCHERS)) {
      const { script } = command;
      for (const word of command.arguments) {
        if (!word.value.includes('.') || !ANY_INSTALLER.test(word.value)) continue;
        const installer = INSTALLERS.find(({ url }) => url.test(word.value));
        if (!installer || seen.get(installer) === script) continue;
        seen.set(installer, script);
        if (!isRun(script, command) || isTold(build, script, installer)) continue;
        findings.push({
          at: word,
          message: `The script installs whatever release of ${installer.title} is newest; ${installer.how} says which one is meant.`,
        });
      }
    }
    return findings;
  },
};

/** A script on the web that installs a program, and how it is told the version. */
interface Installer {
  readonly title: string;
  /** The URL that installs the newest release; one with a version in it does not match. */
  readonly url: RegExp;
  /** What says the version, as the message puts it. */
  readonly how: string;
  /** A word of any command of the RUN that says it. */
  readonly word?: RegExp;
  /** A variable that says it, in the RUN or by ENV or ARG. */
  readonly variables?: readonly string[];
}

const INSTALLERS: readonly Installer[] = [
  { title: 'Node.js', url: /nodesource\.com\/setup_(?:lts|current|dev)/, how: 'setup_24.x in the URL' },
  {
    title: 'Rust',
    url: /(?:sh|static)\.rust(?:up|-lang)\.(?:rs|org)(?:\/?$|\/rustup\/rustup-init\.sh|\/rustup\.sh)/,
    how: '--default-toolchain',
    // `none` leaves the choice to a later `rustup toolchain install` or to rust-toolchain.toml; a dated nightly is one version.
    word: /^(?:--default-toolchain=)?(?:\d+\.\d+|none$|(?:nightly|beta)-\d{4}|\$\{)/,
    variables: ['RUSTUP_TOOLCHAIN', 'RUST_VERSION', 'RUST_TOOLCHAIN'],
  },
  { title: 'pip', url: /bootstrap\.pypa\.io\/get-pip\.py/, how: 'pip==… behind get-pip.py', word: /^pip[=<>~!]=?/ },
  {
    title: 'Poetry',
    url: /install\.python-poetry\.org|python-poetry\/poetry\/\S*(?:get|install)-poetry\.py|python-poetry\.org\/install/,
    how: 'POETRY_VERSION',
    word: /^(?:--version|POETRY_VERSION)/,
    variables: ['POETRY_VERSION'],
  },
  {
    title: 'uv',
    url: /astral\.sh\/uv\/install\.sh/,
    how: 'the version in the URL (astral.sh/uv/0.9.0/install.sh)',
    variables: ['UV_VERSION'],
  },
  { title: 'pnpm', url: /get\.pnpm\.io\/(?:install\.sh|v6)/, how: 'PNPM_VERSION', variables: ['PNPM_VERSION'] },
  {
    title: 'Bun',
    url: /bun\.(?:sh|com)\/install/,
    how: 'an argument such as bun-v1.3.0',
    word: /^bun-v|^bun-\$|^\$\{\w*BUN\w*\}$/,
    variables: ['BUN_VERSION'],
  },
  {
    title: 'Deno',
    url: /deno\.land\/(?:x\/install\/)?install\.sh/,
    how: 'an argument such as v2.5.0',
    word: /^v\d|^v?\$\{\w*\}$/,
  },
  {
    title: 'Helm',
    url: /get-helm-3|get_helm\.sh|helm\.sh\/(?:get|install)/,
    how: 'DESIRED_VERSION',
    word: /^(?:--version|-v)$/,
    variables: ['DESIRED_VERSION'],
  },
  {
    title: 'golangci-lint',
    url: /golangci-lint\/(?:master|HEAD|main)\/install\.sh|golangci-lint\.run\/install\.sh/,
    how: 'an argument such as v2.6.0',
    word: /^v\d|\$\{\w*\}$/,
  },
  { title: 'Composer', url: /getcomposer\.org\/installer/, how: '--version', word: /^--(?:version|[12]|2\.\dLTS)/ },
  {
    title: 'nvm',
    url: /(?:nvm-sh|creationix)\/nvm\/(?:master|HEAD|main)\/install\.sh/,
    how: 'a tag in place of the branch in the URL',
  },
];

/** What all those URLs have in common, for a first look. */
const ANY_INSTALLER = /inst|setup|get|rust/;

/** Commands that download, or run what downloads: `php -r "copy('https://…', …);"`. */
const FETCHERS = ['curl', 'wget', 'php', 'python', 'python3', 'http'];

/** Whether the script runs in this RUN: somebody may keep it for later. */
function isRun({ commands }: ShellScript, fetch: ShellCommand): boolean {
  if (fetch.nesting === 'pipeline' || fetch.nesting === 'substitution') return true;
  return commands.some(
    ({ name, nameWord, start }) =>
      start > fetch.start &&
      (/^(?:sh|bash|ash|zsh|python[\d.]*|php|source|\.)$/.test(name ?? '') || /^\.?\//.test(nameWord?.value ?? '')),
  );
}

function isTold(
  { states }: Build,
  { instruction, commands }: ShellScript,
  { word, variables = [] }: Installer,
): boolean {
  const { scope } = states[instruction.index]!;
  if (variables.some((name) => scope.lookup(name))) return true;
  return commands.some(
    ({ assignments, arguments: words }) =>
      assignments.some(({ name }) => variables.includes(name)) ||
      words.some(({ value }) => word?.test(value) || variables.some((name) => value.startsWith(`${name}=`))),
  );
}
