import type { Build } from '../../model/build-types';
import { findUnmounted } from '../../model/caches/cache-targets';
import { isCacheOff, isCleanedUp } from '../../model/caches/left-caches';
import { hasPlainMount } from '../../model/caches/plain-mounts';
import { readInstalls } from '../../model/installs/installs';
import { isPlainPipInstall } from '../../model/installs/plain-pip';
import { oncePerBuild } from '../../model/once-per-build';
import { hasArgument } from '../../model/shell/plain-arguments';
import type { PlainCommand, ShellCommand, ShellScript, ShellWord } from '../../model/shell/shell-command';
import { addWord } from '../../model/shell/shell-edits';
import type { Instruction } from '../../model/syntax/instruction';
import { readPlainImage } from '../../model/syntax/plain-image';
import { dockerfile } from '../../text/dockerfile';
import { findInRuns, minorUnlessShipped } from '../per-run';
import type { Finding, Fix, Rule, RuleSettings } from '../rule';

export const pipNoCacheDir: Rule = {
  id: 'size/pip-no-cache-dir',
  aliases: ['DL3042', 'pipUseNoCacheDir'],
  severity: 'info',
  hadolint: 'warning',
  summary: 'Keep the cache of pip out of the image.',
  why: `pip keeps every archive that it downloads and every wheel that it builds, for installations that a container will never do. The
    flag --no-cache-dir, or the variable PIP_NO_CACHE_DIR, leaves the cache away; a cache mount keeps it where the next build finds it,
    and where one is due cache/mount-pip says so instead. In the hadolint preset the variable counts where an ENV of the stage, or of
    a stage of the name that it is based on, sets it to a true value, or where the RUN's own text does.`,
  fixable: { safety: 'safe' },
  about: { managers: ['pip'] },
  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        COPY requirements.txt .
        RUN pip install -r requirements.txt
                ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
      `,
      good: dockerfile`
        FROM python:3.13-slim
        COPY requirements.txt .
        RUN pip install --no-cache-dir -r requirements.txt
      `,
    },
  ],

  check: (build, settings) =>
    findInRuns(build, settings, {
      plain: (script) => findPlain(build, script),
      message: () => MESSAGE,
      own: (script) => findOwn(build, settings, script),
    }),
};

const MESSAGE = 'pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.';

function findOwn(build: Build, settings: RuleSettings, { commands, instruction }: ShellScript): readonly Finding[] {
  const found: Finding[] = [];
  const installs = instruction.onbuild ? readInstalls(commands, build.instructions, build.context) : build.installs;
  for (const install of installs) {
    const { manager, verbName, verb, command } = install;
    if (manager.id !== 'pip' || install.instruction !== instruction || verbName !== 'install' || !verb) continue;
    if (isCacheOff(build, install) || findUnmounted(build, install).length === 0) continue;
    if (isConfigured(build, command.start)) continue;
    const minor = isCleanedUp(build, install) ? { minor: true } : minorUnlessShipped(build, settings, instruction);
    found.push({ at: verb, message: MESSAGE, ...minor, fix: () => withFlag(build, command, verb) });
  }
  return found;
}

function withFlag({ source }: Build, command: ShellCommand, verb: ShellWord): Fix | undefined {
  const edit = addWord(source, command, verb, '--no-cache-dir');
  return edit && { title: 'Add --no-cache-dir', edits: [edit] };
}

/** `pip config set global.no-cache-dir true` in front. */
function isConfigured({ commands }: Build, before: number): boolean {
  for (const { arguments: words, start } of commands) {
    if (start >= before) continue;
    for (let at = 1; at < words.length; at++)
      if (words[at - 1]!.value === 'set' && words[at]!.value.endsWith('.no-cache-dir')) return true;
  }
  return false;
}

function findPlain(build: Build, script: ShellScript): PlainCommand | undefined {
  const found = script.plainCommands.find(
    (command) =>
      isPlainPipInstall(command) && !/pipx|pipenv/.test(command.name) && !hasArgument(command, '--no-cache-dir'),
  );
  const { instruction, span } = script;
  if (!found || hasPlainMount(instruction, '.cache/pip')) return undefined;
  const text = build.source.text.slice(span.start, span.end);
  const at = text.indexOf('PIP_NO_CACHE_DIR=');
  if (at !== -1 && STARTS_TRUE.test(text.slice(at + 'PIP_NO_CACHE_DIR='.length))) return undefined;
  return plainlyOff(build).has(instruction) ? undefined : found;
}

const STARTS_TRUE = /^(?:1|true|True|TRUE|on|On|ON|yes|Yes|YES)/;
const TRUE = /^(?:1|true|True|TRUE|on|On|ON|yes|Yes|YES)$/;

/** The RUNs for which hadolint takes the cache for switched off by an ENV; what it knows of a stage goes by its name. */
const plainlyOff = oncePerBuild((build): ReadonlySet<Instruction> => {
  const runs = new Set<Instruction>();
  if (!build.source.text.includes('PIP_NO_CACHE_DIR')) return runs;
  const byName = new Map<string, boolean>();
  let own = '';
  let isOff = false;
  for (const instruction of build.instructions) {
    if (instruction.keyword === 'FROM') {
      const { name } = readPlainImage(instruction.imageWord.text);
      own = instruction.alias?.text ?? name;
      isOff = byName.get(name) ?? false;
      byName.set(own, isOff);
    } else if (switchesOff(instruction)) {
      isOff = true;
      byName.set(own, true);
    } else if (isOff && instruction.keyword === 'RUN') runs.add(instruction);
  }
  let isOffInTriggers = false;
  for (const { trigger } of build.instructions.filter((one) => one.keyword === 'ONBUILD')) {
    if (!trigger) continue;
    isOffInTriggers ||= switchesOff(trigger);
    if (isOffInTriggers) runs.add(trigger);
  }
  return runs;
});

function switchesOff(instruction: Instruction): boolean {
  if (instruction.keyword !== 'ENV') return false;
  const pair = instruction.pairs.find(({ name }) => name.value === 'PIP_NO_CACHE_DIR');
  return TRUE.test(pair?.value?.value ?? '');
}
