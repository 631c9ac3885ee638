import type { Ecosystem, Plan, PlanRefusal, Project } from '../ecosystem';
import { isWithin, nameOf, parentOf } from '../images/image-paths';
import { findFilesInUse } from '../run-time-files';
import { SHELLS } from '../shells';
import { buildInto, contentBeside, type DotnetBuild, findDotnetStart, readDotnetBuild } from './dotnet/builds';
import { type Csproj, isConsole } from './dotnet/csproj';
import { type DotnetRuntime, dotnetNeed, dotnetVersion, isDotnetSdk } from './dotnet/images';
import { FRONT_END_TOOLS } from './node/tools';

export const dotnet: Ecosystem = {
  id: 'dotnet',
  title: '.NET',
  environment: {},
  buildVariables:
    /^(?:DOTNET_(?:CLI_\w+|NOLOGO|SKIP_FIRST_TIME_EXPERIENCE|GENERATE_ASPNET_CERTIFICATE|SDK_VERSION|INSTALL_DIR)|NUGET_\w+|MSBUILD\w*|VSTEST_\w+|NODE_(?:VERSION|MAJOR|OPTIONS)|DEBIAN_FRONTEND)$/,
  // MSBuild takes every variable for a property; these are for the program alone.
  buildReads: (name) => !/^ASPNETCORE_|^DOTNET_|__|^(?:TZ|LANG|LC_ALL|PORT|PATH)$|_URLS?$|_HOST$|_PORT$/.test(name),
  isSource: (path) =>
    /\.(?:cs|fs|vb|csproj|fsproj|vbproj|sln|slnx|props|targets|resx|razor|cshtml|md)$|\/(?:obj|Properties)\/|\/(?:Dockerfile[^/]*|\.[^/]*ignore|NuGet\.config|nuget\.config|global\.json|packages\.lock\.json)$/.test(
      path,
    ),
  buildDirectories: [
    '/root/.nuget',
    '/root/.dotnet',
    '/root/.local/share/NuGet',
    '/root/.templateengine',
    '/root/.cache',
    '/root/.npm',
  ],

  mayRecognise: ({ base }) => isDotnetSdk(base),
  recognises: ({ base, steps, start }) =>
    isDotnetSdk(base) &&
    (steps.some((step) => readDotnetBuild(step) !== undefined) ||
      start.programs.some(({ name }) => nameOf(name) === 'dotnet')),

  roleOf(step, { steps }) {
    const [verb = ''] = step.arguments;
    if (step.name === 'dotnet') return BUILD_VERBS.has(verb) || verb.startsWith('-') ? 'build' : undefined;
    if (FRONT_END.has(step.name)) return 'build';
    // `curl https://deb.nodesource.com/setup_20.x | bash -` only sets up where Node.js is installed from.
    const before = steps[steps.indexOf(step) - 1];
    const isSetup =
      SHELLS.has(step.name) && before?.arguments.some((word) => word.includes('deb.nodesource.com/setup'));
    return isSetup ? 'setup' : undefined;
  },

  provides: () => false,

  plan(project) {
    const start = findDotnetStart(project);
    if ('because' in start) return start;
    const directory = parentOf(start.path);
    const file = nameOf(start.path);
    const assembly = start.isDll ? file.replace(/\.(?:dll|exe)$/i, '') : file;
    if (directory === '/') return { because: `${file} lies in the root directory, among everything else.` };
    const found = buildInto(project, directory, assembly);
    if (!found) {
      return {
        because: `No dotnet publish is known to put ${file} into ${directory}: name the directory with -o, and start the .dll from there.`,
      };
    }
    const { build, csproj } = found;
    const { files } = project;
    if (files && !csproj && (files.below(directoryOf(build)) ?? []).some((path) => /\.\w+proj$/.test(path))) {
      return {
        because: `No project that line ${build.step.line} builds is called ${assembly}, so that it would make ${file}.`,
      };
    }
    const isConsoleProgram = files !== undefined && csproj !== undefined && isConsole(files, csproj);
    if (build.verb === 'build' && !isConsoleProgram) {
      return {
        because: `Line ${build.step.line} runs dotnet build, whose output lacks what a web application serves: run dotnet publish -o instead.`,
      };
    }
    return toPlan(project, build, csproj, start.isDll, directory, isConsoleProgram);
  },
};

const BUILD_VERBS = new Set(
  'restore build publish test pack clean tool nuget new sln add workload msbuild format vstest build-server list remove fsi'.split(
    ' ',
  ),
);
const FRONT_END: ReadonlySet<string> = new Set([...FRONT_END_TOOLS, 'corepack', 'libman', 'ng']);

function directoryOf({ step }: DotnetBuild): string {
  return step.directory ?? '/';
}

