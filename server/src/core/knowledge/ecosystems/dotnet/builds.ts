import type { PlanRefusal, Program, Project, Step } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import { type Csproj, findAssembly, findCsproj } from './csproj';

/** A `dotnet publish` or `dotnet build`. */
export interface DotnetBuild {
  readonly step: Step;
  readonly verb: 'publish' | 'build';
  /** The project, solution or directory that it is given, as written. */
  readonly target?: string;
  /** Where its output goes, absolute, where the command says that. */
  readonly output?: string;
  readonly selfContained: boolean;
}

const VALUE_FLAGS = new Set(
  `-c --configuration -o --output -f --framework -r --runtime -v --verbosity --arch -a --os --version-suffix --source -s --manifest
  --artifacts-path -p --property --property:`.split(/\s+/),
);

/** Reads a command that builds; undefined for others. */
export function readDotnetBuild(step: Step): DotnetBuild | undefined {
  const [verb, ...words] = step.arguments;
  if (step.name !== 'dotnet' || (verb !== 'publish' && verb !== 'build')) return undefined;
  let target: string | undefined;
  let output: string | undefined;
  let selfContained = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const property = /^(?:[-/]p|--property|-property|\/property):?=?(\w+)=(.*)$/i.exec(word);
    if (property) {
      if (/^(?:PublishDir|OutputPath|OutDir)$/i.test(property[1]!)) output = property[2];
      if (/^(?:SelfContained|PublishSingleFile|PublishAot)$/i.test(property[1]!) && property[2] !== 'false')
        selfContained = true;
      continue;
    }
    const [, flag = word, glued] = /^(--?[\w-]+)[=:](.*)$/.exec(word) ?? [];
    const value = glued ?? (VALUE_FLAGS.has(flag) ? words[++at] : undefined);
    if (flag === '-o' || flag === '--output') output = value;
    else if (flag === '--self-contained') {
      if (/^(?:true|false)$/.test(words[at + 1] ?? '')) at++;
      selfContained = glued !== 'false' && words[at] !== 'false';
    } else if (flag === '--sc') selfContained = true;
    else if (!word.startsWith('-') && !/^\/\w+[:=]/.test(word)) target ??= word;
  }
  const place = output === undefined ? undefined : toPath(output.replaceAll('\\', '/'), step.directory);
  return {
    step,
    verb,
    selfContained,
    ...(target === undefined ? {} : { target }),
    ...(place === undefined ? {} : { output: place }),
  };
}

/** What the container starts of a .NET project. */
export interface DotnetStart {
  /** Absolute: the `.dll`, or the program that the SDK puts beside it. */
  readonly path: string;
  readonly isDll: boolean;
}

/** Verbs of `dotnet` that need the SDK. */
const SDK_VERBS = new Set(
  'run watch build publish test restore ef tool new add msbuild pack clean user-secrets dev-certs'.split(' '),
);

/** Finds what is started; a refusal where that needs the SDK or is not known. */
export function findDotnetStart(project: Project): DotnetStart | PlanRefusal {
  const { start, workdir, scripts } = project;
  const own = start.programs.map((program) => startOf(program, workdir));
  const inScripts = [...scripts.values()].flatMap((text) =>
    [...(text ?? '').matchAll(/(?:^|[\s;&|(])dotnet\s+([^\n;&|]+)/gm)].map(([, words]) =>
      startOf({ name: 'dotnet', arguments: words!.trim().replaceAll(/["']/g, '').split(/\s+/) }, workdir),
    ),
  );
  const found = [...own, ...inScripts].flatMap((one) => one ?? []);
  const refused = found.find((one) => 'because' in one);
  if (refused) return refused;
  const started = found.find((one): one is DotnetStart => 'path' in one);
  if (started) return started;
  const unread = [...scripts].find(([, text]) => text === undefined);
  if (unread) return { because: `What ${nameOf(unread[0])} starts can't be read here.` };
  return {
    because: `${start.programs[0]?.name ?? 'What the container starts'} is not built here, as far as the file tells.`,
  };
}

function startOf({ name, arguments: given }: Program, workdir: string): DotnetStart | PlanRefusal | undefined {
  if (nameOf(name) === 'dotnet') {
    const verb = given.find((word) => !word.startsWith('-'));
    if (verb !== undefined && SDK_VERBS.has(verb)) {
      const what =
        verb === 'run' || verb === 'watch'
          ? `dotnet ${verb}, which builds at every start`
          : `dotnet ${verb}, which needs the SDK`;
      return {
        because: `The container runs ${what}: run dotnet publish -o in a RUN, and start the .dll that it makes.`,
      };
    }
    const dll = given.find((word) => /\.(?:dll|exe)$/i.test(word));
    if (dll === undefined) return { because: "Which .dll the container starts can't be told." };
    return { path: toPath(dll, workdir)!, isDll: true };
  }
  const isProgram = name.includes('/') && !/\.(?:sh|bash|py|js)$|entrypoint[^/]*$|\/s?bin\//.test(name);
  return isProgram ? { path: toPath(name, workdir)!, isDll: false } : undefined;
}

/** `bin/Release/net8.0/linux-x64/publish` below a project. */
const DEFAULT_OUTPUT = /\/bin\/(?:[^/]+\/)?net[^/]+(?:\/(?:linux|unix)[^/]*)?(\/publish)?$/;

/** The build whose output is in a directory, with the project that it makes; undefined where none is known to be. */
export function buildInto(
  project: Project,
  directory: string,
  assembly: string,
): { readonly build: DotnetBuild; readonly csproj?: Csproj } | undefined {
  const { files, steps } = project;
  const builds = steps.flatMap((step) => readDotnetBuild(step) ?? []);
  const build = builds.findLast(({ step, verb, output, target }) => {
    if (output !== undefined) return output === directory || `${output}/publish` === directory;
    if (step.directory === undefined) return false;
    const match = DEFAULT_OUTPUT.exec(directory);
    const root = target === undefined ? step.directory : toPath(target, step.directory)!;
    const place = /\.(?:\w+proj|slnx?)$/.test(root) ? parentOf(root) : root;
    return match !== null && (match[1] !== undefined) === (verb === 'publish') && isWithin(directory, place);
  });
  if (!build) return undefined;
  const { target, step } = build;
  if (!files || step.directory === undefined) return { build };
  const named = findCsproj(files, target, step.directory);
  const csproj =
    named && named.assembly.toLowerCase() === assembly.toLowerCase()
      ? named
      : findAssembly(files, assembly, step.directory);
  return { build, ...(csproj ? { csproj } : {}) };
}

/** Directories and settings that an ASP.NET Core program opens in its working directory. */
export function contentBeside({ files, workdir }: Project): string[] {
  const own = files?.below(workdir) ?? [];
  const settings = own.filter(
    (path) =>
      parentOf(path) === workdir &&
      /^(?:appsettings[^/]*|hosting|nlog|log4net|NLog)\.(?:json|config|xml)$/.test(nameOf(path)),
  );
  const roots = ['wwwroot', 'Views', 'Pages'].map((name) => below(workdir, name));
  return [...settings, ...roots.filter((root) => own.some((path) => isWithin(path, root)))];
}
