import type { Ecosystem, Plan } from '../../knowledge/ecosystem';
import { isWithin } from '../../knowledge/images/image-paths';
import { packageRole } from '../../knowledge/system-packages/package-roles';
import type { PackageInstall } from '../installs/install';
import type { ShellCommand, ShellScript, ShellWord } from '../shell/shell-command';
import type { RunInstruction } from '../syntax/instruction';
import type { StageProject } from './project';
import { type Effect, isPassing, isRelative, readEffect } from './run-effects';
import type { Runs } from './runs';
import type { SplitRefusal } from './stage-sorting';

/** What a RUN does, seen as a whole. */
export interface RunRole {
  readonly run: RunInstruction;
  readonly script: ShellScript;
  readonly commands: readonly ShellCommand[];
  /** Of each of its commands. */
  readonly effects: readonly Effect[];
  /** Whether anything in it belongs to the build. */
  readonly builds: boolean;
  readonly users: readonly string[];
  readonly places: readonly string[];
  /** What it makes in the project, by name. */
  readonly made: readonly string[];
  /** Whether what it does to places can be done in the runtime stage as well. */
  readonly repeatable: boolean;
  readonly packages: readonly ShellWord[];
  readonly lists: boolean;
  readonly tool: boolean;
  /** Whether it makes or changes something by a relative path. */
  readonly relative: boolean;
}

const SYSTEM = /^\/(?:bin|boot|dev|etc|home|lib|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|usr|var)(?:\/|$)/;

/** Places that only the build uses: the directories that it works in, caches, its own tools. */
export function localPlaces(
  project: StageProject,
  ecosystem: Ecosystem,
  { buildPlaces = [] }: Plan,
): (path: string) => boolean {
  const worked = project.steps.flatMap((step) =>
    step.directory !== undefined && ecosystem.roleOf(step, project) === 'build' ? [step.directory] : [],
  );
  const roots = [...new Set([...worked, ...ecosystem.buildDirectories, ...buildPlaces])].filter((path) => path !== '/');
  const atTop = worked.includes('/');
  return (path) =>
    isPassing(path) || roots.some((root) => isWithin(path, root)) || (atTop && path !== '/' && !SYSTEM.test(path));
}

/** Commands whose effect on places does not depend on what only the builder has. */
const REPEATABLE = new Set(
  'locale-gen localedef update-locale dpkg-reconfigure mkdir touch chmod chown chgrp ln echo printf sed cat tee : true cd set test [ ls'.split(
    ' ',
  ),
);

/** Reads a RUN as a whole; a refusal where one of its commands is not known. */
export function readRole(
  run: RunInstruction,
  project: StageProject,
  ecosystem: Ecosystem,
  facts: Runs,
  isLocal: (path: string) => boolean,
): RunRole | SplitRefusal {
  const known = facts.facts(run);
  if (!known || known.opaque) return { because: "can't be read." };
  const pairs = known.commands.map((command) => ({ command, step: project.stepOf.get(command.command)! }));
  const effects = pairs.map(({ command, step }) => readEffect(step, command, project, ecosystem, isLocal));
  const unknown = effects.find((effect) => effect.kind === 'unknown');
  if (unknown) return { because: `calls ${unknown.title}; what that leaves behind is not known.` };
  const users = effects.flatMap((effect) => (effect.kind === 'users' ? effect.names : []));
  const removed = new Set(
    pairs.flatMap(({ step }) =>
      /^(?:apk|apt|apt-get|yum|dnf)$/.test(step.name) && REMOVES.test(step.arguments.join(' ')) ? step.arguments : [],
    ),
  );
  // A group that is never taken away brings libraries along with its headers.
  const stays = !project.steps.some(({ name, arguments: words }) => name === 'apk' && words.includes('del'));
  const packages = effects.flatMap((effect) =>
    effect.kind === 'packages'
      ? effect.install.packages.filter(
          ({ value }) =>
            !removed.has(value) && (!isVirtual(effect.install) || (stays && packageRole(value) === 'headers')),
        )
      : [],
  );
  const builds = effects.some(({ kind }) => kind === 'build');
  if (builds && effects.some(({ kind }) => kind === 'tool')) {
    return { because: 'both builds and installs what the container starts; split it in two first.' };
  }
  return {
    run,
    script: known.script,
    commands: known.commands.map(({ command }) => command),
    effects,
    builds,
    users,
    places: effects.flatMap((effect) => (effect.kind === 'places' ? effect.paths : [])),
    made: effects.flatMap((effect) =>
      effect.kind === 'none' || effect.kind === 'places' || effect.kind === 'build' ? (effect.made ?? []) : [],
    ),
    repeatable: pairs.every(({ step }, index) => effects[index]!.kind !== 'places' || REPEATABLE.has(step.name)),
    packages,
    lists: effects.some(({ kind }) => kind === 'lists'),
    tool: effects.some(({ kind }) => kind === 'tool'),
    relative: pairs.some(({ command, step }) => isRelative(step, command)),
  };
}

const REMOVES = /(?:^|\s)(?:del|purge|remove|autoremove|erase)(?:\s|$)/;

/** `apk add --virtual .build-deps`: packages that the author himself calls the build's. */
function isVirtual({ flags }: PackageInstall): boolean {
  return flags.some(
    ({ name, value }) => (name === '--virtual' || name === '-t') && /build|dev|deps|tmp/i.test(value ?? ''),
  );
}
