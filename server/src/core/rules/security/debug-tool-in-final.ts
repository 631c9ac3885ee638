import { nameOf } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../../model/build-types';
import type { PackageInstall } from '../../model/installs/install';
import { keptPackages } from '../../model/installs/kept-packages';
import { commandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand } from '../../model/shell/shell-command';
import { startInstructions } from '../../model/stages/container-start';
import { isShipped } from '../../model/stages/exposure';
import { notForShipping } from '../../model/stages/shipping';
import { expand } from '../../model/stages/variables';
import type { EnvInstruction, Instruction, Pair, Word } from '../../model/syntax/instruction';
import { removePairs } from '../../model/syntax/pair-edits';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const debugToolInFinal: Rule = {
  id: 'security/debug-tool-in-final',
  aliases: ['tally/php/no-xdebug-in-final-image'],
  severity: 'warning',
  summary: 'Keep debuggers and development settings out of the image that ships.',
  why: `Whoever reaches a debugger can run any code in the program, and development settings show stack traces with what is in memory, or let
    visitors run code (Flask's and Werkzeug's console). Reported are Xdebug, debugpy, Delve, gdbserver, Node's --inspect, Java's jdwp, JMX
    without a password, and FLASK_DEBUG, DEBUG, RAILS_ENV, NODE_ENV and ASPNETCORE_ENVIRONMENT that ask for development, in the last stage
    and those that it is built on. Stages and files that are for developers or tests by their name are left alone, and so are values
    that an ARG can change.`,
  fixable: { safety: 'unsafe', because: 'The program may rely on what is only there in development.' },
  about: { instructions: ['CMD', 'ENTRYPOINT', 'ENV', 'RUN'] },
  examples: [
    {
      bad: dockerfile`
        FROM python:3.13
        ENV FLASK_APP=shop FLASK_DEBUG=1
                           ^^^^^^^^^^^^^ FLASK_DEBUG=1 is for development, and ships.
        CMD ["flask", "run"]
      `,
      good: dockerfile`
        FROM python:3.13
        ENV FLASK_APP=shop
        CMD ["flask", "run"]
      `,
    },
    {
      bad: dockerfile`
        FROM node:22
        COPY . .
        CMD ["node", "--inspect=0.0.0.0:9229", "server.js"]
                     ^^^^^^^^^^^^^^^^^^^^^^^^ The program starts with a debugger that others can reach, and ships so.
      `,
      good: dockerfile`
        FROM node:22
        COPY . .
        CMD ["node", "server.js"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const stage = build.stages.at(-1);
    if (!stage || notForShipping(build, stage)) return found;
    found.push(...inEnvironment(build, stage));
    if (build.installs.some(hasDebugger)) found.push(...inPackages(build, stage));
    for (const command of commandsNamed(build, ...EXTENSION_INSTALLERS)) found.push(...inCommand(build, command));
    const { cmd, entrypoint } = startInstructions(stage);
    if (entrypoint) found.push(...inStart(entrypoint));
    if (cmd) found.push(...inStart(cmd));
    return found;
  },
};

const DEVELOPMENT = /^development$/i;
const SETTINGS: ReadonlyMap<string, RegExp> = new Map([
  ['ASPNETCORE_ENVIRONMENT', DEVELOPMENT],
  ['DEBUG', /^true$/i],
  ['FLASK_DEBUG', /^(?:1|true)$/i],
  ['FLASK_ENV', DEVELOPMENT],
  ['NODE_ENV', DEVELOPMENT],
  ['RAILS_ENV', DEVELOPMENT],
]);

/** Options of Java that let anybody in: a debugger, or JMX that asks for no password. */
const JAVA = /-(?:agentlib:jdwp|Xrunjdwp)\b|-Dcom\.sun\.management\.jmxremote\.authenticate=false\b/;

/** The debugger of Node.js, in NODE_OPTIONS. */
const NODE = /(?:^|\s)--inspect(?:-brk|-wait)?(?:=|\s|$)/;

function inEnvironment(build: Build, stage: Stage): Finding[] {
  const found: Finding[] = [];
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    const { instructions } = at;
    for (let index = instructions.length - 1; index >= 0; index--) {
      const instruction = instructions[index]!;
      if (instruction.keyword !== 'ENV') continue;
      for (let place = instruction.pairs.length - 1; place >= 0; place--) {
        const pair = instruction.pairs[place]!;
        const name = pair.name.value;
        if (!pair.value) continue;
        const { value: written } = pair.value;
        const opens = written.includes('-') && (JAVA.test(written) || (name === 'NODE_OPTIONS' && NODE.test(written)));
        const setting = opens ? undefined : SETTINGS.get(name);
        if ((!opens && !setting) || isSetAgain(stage, instruction, pair)) continue;
        if (opens) {
          found.push({ at: pair, message: `${name} opens the program to debuggers.` });
          continue;
        }
        const { value, overridable } = expand(pair.value, build.states[instruction.index]!.scope);
        if (overridable || !setting!.test(value)) continue;
        found.push(aboutPair(build, instruction, pair, `${name}=${value} is for development, and ships.`));
      }
    }
  }
  return found;
}

/** Whether an ENV behind a pair, in the stage that ships or in one between, gives the name another value. */
function isSetAgain(stage: Stage, instruction: EnvInstruction, pair: Pair): boolean {
  const name = pair.name.value;
  const isSame = (one: Pair) => one.value !== undefined && one.name.value === name;
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    for (const one of at.instructions) {
      if (one.keyword !== 'ENV' || one.index < instruction.index) continue;
      const pairs = one === instruction ? one.pairs.slice(one.pairs.indexOf(pair) + 1) : one.pairs;
      if (pairs.some(isSame)) return true;
    }
    if (at.index === instruction.stage) return false;
  }
  return false;
}

function aboutPair(build: Build, instruction: EnvInstruction, pair: Pair, message: string): Finding {
  return {
    at: pair,
    message,
    fix: () => ({ title: `Delete ${pair.name.value}`, edits: removePairs(build, instruction, [pair]) }),
  };
}

/** Something of these is in the name of every package that is looked for. */
const TOPICS = ['xdebug', 'gdbserver', 'debugpy', 'ptvsd'];

const PACKAGE =
  /^(?:php[\d.]*-(?:pecl-)?xdebug|xdebug|gdbserver|gdb-gdbserver|python3-debugpy|debugpy|ptvsd)(?:[=<>~!].*)?$/;

function hasDebugger({ packages }: PackageInstall): boolean {
  for (const { value } of packages) if (PACKAGE.test(value)) return true;
  return false;
}

function inPackages(build: Build, stage: Stage): Finding[] {
  const found: Finding[] = [];
  const { installs, source } = build;
  if (!TOPICS.some((topic) => source.text.includes(topic))) return found;
  const kept = keptPackages(build, stage);
  for (const install of installs) {
    if (!isShipped(build, install.instruction.stage)) continue;
    const names = kept.find((one) => one.install === install)?.names;
    for (const word of install.packages) {
      if (PACKAGE.test(word.value) && (!names || names.includes(word.value))) {
        found.push({ at: word, message: `${word.value.replace(/[=<>~!].*$/, '')} is for debugging, and ships.` });
      }
    }
  }
  return found;
}

const EXTENSION_INSTALLERS = [
  'pecl',
  'docker-php-ext-enable',
  'docker-php-ext-install',
  'install-php-extensions',
  'go',
];

function inCommand(build: Build, { arguments: words, script }: ShellCommand): readonly Finding[] {
  if (!isShipped(build, script.instruction.stage)) return NONE;
  const found: Finding[] = [];
  for (const word of words) {
    const tool = /^xdebug(?:-[\d.]+\w*)?$/.test(word.value)
      ? 'Xdebug'
      : /\/delve\/cmd\/dlv(?:@|$)/.test(word.value)
        ? 'Delve'
        : undefined;
    if (tool) found.push({ at: word, message: `${tool} is for debugging, and ships.` });
  }
  return found;
}

const NONE: readonly Finding[] = [];

const INSPECT = /^--inspect(?:-brk|-wait)?(?:=|$)/;
const DEBUGGERS = new Set(['dlv', 'gdbserver', 'debugpy']);

function inStart(instruction: Instruction): readonly Finding[] {
  let found: Finding[] | undefined;
  for (const word of instruction.words) {
    const { value } = word;
    const isOption = value.includes('-') && (INSPECT.test(value) || JAVA.test(value));
    if (!isOption && !DEBUGGERS.has(nameOf(value))) continue;
    found ??= [];
    found.push({
      at: word,
      message: 'The program starts with a debugger that others can reach, and ships so.',
      fix: () => withoutOption(instruction, word),
    });
  }
  return found ?? NONE;
}

/** Takes an option out of a start in exec form. */
function withoutOption({ json, words, inner }: Instruction, word: Word): Fix | undefined {
  const before = words[words.indexOf(word) - 1];
  if (!json || !before || inner.length > 0 || !word.value.startsWith('-')) return undefined;
  return { title: `Delete ${word.value}`, edits: [remove({ start: before.end, end: word.end })] };
}
