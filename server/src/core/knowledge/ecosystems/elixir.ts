import { table } from '../../text/table';
import type { Artefact, Ecosystem, Plan, PlanRefusal, Project, RuntimeNeed, Step } from '../ecosystem';
import type { BaseImage } from '../images/base-images';
import { below, isWithin, nameOf, parentOf, toPath } from '../images/image-paths';
import { findFilesInUse } from '../run-time-files';
import { FRONT_END_TOOLS } from './node/tools';

export const elixir: Ecosystem = {
  id: 'elixir',
  title: 'Elixir',
  environment: { LANG: 'C.UTF-8' },
  buildVariables:
    /^(?:HEX_\w+|REBAR_\w+|MIX_(?:HOME|ARCHIVES|REBAR3?|OS_\w+)|NODE_(?:VERSION|MAJOR|OPTIONS|ENV)|NPM_CONFIG_\w+|DEBIAN_FRONTEND)$/,
  buildReads: () => true,
  isSource: () => true,
  buildDirectories: ['/root/.mix', '/root/.hex', '/root/.cache', '/opt/mix', '/opt/hex', '/root/.npm'],
  mayRecognise: ({ base }) => base.family === 'elixir',
  recognises: ({ base, steps }) => base.family === 'elixir' && steps.some(({ name }) => name === 'mix'),
  roleOf,
  provides: () => false,
  plan,
};

function roleOf({ name, arguments: given }: Step): 'build' | 'setup' | undefined {
  if (name === 'mix') return /^(?:local\.|archive\.|hex\.|escript\.install)/.test(given[0] ?? '') ? 'setup' : 'build';
  if (FRONT_END_TOOLS.has(name)) return given.some((word) => word === '-g' || word === '--global') ? 'setup' : 'build';
  return name === 'rebar3' || name === 'elixir' ? 'build' : undefined;
}

/** Programs that need Elixir itself. */
const DEVELOPMENT = new Set(['mix', 'iex', 'elixir']);

