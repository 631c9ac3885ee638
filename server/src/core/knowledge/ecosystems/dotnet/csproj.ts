import type { ProjectFiles } from '../../ecosystem';
import { below, nameOf, parentOf, toPath } from '../../images/image-paths';
import { elementsAt, readXml, type XmlElement } from '../jvm/xml';

/** What a project file of .NET says that matters in an image. */
export interface Csproj {
  /** Absolute. */
  readonly path: string;
  /** `Microsoft.NET.Sdk.Web`; undefined where the file names none. */
  readonly sdk?: string;
  /** Without extension. */
  readonly assembly: string;
  /** `net8.0`; undefined where it is a variable or there are several. */
  readonly framework?: string;
  /** Names of referenced packages, frameworks and project files, variables left as they are. */
  readonly packages: readonly string[];
  readonly frameworks: readonly string[];
  readonly projects: readonly string[];
  /** The value of a property, those of Directory.Build.props included; undefined where it is not said, or only under a condition. */
  property(name: string): string | undefined;
}

const PROJECT_FILE = /\.(?:cs|fs|vb)proj$/;

/** Reads a project file by its path; undefined when it is not there or no XML. */
export function readCsproj(files: ProjectFiles, path: string): Csproj | undefined {
  const root = readXml(files.read(path)?.replace(/^\uFEFF/, '') ?? '');
  if (root?.name !== 'Project') return undefined;
  const above = propsAbove(files, parentOf(path));
  const property = (name: string): string | undefined => {
    for (const one of [root, ...above]) {
      const found = elementsAt(one, 'PropertyGroup')
        .filter(({ attributes }) => attributes.Condition === undefined)
        .flatMap((group) => elementsAt(group, name))
        .findLast(({ attributes }) => attributes.Condition === undefined);
      if (found) return found.text;
    }
    return undefined;
  };
  const itemsOf = (kind: string) =>
    [root, ...above]
      .flatMap((one) => elementsAt(one, 'ItemGroup', kind))
      .flatMap(({ attributes }) => attributes.Include ?? []);
  const sdk = root.attributes.Sdk ?? elementsAt(root, 'Sdk')[0]?.attributes.Name;
  const framework = property('TargetFramework');
  const assembly = property('AssemblyName');
  return {
    path,
    ...(sdk === undefined ? {} : { sdk: sdk.replace(/\/.*$/, '') }),
    assembly: assembly && !assembly.includes('$') ? assembly : nameOf(path).replace(PROJECT_FILE, ''),
    ...(framework && !framework.includes('$') ? { framework } : {}),
    packages: itemsOf('PackageReference'),
    frameworks: itemsOf('FrameworkReference'),
    projects: itemsOf('ProjectReference').map((one) => one.replaceAll('\\', '/')),
    property,
  };
}

function propsAbove(files: ProjectFiles, directory: string): XmlElement[] {
  for (let at = directory; ; at = parentOf(at)) {
    const text = files.read(below(at, 'Directory.Build.props'));
    if (text !== undefined) return [readXml(text.replace(/^\uFEFF/, '')) ?? []].flat();
    if (at === '/') return [];
  }
}

/** The project file that a command is given or finds where it runs; undefined where there is none, or more than one. */
export function findCsproj(files: ProjectFiles, target: string | undefined, directory: string): Csproj | undefined {
  const place = target === undefined ? directory : toPath(target, directory)!;
  if (PROJECT_FILE.test(place)) return readCsproj(files, place);
  const own = files.below(place)?.filter((path) => parentOf(path) === place) ?? [];
  const found = own.filter((path) => PROJECT_FILE.test(path));
  return found.length === 1 && !own.some((path) => /\.slnx?$/.test(path)) ? readCsproj(files, found[0]!) : undefined;
}

/** Every project below a directory that becomes the assembly of a name. */
export function findAssembly(files: ProjectFiles, assembly: string, directory: string): Csproj | undefined {
  const found = (files.below(directory) ?? [])
    .filter((path) => PROJECT_FILE.test(path))
    .flatMap((path) => readCsproj(files, path) ?? [])
    .filter((project) => project.assembly.toLowerCase() === assembly.toLowerCase());
  return found.length === 1 ? found[0] : undefined;
}

/** Whether a project and those that it refers to can run without the ASP.NET Core framework; false where that is not known. */
export function isConsole(
  files: ProjectFiles,
  { path, sdk, packages, frameworks, projects }: Csproj,
  depth = 0,
): boolean {
  if (sdk !== 'Microsoft.NET.Sdk' && sdk !== 'Microsoft.NET.Sdk.Worker') return false;
  if (frameworks.length > 0 || depth > 8) return false;
  // Packages bring references to the framework of their own: those that do are named after it.
  if (
    packages.some((name) => /AspNetCore|^Grpc|^Microsoft\.Azure\.Functions|^Yarp|^Swashbuckle|^NSwag|\$\(/i.test(name))
  )
    return false;
  return projects.every((one) => {
    const other = one.includes('$') ? undefined : readCsproj(files, toPath(one, parentOf(path))!);
    return other !== undefined && isConsole(files, other, depth + 1);
  });
}
