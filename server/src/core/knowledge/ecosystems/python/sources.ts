import type { Project, ProjectFiles } from '../../ecosystem';
import { isWithin, nameOf } from '../../images/image-paths';

/** Files that no running program reads: tests, documentation, what only a build or a developer uses. */
const ASIDE =
  /\/(?:tests?|testing|docs?|examples?|\.git|\.github|\.gitlab|\.vscode|\.idea|node_modules|__pycache__|\.venv|venv|\.tox|benchmarks?)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|setup|noxfile|tasks|fabfile)\.py$|\/(?:Dockerfile[^/]*|[^/]*\.(?:md|rst)|docker-compose[^/]*|compose\.ya?ml|Makefile|tox\.ini|\.[^/]*ignore)$/;

/** Sources of the project that may run, by absolute path; undefined when they are not known. */
export function programSources({ files }: Project): readonly string[] | undefined {
  return files?.below('/')?.filter((path) => path.endsWith('.py') && !ASIDE.test(path));
}

/** Other texts of the project that may be read or run when the container does. */
export function programTexts({ files }: Project): readonly string[] {
  return files?.below('/')?.filter((path) => TEXTS.test(path) && !ASIDE.test(path)) ?? [];
}

const TEXTS =
  /\.(?:sh|bash|conf|cfg|ini|toml|ya?ml|json|env|service|cron)$|\/(?:crontab|Procfile|entrypoint|run|start)[^/.]*$/;

/** What the sources of a project say about the system that they run on. */
export interface SourceFacts {
  /** Commands that they start by name. */
  readonly calls: ReadonlySet<string>;
  /** Libraries that they load by name: `magic`, `pq`. */
  readonly libraries: ReadonlySet<string>;
  /** Modules of the standard library that the slim images can't load. */
  readonly graphical: boolean;
  /** Whether files are served with their types. */
  readonly serves: boolean;
  /** Whether something is compiled when the program runs. */
  readonly compiles?: string;
  /** Whether fonts of the system are used. */
  readonly fonts: boolean;
}

const CALLS =
  /\b(?:subprocess\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput)|Popen|check_output|check_call|create_subprocess_(?:exec|shell)|os\.(?:system|popen|exec[lv]p?e?|spawn[lv]p?e?)|shutil\.which|which|sh\.Command|run|call)\(\s*(?:os\.P_\w+\s*,\s*)?\[?\s*[rbf]{0,2}(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')/g;
/** Command lines that are put together first and run later. */
const COMMAND_LINES =
  /["'](git|hg|svn|curl|wget|gcc|g\+\+|cc|make|ssh|scp|sftp|ssh-keygen|gpg|unzip|xz|bzip2|ps|pgrep|pkill|convert|identify|mogrify)(?=[\s"'])/g;
const LIBRARIES = /\b(?:CDLL|LoadLibrary|PyDLL|dlopen|find_library)\(\s*(?:[\w.]+\s*,\s*)?["']([^"'\n]+)["']/g;

const known = new WeakMap<ProjectFiles, SourceFacts>();

/** Reads the sources of a project; undefined when they are not known. */
export function readSources(project: Project): SourceFacts | undefined {
  const { files } = project;
  const sources = programSources(project);
  if (!files || !sources) return undefined;
  const answer = known.get(files);
  if (answer) return answer;
  const calls = new Set<string>();
  const libraries = new Set<string>();
  let graphical = false;
  let serves = false;
  let fonts = false;
  let compiles: string | undefined;
  for (const path of sources) {
    const text = files.read(path) ?? '';
    if (/subprocess|\bos\.(?:system|popen|exec|spawn)|shutil|Popen|pexpect|\bsh\b|asyncio/.test(text)) {
      for (const match of text.matchAll(CALLS)) for (const name of commandsIn(match[1] ?? match[2]!)) calls.add(name);
      for (const match of text.matchAll(COMMAND_LINES)) calls.add(match[1]!);
    }
    for (const match of text.matchAll(LIBRARIES)) libraries.add(libraryName(match[1]!));
    graphical ||= /^\s*(?:import|from)\s+(?:tkinter|turtle|idlelib)\b/m.test(text);
    serves ||=
      /\bmimetypes\b|StaticFiles|FileResponse|send_file\b|send_from_directory|static_folder|add_static|whitenoise|SimpleHTTPRequestHandler|staticfiles/i.test(
        text,
      );
    fonts ||= /\/usr\/share\/fonts|truetype\(|fontconfig/.test(text);
    if (/\bpyximport\b|cffi\.verify|ffi\.verify|torch\.compile|load_inline|cpp_extension|\bweave\b/.test(text))
      compiles ??= path;
  }
  const facts: SourceFacts = {
    calls,
    libraries,
    graphical,
    serves,
    fonts,
    ...(compiles === undefined ? {} : { compiles }),
  };
  known.set(files, facts);
  return facts;
}

/** Names of commands at the places of a command line where the shell looks for them. */
function commandsIn(line: string): string[] {
  return line
    .split(/\|\|?|&&|;/)
    .map((part) => nameOf(/^(?:\s*(?:\w+=\S*|sudo|exec|env|nohup|time)\s+)*\s*([\w./+-]+)/.exec(part)?.[1] ?? ''))
    .filter((name) => name !== '');
}

function libraryName(written: string): string {
  return nameOf(written)
    .replace(/^lib(?=.*\.so)/, '')
    .replace(/\.so[\d.]*$/, '');
}

/** What the sources of an extension say that it is linked with. */
export interface ExtensionFacts {
  readonly libraries: ReadonlySet<string>;
  readonly openmp: boolean;
}

/** Reads how a directory of sources builds its extensions; undefined when it is not there to read. */
export function readExtension(directory: string, files: ProjectFiles): ExtensionFacts | undefined {
  const own = files
    .below(directory)
    ?.filter((path) =>
      /\/(?:setup\.py|setup\.cfg|pyproject\.toml|meson\.build|CMakeLists\.txt|build\.py|[^/]*_build\.py)$/.test(path),
    );
  if (!own || own.length === 0) return undefined;
  const libraries = new Set<string>();
  let openmp = false;
  for (const path of own) {
    if (!isWithin(path, directory) || ASIDE_BUILD.test(path)) continue;
    const text = files.read(path) ?? '';
    for (const match of text.matchAll(/\blibraries\s*=\s*\[([^\]]*)\]/g))
      for (const one of match[1]!.matchAll(/["']([\w.+-]+)["']/g)) libraries.add(one[1]!);
    for (const match of text.matchAll(/["']-l([\w.+-]+)["']/g)) libraries.add(match[1]!);
    for (const match of text.matchAll(/pkg-config[^\n]*?["'\s]([\w.+-]+)["']\s*\]/g))
      libraries.add(match[1]!.replace(/^lib(?=\w)/, '').replace(/-[\d.]+$/, (found) => found));
    openmp ||= /-fopenmp/.test(text);
  }
  return { libraries, openmp };
}

const ASIDE_BUILD = /\/(?:tests?|docs?|node_modules)\//;
