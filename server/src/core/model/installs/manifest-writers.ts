import type { ReadOnlyCall } from '../../knowledge/package-manager';
import type { Build } from '../build-types';
import { hasSetting, isAround, readPath, tagOf } from '../caches/cache-places';
import { placeText } from '../order/places';
import type { ShellCommand } from '../shell/shell-command';
import { imageName } from '../stages/user';
import type { RunInstruction } from '../syntax/instruction';
import type { PackageInstall } from './install';
import { findManager } from './installs';
import type { MountedFile } from './manifest-mounts';

/** Commands that read files at most; those that could write a manifest have to name it. */
const READERS = new Set(
  (
    '. : [ [[ addgroup adduser cat cd command corepack curl echo env exit export false find gpg grep groupadd ls mkdir node printf ' +
    'pwd rm set shopt sleep source test true type ulimit umask unset update-ca-certificates useradd usermod wget which'
  ).split(' '),
);

/** Calls of managers that install nothing and write to no project. */
const HARMLESS: ReadonlyMap<string, RegExp> = new Map([
  ['bundler', /^(?:config|check|clean|env|version)$/],
  ['composer', /^(?:clear-?cache|cc|check-platform-reqs|diagnose|--version)$/],
  ['dotnet', /^(?:nuget|--info|--version)$/],
  ['gem', /^(?:cleanup|env|list|sources|update)$/],
  ['go', /^(?:clean|env|version)$/],
  ['npm', /^(?:bin|cache|config|list|ls|ping|prefix|root|-v|--version)$/],
  ['pip', /^(?:cache|check|config|debug|freeze|list|show|--version)$/],
  ['pipenv', /^(?:--version|--clear|check|graph)$/],
  ['pnpm', /^(?:config|store|-v|--version)$/],
  ['poetry', /^(?:cache|config|env|--version)$/],
  ['bun', /^(?:pm|--version)$/],
  ['pdm', /^(?:cache|config|--version)$/],
  ['uv', /^(?:cache|venv|python|--version)$/],
  ['yarn', /^(?:cache|-v|--version)$/],
]);

/** What in a RUN may write to files that would be read-only for it, as a sentence; undefined where nothing does. */
export function findWriter(
  build: Build,
  run: RunInstruction,
  installs: readonly PackageInstall[],
  files: readonly MountedFile[],
): string | undefined {
  const { script } = installs[0]!.command;
  for (const command of script.commands) {
    const install = build.installs.find((one) => one.command === command);
    const because = install ? refuseInstall(build, run, install, files) : refuseCommand(build, command, files);
    if (because) return because;
  }
  return undefined;
}

function refuseInstall(
  build: Build,
  run: RunInstruction,
  install: PackageInstall,
  files: readonly MountedFile[],
): string | undefined {
  const { manager, verbName, fromManifest, needsSources, manifestWords, command } = install;
  if (manager.kind === 'system') return undefined;
  const call = `\`${command.words
    .slice(0, 3)
    .map(({ value }) => value)
    .join(' ')}\``;
  if (!fromManifest) return installsApart(install) ? undefined : `${call} may write to the manifests.`;
  if (needsSources) return `${call} works on the project's sources, too.`;
  const rules = manager.readsOnly?.filter(({ verbs }) => verbs.includes(verbName)) ?? [];
  const lacking = rules.map((rule) => lacks(build, run, install, rule, files));
  if (lacking.length === 0) return `${call} may write to the manifests.`;
  if (!lacking.includes(undefined)) return lacking[0]!.replace('{}', call);
  // `pip install .` builds in the project's directory.
  const local = manifestWords.find(({ value }) => !files.some(({ source }) => sameName(source, value)));
  return local && `${call} reads ${local.value}, which is not copied for it alone.`;
}

/** What keeps a call from being read-only; undefined when nothing does. */
function lacks(
  build: Build,
  run: RunInstruction,
  install: PackageInstall,
  { with: some, without, needs, writesOn }: ReadOnlyCall,
  files: readonly MountedFile[],
): string | undefined {
  const isSet = (setting: Parameters<typeof hasSetting>[2]) => hasSetting(build, install, setting);
  if (some && !some.some(isSet)) return `{} may write the lock file: nothing like ${some[0]!.word} forbids it.`;
  if (without?.some(isSet)) return '{} is told to write the lock file.';
  const stage = build.stages[run.stage];
  if (writesOn && stage && writesOn.image.test(imageName(stage)) && writesOn.tag.test(tagOf(stage)))
    return '{} adds to the lock file in this release.';
  if (needs && !files.some(({ source }) => sameName(source, needs)))
    return `{} writes ${needs}, which is not copied for it.`;
  return undefined;
}

/** Whether an install of named packages leaves the project alone. */
function installsApart({ manager, flags }: PackageInstall): boolean {
  if (['pip', 'pipx', 'gem', 'conda'].includes(manager.id)) return true;
  return flags.some(
    ({ name, value }) => name === '-g' || name === '--global' || (name === '--location' && value === 'global'),
  );
}

function refuseCommand(build: Build, command: ShellCommand, files: readonly MountedFile[]): string | undefined {
  const { name, redirects, arguments: words } = command;
  if (command.words.length === 0) return undefined;
  const written = redirects.find(
    ({ operator, target }) =>
      operator.includes('>') && target && files.some(({ source }) => sameName(source, target.value)),
  );
  if (written) return `\`> ${written.target!.value}\` writes to a manifest.`;
  const call = findManager(command);
  const verb = call?.words[0]?.value ?? '';
  if (call && (HARMLESS.get(call.manager.id)?.test(verb) || call.manager.kind === 'system')) return undefined;
  const text = command.words.map(({ value }) => value).join(' ');
  const clipped = `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
  if (name === 'rm') {
    const hit = words.some((word) => {
      const path = readPath(build, command, word);
      return files.some(
        ({ source, place }) => sameName(source, word.value) || (path !== undefined && isAround(path, placeText(place))),
      );
    });
    return hit ? `${clipped} removes a manifest, and a mount can't be removed.` : undefined;
  }
  if (/^python[\d.]*$/.test(name ?? '') && (words[1]?.value === 'venv' || words[0]?.value === '--version'))
    return undefined;
  if (name === 'git' && words[0]?.value === 'config') return undefined;
  return name !== undefined && READERS.has(name) && !call ? undefined : `${clipped} may write to the manifests.`;
}

function sameName(one: string, other: string): boolean {
  return one.split('/').at(-1) === other.split('/').at(-1);
}