function toPlan(
  project: Project,
  build: DotnetBuild,
  csproj: Csproj | undefined,
  isDll: boolean,
  directory: string,
  isConsoleProgram: boolean,
): Plan | PlanRefusal {
  const { base, image, workdir } = project;
  const isAlone =
    !isDll &&
    (build.selfContained || /^true$/i.test(csproj?.property('SelfContained') ?? csproj?.property('PublishAot') ?? ''));
  const kind: DotnetRuntime = isAlone ? 'runtime-deps' : isConsoleProgram ? 'runtime' : 'aspnet';
  const need = dotnetNeed(image, base, kind);
  if (!need) return { because: `Which image without the SDK belongs to ${image} is not known.` };
  const isInvariant = /^true$/i.test(csproj?.property('InvariantGlobalization') ?? '');
  const isAlpine = base.distro === 'alpine';
  const beside = isWithin(workdir, directory) ? [] : [...contentBeside(project), ...filesInUse(project, directory)];
  const notes = [
    ...(isInvariant || !isAlpine
      ? []
      : ["The SDK's image has the data for cultures, which the runtime's image on Alpine gets with icu-libs."]),
  ];
  const address = isConsoleProgram ? {} : addressOf(project);
  if (Object.keys(address).length > 0)
    notes.push(
      `No address is set, so the program listens on localhost:5000, and goes on doing so with ${Object.keys(address)[0]} empty; without that ENV it would listen on ${Number.parseInt(dotnetVersion(base) ?? '8', 10) >= 8 ? 8080 : 80} for all.`,
    );
  const environment = {
    ...(isAlpine && !isInvariant ? { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: 'false' } : {}),
    ...address,
  };
  return {
    artefacts: [
      { from: directory, to: directory },
      ...[...new Set(beside)].map((path) => ({ from: path, to: path, optional: true, copied: true })),
    ],
    need,
    ...(Object.keys(environment).length > 0 ? { environment } : {}),
    ...(isAlpine && !isInvariant ? { packages: ['icu-data-full', 'icu-libs', 'tzdata'] } : {}),
    packageRole: (name) => (/^(?:nodejs|npm|yarn|git|zip|unzip|dotnet-sdk[\w.-]*)$/.test(name) ? 'build' : undefined),
    notes,
  };
}

/** Ways in which a program is told where to listen. */
const ADDRESSES = [
  'ASPNETCORE_URLS',
  'ASPNETCORE_HTTP_PORTS',
  'ASPNETCORE_HTTPS_PORTS',
  'DOTNET_URLS',
  'URLS',
  'HTTP_PORTS',
  'DOTNET_HTTP_PORTS',
];

/**
 * The images without the SDK say where to listen, that of the SDK takes it back: what is not told otherwise keeps the address that it
 * had there.
 */
function addressOf({ base, start, scripts, files, variable, workdir }: Project): Readonly<Record<string, string>> {
  const set = new Set(start.programs.flatMap(({ sets = [] }) => sets));
  if (ADDRESSES.some((name) => variable(name) !== undefined || set.has(name))) return {};
  const words = [...start.programs.flatMap(({ arguments: given }) => given), ...scripts.values()];
  if (words.some((text) => /--(?:urls|http_ports)\b|ASPNETCORE_(?:URLS|HTTP_PORTS)/i.test(text ?? ''))) return {};
  const sources = (files?.below(workdir) ?? files?.below('/') ?? []).filter((path) =>
    /\.(?:cs|fs)$|\/appsettings[^/]*\.json$/.test(path),
  );
  const tells =
    /\.UseUrls\(|\.Urls\.Add\(|"Kestrel"\s*:|"urls"\s*:|\.ConfigureKestrel\(|\.UseKestrel\([^)]|\.Listen\w*\(|app\.Run\("|app\.Run\(\$"/i;
  if (sources.some((path) => tells.test(files?.read(path) ?? ''))) return {};
  const release = Number.parseInt(dotnetVersion(base) ?? '8', 10);
  return release >= 8 ? { ASPNETCORE_HTTP_PORTS: '' } : { ASPNETCORE_URLS: '' };
}

/** Files that connection strings name, as literals. */
function databases(text: string): string {
  const names = [...text.matchAll(/(?:Data ?Source|Filename)\s*=\s*([\w./-]+)/gi)].map(([, name]) => name);
  return names.map((name) => JSON.stringify(name)).join('\n');
}

/** Files of the working directory that sources or settings name, where the program does not start among its own. */
function filesInUse({ files, workdir, settings, start, scripts }: Project, directory: string): string[] {
  const all = (files?.below(workdir) ?? []).filter(
    (path) => !isWithin(path, directory) && !/\/(?:bin|obj)\//.test(path),
  );
  const texts = all
    .filter((path) => /\.(?:cs|fs|vb)$|\/appsettings[^/]*\.json$/.test(path))
    .map((path) => files?.read(path) ?? '');
  const words = [...settings, ...start.programs.flatMap(({ arguments: given }) => given)].map((word) =>
    JSON.stringify(word),
  );
  return findFilesInUse({
    files: all,
    bases: [workdir],
    texts: [...texts, ...texts.map(databases), ...words, ...[...scripts.values()].flatMap((text) => text ?? [])],
    served: [],
    isSource: dotnet.isSource,
    read: (path) => files?.read(path),
  });
}