function plan(project: Project): Plan | PlanRefusal {
  const { start, scripts, steps, files, workdir } = project;
  const tool = start.programs.map(({ name }) => nameOf(name)).find((name) => DEVELOPMENT.has(name));
  if (tool)
    return {
      because: `The container runs ${tool}, which needs Elixir and the sources; a release (mix release) starts by itself.`,
    };
  const unread = [...scripts].find(([, text]) => text === undefined);
  if (unread) return { because: `What ${nameOf(unread[0])} starts can't be read here.` };
  const script = [...scripts].find(([, text]) => /^[^#\n]*\b(?:mix|iex)\s/m.test(text ?? ''));
  if (script)
    return {
      because: `${nameOf(script[0])} calls mix, which needs Elixir and the sources; a release can run tasks by itself (eval).`,
    };
  const builds = steps.filter((step) => step.name === 'mix' && releaseAt(step) !== -1);
  const last = builds.at(-1);
  if (!last) return { because: 'No RUN makes a release (mix release).' };
  if (builds.length > 1) return { because: 'Several releases are made, and which one the image is for is not known.' };
  const root = last.directory;
  if (root === undefined || root === '/')
    return { because: 'Where the project lies is not clear; give it a WORKDIR first.' };
  const release = releasePath(last, project, root);
  if (typeof release !== 'string') return release;
  const called = [...start.programs, ...project.checks].map(({ name }) => toPath(name, workdir)!);
  const inScripts = [...scripts.values()].some((text) => text?.includes(nameOf(release)));
  const isCopied = steps.some(({ name }) => name === 'cp' || name === 'mv');
  if (!called.some((path) => isWithin(path, release)) && !inScripts && !isCopied) {
    return {
      because: `The container starts ${start.programs[0]?.name}, which is not in the release that line ${last.line} makes (${release}).`,
    };
  }
  const need = runtimeNeed(project);
  if ('because' in need) return need;
  const direct = called.some((path) => isWithin(path, release)) || inScripts;
  return {
    artefacts: [...(direct ? [{ from: release, to: release }] : []), ...filesInUse(project, root, release)],
    need,
    environment: project.settings.length > 0 && project.variable('LANG') !== 'C.UTF-8' ? {} : { LANG: 'C.UTF-8' },
    packages:
      need.distro === 'alpine'
        ? ['libstdc++', 'ncurses-libs', 'openssl', 'ca-certificates']
        : ['libstdc++6', 'openssl', 'libncurses6', 'ca-certificates'],
    packageRole: (name) =>
      /^(?:nodejs|npm|yarn|inotify-tools|rebar3?|erlang[\w-]*|elixir)$/.test(name) ? 'build' : undefined,
    notes: [
      `The release brings Erlang, built for ${need.image}: another distribution, or another release of this one, could not run it.`,
      ...(files ? [] : ['mix.exs is not here; look at the result with care.']),
    ],
  };
}

/** Where among its words a call names the task that makes a release; -1 where it does something else. */
function releaseAt({ arguments: given }: Step): number {
  const first = given.findIndex((word) => !word.startsWith('-'));
  const at = given.findIndex((word) => /^(?:distillery\.)?release,?$/.test(word));
  return at === first || given[first] === 'do' ? at : -1;
}

/** Where a release is put. */
function releasePath(step: Step, { files }: Project, root: string): string | PlanRefusal {
  const { arguments: given } = step;
  const at = given.indexOf('--path');
  const path = at === -1 ? given.find((word) => word.startsWith('--path='))?.slice('--path='.length) : given[at + 1];
  if (path !== undefined)
    return path.includes('$') ? { because: 'Where the release is put is a variable.' } : toPath(path, root)!;
  const environment = step.variable('MIX_ENV') ?? 'dev';
  if (environment.includes('$')) return { because: 'MIX_ENV is a variable without a value here.' };
  const named = given
    .slice(releaseAt(step) + 1)
    .find((word, index, rest) => !/^[-+]/.test(word) && rest[index - 1] !== '--path');
  const manifest = files?.read(below(root, 'mix.exs'));
  const build = step.variable('MIX_BUILD_PATH') ?? below(root, `_build/${environment}`);
  const name = named ?? releaseName(manifest ?? '');
  if (name === undefined) {
    return {
      because:
        manifest === undefined
          ? 'What the release is called stands in mix.exs, which is not here to be read.'
          : 'mix.exs has several releases, or a name that is computed; call mix release with a name.',
    };
  }
  return below(build, `rel/${name}`);
}

/** The name of the only release that `mix.exs` describes, or that of the application. */
function releaseName(manifest: string): string | undefined {
  const text = manifest.replace(/#.*$/gm, '');
  const block = /\breleases:\s*\[/.exec(text);
  if (block) {
    const names = topLevelKeys(text.slice(block.index + block[0].length));
    return names.length === 1 ? names[0] : undefined;
  }
  if (/\breleases:/.test(text)) return undefined;
  return /\bapp:\s*:(\w+)/.exec(text)?.[1];
}

/** Keys of a keyword list up to its end. */
function topLevelKeys(text: string): string[] {
  const keys: string[] = [];
  let depth = 0;
  for (const match of text.matchAll(/[[{(]|[\]})]|(\w+):(?=\s)/g)) {
    if (match[1] !== undefined) {
      if (depth === 0) keys.push(match[1]);
    } else if ('[{('.includes(match[0])) depth++;
    else if (--depth < 0) break;
  }
  return keys;
}

/** The Debian release of the official images, by the line of Elixir; lines whose images moved on are left out. */
const OFFICIAL: Readonly<Record<string, string>> = table({
  '1.14': 'bullseye',
  '1.17': 'bookworm',
  '1.18': 'bookworm',
});

/** The same system as the builder's: a release brings an Erlang that is linked with its libraries. */
function runtimeNeed({ base, image }: Project): (RuntimeNeed & { kind: 'image' }) | PlanRefusal {
  const common = { kind: 'image', tools: [], users: [], extensible: true } as const;
  const tag = image.slice(image.lastIndexOf(':') + 1);
  const alpine = /(?:^|-)alpine-?(\d+\.\d+(?:\.\d+)?)/.exec(tag)?.[1];
  if (alpine !== undefined) return { ...common, image: `alpine:${alpine}`, distro: 'alpine' };
  if (base.libc === 'musl') {
    return {
      because: `Which release of Alpine ${image} is made on is not known, and a release runs on the same one only; hexpm/elixir has tags that tell.`,
    };
  }
  const dated = /(?:^|-)debian-([a-z]+-\d{8})/.exec(tag)?.[1];
  const codename = dated?.split('-')[0] ?? base.codename ?? officialRelease(base);
  if (codename === undefined) {
    return {
      because: `Which release of Debian ${image} is made on is not known, and a release runs on the same one only; hexpm/elixir has tags that tell.`,
    };
  }
  if (!['bullseye', 'bookworm', 'trixie'].includes(codename))
    return { because: `What a release needs can't be installed in debian:${codename}-slim any more.` };
  return { ...common, image: `debian:${dated ?? codename}-slim`, distro: 'debian', codename };
}

function officialRelease({ repository, official, version }: BaseImage): string | undefined {
  return official && repository === 'elixir' ? OFFICIAL[version?.split('.').slice(0, 2).join('.') ?? ''] : undefined;
}

/** Files beside the release that sources name by a path of their own. */
function filesInUse({ files, workdir }: Project, root: string, release: string): Artefact[] {
  const all = files?.below(root) ?? [];
  const sources = all.filter(
    (path) => /\.exs?$/.test(path) && /\/(?:lib|config|rel)\//.test(path) && !/\/(?:test|deps|_build)\//.test(path),
  );
  const found = findFilesInUse({
    files: all,
    bases: [...new Set([root, workdir])],
    texts: sources.map((path) => files!.read(path) ?? ''),
    served: [],
    // What lies in priv is part of the release, and found there.
    isSource: (path) =>
      /\.(?:exs?|erl|eex|heex|leex|md|lock)$/.test(path) ||
      /\/(?:priv|assets|test|deps|_build|lib|config)\//.test(path),
    read: (path) => files?.read(path),
  });
  return found
    .filter((path) => !isWithin(path, release) && parentOf(path) !== '/')
    .map((path) => ({ from: path, to: path, optional: true }));
}
