import { buildsWith } from '../../knowledge/build-commands';
import { nameOf } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../../model/build-types';
import { type DevSwitch, findDevSwitch } from '../../model/installs/dev-dependencies';
import type { PackageInstall } from '../../model/installs/install';
import type { ShellCommand } from '../../model/shell/shell-command';
import { addWord, removeWords } from '../../model/shell/shell-edits';
import { readContainerStart } from '../../model/stages/container-start';
import { notForShipping } from '../../model/stages/shipping';
import { dockerfile } from '../../text/dockerfile';
import { ships } from '../per-run';
import type { Finding, Fix, Rule } from '../rule';

export const devDependenciesInFinal: Rule = {
  id: 'size/dev-dependencies-in-final',
  aliases: ['tally/php/composer-no-dev-in-production', 'tally/ruby/missing-bundle-without-development'],
  severity: 'info',
  summary: 'Install no dependencies for development into the image that ships.',
  why: `Test runners, linters and compilers of a project are often more than half of its dependencies; the program that runs needs none of
    them, and each is one more thing to have a vulnerability. Package managers leave them out when they are told to, by a flag or a
    variable. Stages for development and tests, by their name or by what they start, and stages that build something or run tests
    after the installation, are left alone; so is a project whose manifest, where it is known, names no such dependencies.`,
  fixable: { safety: 'unsafe', because: 'The program may need what is declared as a dependency for development.' },
  about: {
    commands: [
      'npm',
      'yarn',
      'pnpm',
      'composer',
      'bundle',
      'poetry',
      'uv',
      'pipenv',
      'python',
      'python3',
      'php',
      'node',
    ],
  },
  examples: [
    {
      bad: dockerfile`
        FROM node:22-slim
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN npm ci
            ^^^^^^ The image that ships gets the dependencies for development too; --omit=dev leaves them out.
        COPY . .
        CMD ["node", "server.js"]
      `,
      good: dockerfile`
        FROM node:22-slim
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN npm ci --omit=dev
        COPY . .
        CMD ["node", "server.js"]
      `,
    },
  ],

  check(build, settings) {
    const findings: Finding[] = [];
    for (const install of build.installs) {
      const { instruction, command, manager } = install;
      const found = manager.kind === 'system' ? undefined : findDevSwitch(build, install);
      if (!found || !ships(build, settings, instruction.stage)) continue;
      const stage = build.stages[instruction.stage];
      if (stage && (isForDevelopers(build, stage) || worksOn(build, install))) continue;
      findings.push({
        at: command,
        message: `The image that ships gets the dependencies for development too; ${found.advice}.`,
        fix: () => leaveOut(build, install, found),
      });
    }
    return findings;
  },
};

/** Whether a stage is for developers or tests, by its name or by what its container starts. */
function isForDevelopers(build: Build, own: Stage): boolean {
  for (const stage of [own, build.stages.at(-1)!]) {
    if (notForShipping(build, stage) !== undefined) return true;
    const { programs } = readContainerStart(build, stage);
    if (
      programs.some(
        ({ name, arguments: words }) => DEVELOPS.has(nameOf(name)) || words.some((word) => DEVELOPING.test(word)),
      )
    )
      return true;
  }
  return false;
}

const DEVELOPS = new Set(
  'jest mocha nodemon phpunit pytest rspec ts-node ts-node-dev tsx vite vitest webpack webpack-dev-server'.split(' '),
);
const DEVELOPING =
  /^(?:(?:start|run|serve|server)[:-])?(?:dev|develop|development|debug|watch|test|tests|lint|e2e|storybook)(?:[:-].*)?$/;
const TESTS = /^(?:test|tests|lint|pytest|phpunit|rspec|tox|mypy|ruff|phpstan|jest|vitest|mocha)(?:[:-].*)?$/;
const NODE = new Set(['npm', 'yarn', 'yarn-berry', 'pnpm']);

/** Whether a step of the stage builds or tests with what was installed. */
function worksOn(build: Build, { command: own, manager, instruction }: PackageInstall): boolean {
  return build.commands.some((command) => {
    const { name, script, start, arguments: words } = command;
    if (name === undefined || start <= own.start) return false;
    const { stage } = script.instruction;
    if (stage !== instruction.stage && build.stages[stage]?.parent?.index !== instruction.stage) return false;
    if (TESTS.test(name) || words.some(({ value }) => TESTS.test(value))) return true;
    return NODE.has(manager.id) && ((buildsWith(name, words) === true && name !== 'composer') || runsScript(command));
  });
}

/** `yarn assets`, `node_modules/.bin/x`, `node build.js`: what is not the manager's own command is the project's. */
function runsScript({ name = '', nameWord, arguments: words }: ShellCommand): boolean {
  if (nameWord?.value.includes('node_modules/.bin/') || RUNNERS.has(name)) return true;
  const verb = words.find(({ value }) => !value.startsWith('-'))?.value;
  if (name === 'yarn') return verb !== undefined && !YARN_VERBS.has(verb);
  return name === 'node' && words.some(({ value }) => /(?:^|\/)(?:build|gulp|webpack|compile)/.test(value));
}

const RUNNERS = new Set('bower brunch ember grunt gulp rollup parcel esbuild'.split(' '));
const YARN_VERBS = new Set(
  'add audit autoclean cache check config global import info install link list remove set why workspaces workspace plugin dlx'.split(
    ' ',
  ),
);

function leaveOut({ source }: Build, { command, verb }: PackageInstall, { flag, drop }: DevSwitch): Fix | undefined {
  if (drop) {
    const words = command.arguments.filter(({ value }) => drop.test(value));
    const edits = words.length > 0 ? removeWords(source, command, words) : undefined;
    return edits && { title: `Install without ${words[0]!.value}`, edits };
  }
  const behind = verb ?? command.nameWord;
  const edit = flag === undefined || !behind ? undefined : addWord(source, command, behind, flag);
  return edit && { title: `Add ${flag}`, edits: [edit] };
}
