import { readPackageJson, splitScript, toBinName } from '../../knowledge/ecosystems/node/package-json';
import { type Telemetry, telemetries, yarnTelemetry } from '../../knowledge/telemetry';
import type { Build } from '../../model/build-types';
import type { ShellCommand } from '../../model/shell/shell-command';
import { insertBefore } from '../../model/syntax/blocks';
import { casingOf, inCase } from '../../model/syntax/casing';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

const RUNNERS = ['npm', 'npx', 'pnpm', 'pnpx', 'yarn', 'yarnpkg'];

export const telemetryOptOut: Rule = {
  id: 'style/telemetry-opt-out',
  aliases: ['tally/prefer-telemetry-opt-out'],
  severity: 'off',
  strict: 'hint',
  about: { commands: [...telemetries.flatMap(({ commands }) => commands), ...RUNNERS] },
  summary: 'Tell tools not to report how they are used.',
  why:
    'Some tools send what they are called with to their makers, from a build machine too, which nobody there has agreed to. Each of those ' +
    'known here has a documented variable against it. Any value of the variable passes, and so does a command that turns reporting ' +
    'off. The scripts of a package.json in the build context are looked through.',
  fixable: { safety: 'unsafe', because: 'The variable stays in the image.' },
  examples: [
    {
      bad: dockerfile`
        FROM node:24-slim
        WORKDIR /srv
        COPY . .
        RUN npx next build
            ^^^^^^^^^^^^^^ Next.js reports how it is used, as long as NEXT_TELEMETRY_DISABLED is not set.
      `,
      good: dockerfile`
        FROM node:24-slim
        WORKDIR /srv
        COPY . .
        ENV NEXT_TELEMETRY_DISABLED=1
        RUN npx next build
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const told = new Set<string>();
    for (const command of build.commands) {
      const tool = findTool(build, command);
      if (!tool) continue;
      const { instruction } = command.script;
      const key = `${instruction.stage} ${tool.variable}`;
      if (told.has(key) || isOff(build, command, tool)) continue;
      told.add(key);
      found.push({
        at: command,
        message: `${tool.title} reports how it is used, as long as ${tool.variable} is not set.`,
        fix: () => setVariable(build, instruction, tool),
      });
    }
    for (const { manager, command, instruction } of build.installs) {
      if (manager.id !== 'yarn-berry' || told.has(`${instruction.stage} ${yarnTelemetry.variable}`)) continue;
      if (isOff(build, command, yarnTelemetry)) continue;
      if (/^\s*enableTelemetry:\s*(?:false|0)/m.test(build.context?.read('.yarnrc.yml') ?? '')) continue;
      told.add(`${instruction.stage} ${yarnTelemetry.variable}`);
      found.push({
        at: command,
        message: `Yarn reports how it is used, as long as ${yarnTelemetry.variable} is not set.`,
        fix: () => setVariable(build, instruction, yarnTelemetry),
      });
    }
    return found;
  },
};

const byCommand = new Map<string, Telemetry>(
  telemetries.flatMap((tool) => tool.commands.map((name) => [name, tool] as const)),
);

/** What a command runs, looked through the package managers of Node.js. */
function findTool(build: Build, { name, arguments: words }: ShellCommand): Telemetry | undefined {
  if (name === undefined) return undefined;
  const own = byCommand.get(name);
  if (own || !RUNNERS.includes(name)) return own;
  const operands = words.filter(({ value }) => !value.startsWith('-')).map(({ value }) => value);
  const [verb = '', next = ''] = operands;
  if (name === 'npx' || name === 'pnpx') return byCommand.get(toBinName(verb));
  if (/^(?:exec|x|dlx)$/.test(verb)) return byCommand.get(toBinName(next));
  const script = /^(?:run|run-script|rum|urn)$/.test(verb) ? next : name === 'npm' ? undefined : verb;
  return script
    ? (inScript(build, script) ?? (script === verb ? byCommand.get(toBinName(verb)) : undefined))
    : undefined;
}

function inScript({ context }: Build, name: string): Telemetry | undefined {
  const text = readPackageJson(context?.read('package.json'))?.scripts?.[name];
  if (text === undefined) return undefined;
  for (const { name: program, arguments: words } of splitScript(text)) {
    const called = program === 'npx' || program === 'cross-env' ? words.find((word) => !/^-|=/.test(word)) : program;
    const tool = byCommand.get(toBinName(called ?? ''));
    if (tool && !text.includes(tool.variable)) return tool;
  }
  return undefined;
}

/** Whether a variable is set for the command, whatever its value: somebody has thought about it. */
function isOff(build: Build, { script }: ShellCommand, { variable, also = [], commands }: Telemetry): boolean {
  const { scope } = build.states[script.instruction.index]!;
  const { text } = build.source;
  const own = text.slice(script.span.start, script.span.end);
  if ([variable, ...also].some((name) => scope.lookup(name) || own.includes(name))) return true;
  return build.commands.some(
    (other) =>
      other.name !== undefined &&
      (commands.includes(other.name) || RUNNERS.includes(other.name)) &&
      other.arguments.some(({ value }) => /^(?:core\.collect_)?telemetry(?:=|$)/.test(value)),
  );
}

function setVariable(build: Build, run: Instruction, { variable, value }: Telemetry): Fix {
  const { source } = build;
  const casing = casingOf(source.text.slice(run.keywordSpan.start, run.keywordSpan.end));
  const keyword = inCase('ENV', casing === 'lower' ? 'lower' : 'upper');
  const line = `${keyword} ${variable}=${value}${source.newline}`;
  return { title: `Set ${variable}`, edits: [insertBefore(source, run, line)] };
}
