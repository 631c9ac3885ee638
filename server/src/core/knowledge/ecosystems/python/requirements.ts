import type { ProjectFiles } from '../../ecosystem';
import { below, nameOf, parentOf, toPath } from '../../images/image-paths';
import { readToml, stringsIn, tableIn } from '../../toml';

/** A distribution that a project asks for. */
export interface Requirement {
  /** As PyPI compares names: lower case, with dashes. */
  readonly name: string;
  readonly extras: readonly string[];
  /** Where exactly one is asked for. */
  readonly version?: string;
  /** Whether it is compiled here whatever wheels there are. */
  readonly fromSource: boolean;
}

/** The name of a distribution as PyPI compares it. */
export function canonicalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

const REQUIREMENT = /^([A-Za-z0-9][\w.-]*)\s*(?:\[([^\]]*)\])?\s*(?:\(?\s*===?\s*v?([\w.!+]+))?/;

/** One requirement as pip reads it; undefined for a path, an address or a flag. */
export function readRequirement(text: string, fromSource = false): Requirement | undefined {
  const written = text.trim();
  const egg = /[#&]egg=([\w.-]+)(?:\[([^\]]*)\])?/.exec(written);
  if (egg) return { name: canonicalName(egg[1]!), extras: listOf(egg[2]), fromSource: true };
  if (/^(?:-|\.|\/|\w+:\/\/|[a-z]+\+)/.test(written)) return undefined;
  const archive = /(?:^|\/)([A-Za-z0-9][\w.]*)-(\d[\w.]*)(?:-[^/]*)?\.(whl|tar\.gz|zip|tgz)$/.exec(written);
  if (archive)
    return { name: canonicalName(archive[1]!), extras: [], version: archive[2]!, fromSource: archive[3] !== 'whl' };
  const [, name, extras, version] = REQUIREMENT.exec(written) ?? [];
  if (name === undefined || (written.includes('/') && !/ @ /.test(written))) return undefined;
  return {
    name: canonicalName(name),
    extras: listOf(extras),
    ...(version === undefined || version.includes('*') ? {} : { version }),
    fromSource: fromSource || / @ (?:git|hg|svn|bzr)\+/.test(written),
  };
}

function listOf(extras: string | undefined): string[] {
  return (extras ?? '')
    .split(',')
    .map((one) => canonicalName(one.trim()))
    .filter((one) => one !== '');
}

/** What requirement files ask for. */
export interface Requirements {
  readonly list: readonly Requirement[];
  /** Directories of sources that they install. */
  readonly sources: readonly string[];
  /** Directories of sources that stay in use. */
  readonly editable: readonly string[];
  /** A file that can't be read here. */
  readonly unread?: string;
}

/** Reads a requirement file and those that it names. */
export function readRequirementFile(
  path: string,
  directory: string,
  files: ProjectFiles,
  seen = new Set<string>(),
): Requirements {
  if (seen.has(path)) return { list: [], sources: [], editable: [] };
  seen.add(path);
  const text = files.read(path);
  if (text === undefined) return { list: [], sources: [], editable: [], unread: path };
  const list: Requirement[] = [];
  const sources: string[] = [];
  const editable: string[] = [];
  let unread: string | undefined;
  const unbinary = new Set<string>();
  for (const raw of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    const line = raw.replace(/(?:^|\s)#.*$/, '').trim();
    if (line === '') continue;
    const [, other] = /^(?:-r|--requirement)[=\s]*(\S+)/.exec(line) ?? [];
    if (other !== undefined) {
      const inner = readRequirementFile(toPath(other, parentOf(path))!, directory, files, seen);
      list.push(...inner.list);
      sources.push(...inner.sources);
      editable.push(...inner.editable);
      unread ??= inner.unread;
      continue;
    }
    const [, binary] = /^--no-binary[=\s]+(\S+)/.exec(line) ?? [];
    if (binary !== undefined) for (const one of binary.split(',')) unbinary.add(canonicalName(one));
    const [, local] = /^(?:-e|--editable)[=\s]*(\.{0,2}\/\S*|\.{1,2})(?:\[[^\]]*\])?/.exec(line) ?? [];
    if (local !== undefined) editable.push(toPath(local, directory)!);
    const plain = /^(\.{0,2}\/[^\s;[]+|\.{1,2})(?:\[[^\]]*\])?(?:\s|;|$)/.exec(line)?.[1];
    if (plain !== undefined && !/\.(?:whl|zip|tgz|tar\.\w+)$/.test(plain)) sources.push(toPath(plain, directory)!);
    const requirement = readRequirement(line.replace(/^(?:-e|--editable)[=\s]*/, '').replace(/\s--hash=\S+/g, ''));
    if (requirement) list.push(requirement);
  }
  const all = unbinary.has('-all-') || unbinary.has(':all:');
  return {
    list: list.map((one) => (all || unbinary.has(one.name) ? { ...one, fromSource: true } : one)),
    sources,
    editable,
    ...(unread === undefined ? {} : { unread }),
  };
}

/** The manifests and lock files of a directory that is installed as a project; undefined when none can be read. */
export function readProjectRequirements(directory: string, files: ProjectFiles): readonly Requirement[] | undefined {
  const read = (name: string) => files.read(below(directory, name));
  const list: Requirement[] = [];
  let found = false;
  const add = (texts: readonly string[]) => {
    found = true;
    for (const text of texts) {
      const one = readRequirement(text);
      if (one) list.push(one);
    }
  };
  for (const lock of ['poetry.lock', 'uv.lock', 'pdm.lock', 'Pipfile.lock']) {
    const text = read(lock);
    if (text === undefined) continue;
    const names =
      lock === 'Pipfile.lock'
        ? [...text.matchAll(/^\s{8}"([\w.-]+)":\s*\{/gm)].map((match) => match[1]!)
        : [...text.matchAll(/^name\s*=\s*"([^"]+)"(?:\r?\nversion\s*=\s*"([^"]+)")?/gm)].map((match) =>
            match[2] === undefined ? match[1]! : `${match[1]}==${match[2]}`,
          );
    add(names);
  }
  const pipfile = readToml(read('Pipfile'));
  if (pipfile) add(Object.keys(tableIn(pipfile, 'packages')));
  const toml = readToml(read('pyproject.toml'));
  if (toml) {
    const project = tableIn(toml, 'project');
    add(stringsIn(project, 'dependencies'));
    const optional = tableIn(project, 'optional-dependencies');
    add(Object.keys(optional).flatMap((name) => stringsIn(optional, name)));
    add(
      Object.entries(tableIn(toml, 'tool', 'poetry', 'dependencies')).map(([name, value]) => withExtras(name, value)),
    );
  }
  const setup = read('setup.py');
  if (setup !== undefined) {
    const lists = [
      ...setup.matchAll(/(?:install_requires|requirements|requires|REQUIRES\w*|INSTALL_REQUIRES)\s*=\s*\[([^\]]*)\]/g),
    ];
    add(lists.flatMap((match) => [...match[1]!.matchAll(/['"]([^'"]+)['"]/g)].map((one) => one[1]!)));
    const file = /(?:open|read\w*)\(\s*['"]([\w./-]*requirements[\w./-]*\.txt)['"]/.exec(setup)?.[1];
    if (file !== undefined) list.push(...readRequirementFile(toPath(file, directory)!, directory, files).list);
  }
  const config = read('setup.cfg');
  if (config !== undefined)
    add((/^install_requires\s*=([\s\S]*?)^(?=\S)/m.exec(`${config}\n[`)?.[1] ?? '').split(/\r?\n/));
  return found ? list : undefined;
}

function withExtras(name: string, value: unknown): string {
  const extras = typeof value === 'object' && value !== null ? (value as { extras?: unknown }).extras : undefined;
  return Array.isArray(extras) ? `${name}[${extras.join(',')}]` : name;
}

const MANIFEST =
  /(?:^|[-_.])(?:requirements?|constraints?)[^/]*\.(?:txt|in|pip)$|^(?:Pipfile(?:\.lock)?|poetry\.lock|uv\.lock|pdm\.lock|pylock\.toml|pyproject\.toml|setup\.py|setup\.cfg|MANIFEST\.in|poetry\.toml|pip\.conf|README[^/]*|LICENSE[^/]*|\.python-version|package(?:-lock)?\.json)$|\.(?:whl|tar\.gz|tgz)$/i;

/** Whether a file is read by an installation, and by a running program only if it names it. */
export function isManifest(path: string): boolean {
  return MANIFEST.test(nameOf(path)) || /\/requirements?\/[^/]+\.(?:txt|in)$/.test(path);
}
