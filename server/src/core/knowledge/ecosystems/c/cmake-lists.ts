import { below, isWithin, parentOf, toPath } from '../../images/image-paths';
import type { MakeReader } from '../../make/make-variables';

/** What a CMake project makes, as far as its files tell. Branches of conditions all count. */
export interface CMakeProject {
  /** Absolute paths in the build directory. */
  readonly programs: readonly string[];
  /** Libraries that programs load when they start, absolute paths in the build directory. */
  readonly shared: readonly string[];
  /** Names of the libraries that it makes, for linking. */
  readonly libraries: ReadonlySet<string>;
  /** What it looks for in the system: packages of CMake and of pkg-config. */
  readonly wanted: readonly string[];
  /** What programs are linked with, by name or variable. */
  readonly linked: readonly string[];
  /** Files and directories that it puts into the build directory for its programs. */
  readonly generated: readonly string[];
  /** Whether it makes plug-ins, or something whose place can't be told: then only the whole build directory is sure to have all. */
  readonly unsure: boolean;
  /** What is installed where, below the prefix; `sure` where that is known of all. */
  readonly installed: { readonly programs: readonly string[]; readonly sure: boolean };
  /** The directory below which it installs, where the files set it. */
  readonly prefix?: string;
  readonly texts: readonly string[];
}

interface Command {
  readonly name: string;
  readonly words: readonly string[];
}

const MAX_FILES = 200;

/** Reads CMakeLists.txt and what it takes in; undefined without one. */
export function readCMake(
  files: MakeReader,
  source: string,
  build: string,
  settings: ReadonlyMap<string, string>,
): CMakeProject | undefined {
  if (files.read(below(source, 'CMakeLists.txt')) === undefined) return undefined;
  const reading = new CMakeReading(files, source, build, settings);
  reading.read(below(source, 'CMakeLists.txt'), source, build);
  return reading.finish();
}

class CMakeReading {
  readonly #files: MakeReader;
  readonly #build: string;
  readonly #variables = new Map<string, string>();
  readonly #programs: string[] = [];
  readonly #shared: string[] = [];
  readonly #libraries = new Set<string>();
  readonly #wanted: string[] = [];
  readonly #linked: string[] = [];
  readonly #generated: string[] = [];
  readonly #installed: string[] = [];
  readonly #texts: string[] = [];
  readonly #properties = new Map<string, Map<string, string>>();
  readonly #targets: { name: string; kind: 'program' | 'shared'; directory: string }[] = [];
  readonly #given: ReadonlySet<string>;
  #unsure = false;
  #surelyInstalled = true;

  constructor(files: MakeReader, source: string, build: string, settings: ReadonlyMap<string, string>) {
    this.#files = files;
    this.#build = build;
    this.#given = new Set(settings.keys());
    for (const [name, value] of settings) this.#variables.set(name, value);
    for (const name of ['CMAKE_SOURCE_DIR', 'PROJECT_SOURCE_DIR']) this.#variables.set(name, source);
    for (const name of ['CMAKE_BINARY_DIR', 'PROJECT_BINARY_DIR']) this.#variables.set(name, build);
    this.#variables.set('CMAKE_INSTALL_BINDIR', 'bin');
    this.#variables.set('CMAKE_INSTALL_LIBDIR', 'lib');
    this.#variables.set('CMAKE_INSTALL_DATADIR', 'share');
    this.#variables.set('CMAKE_INSTALL_SYSCONFDIR', 'etc');
  }

  read(path: string, source: string, build: string): void {
    const text = this.#files.read(path);
    if (text === undefined || this.#texts.length > MAX_FILES) {
      this.#unsure = true;
      return;
    }
    this.#texts.push(text);
    const outer = [this.#variables.get('CMAKE_CURRENT_SOURCE_DIR'), this.#variables.get('CMAKE_CURRENT_BINARY_DIR')];
    this.#enter(source, build);
    for (const { name, words } of readCommands(text)) this.#command(name, words, source, build);
    this.#enter(outer[0] ?? source, outer[1] ?? build);
  }

  #enter(source: string, build: string): void {
    this.#variables.set('CMAKE_CURRENT_SOURCE_DIR', source);
    this.#variables.set('CMAKE_CURRENT_LIST_DIR', source);
    this.#variables.set('CMAKE_CURRENT_BINARY_DIR', build);
  }

  #expand(word: string): string {
    let value = word;
    for (let round = 0; round < 8 && value.includes('${'); round++) {
      value = value.replace(/\$\{([\w.-]+)\}/g, (written, name: string) => this.#variables.get(name) ?? written);
    }
    return value;
  }

  #command(name: string, written: readonly string[], source: string, build: string): void {
    const words = written.flatMap((word) => this.#expand(word).split(';')).filter((word) => word !== '');
    const [first = '', ...rest] = words;
    switch (name) {
      case 'project':
        for (const variable of ['PROJECT_NAME', 'CMAKE_PROJECT_NAME']) this.#variables.set(variable, first);
        break;
      case 'set':
      case 'option':
        if (!this.#given.has(first)) this.#set(name, first, rest);
        break;
      case 'add_subdirectory':
        if (first.includes('${')) this.#unsure = true;
        else {
          const place = rest[0] && !rest[0].startsWith('EXCLUDE') ? rest[0] : first;
          this.read(below(toPath(first, source)!, 'CMakeLists.txt'), toPath(first, source)!, toPath(place, build)!);
        }
        break;
      case 'include':
        if (/\.cmake$/.test(first) && this.#files.has(toPath(first, source)!))
          this.read(toPath(first, source)!, source, build);
        break;
      case 'add_executable':
        if (rest[0] !== 'ALIAS' && rest[0] !== 'IMPORTED')
          this.#targets.push({ name: first, kind: 'program', directory: build });
        break;
      case 'add_library':
        this.#library(first, rest, build);
        break;
      case 'set_target_properties':
        this.#setProperties(words);
        break;
      case 'set_property':
        if (first === 'TARGET')
          this.#setProperties(words.slice(1).map((word) => (word === 'PROPERTY' ? 'PROPERTIES' : word)));
        break;
      case 'find_package':
        this.#wanted.push(...packagesOf(first, rest));
        break;
      case 'pkg_check_modules':
      case 'pkg_search_module':
        this.#wanted.push(...rest.filter((word) => !KEYWORDS.has(word)).map((word) => word.replace(/[<>=].*$/, '')));
        break;
      case 'find_library':
        this.#linked.push(...rest.filter((word) => /^[a-z][\w+.-]*$/.test(word)));
        break;
      case 'target_link_libraries':
      case 'link_libraries':
        this.#linked.push(...(name === 'link_libraries' ? words : rest).filter((word) => !KEYWORDS.has(word)));
        break;
      case 'configure_file':
        this.#generate(rest[0] ?? '', build);
        break;
      case 'file':
        this.#file(first, rest, build);
        break;
      case 'add_custom_command':
      case 'add_custom_target':
        this.#custom(words, build);
        break;
      case 'install':
        this.#install(first, rest);
        break;
      case 'FetchContent_Declare':
      case 'fetchcontent_declare':
        this.#libraries.add(first);
        break;
      case 'FetchContent_MakeAvailable':
      case 'fetchcontent_makeavailable':
      case 'externalproject_add':
      case 'cpmaddpackage':
        this.#unsure = true;
        break;
    }
  }

  #set(command: string, name: string, rest: readonly string[]): void {
    if (command === 'option') {
      this.#variables.set(name, rest[1] ?? 'OFF');
      return;
    }
    const end = rest.findIndex((word) => word === 'CACHE' || word === 'PARENT_SCOPE');
    this.#variables.set(name, (end === -1 ? rest : rest.slice(0, end)).join(';'));
  }

  #library(name: string, rest: readonly string[], build: string): void {
    if (rest[0] === 'ALIAS' || rest.includes('IMPORTED')) return;
    this.#libraries.add(name);
    const kind = rest.find((word) => /^(?:SHARED|STATIC|MODULE|INTERFACE|OBJECT)$/.test(word));
    if (kind === 'MODULE') this.#unsure = true;
    const isShared =
      kind === 'SHARED' ||
      (kind === undefined && /^(?:ON|1|TRUE|YES)$/i.test(this.#variables.get('BUILD_SHARED_LIBS') ?? ''));
    if (isShared) this.#targets.push({ name, kind: 'shared', directory: build });
  }

  #setProperties(words: readonly string[]): void {
    const at = words.indexOf('PROPERTIES');
    if (at === -1) return;
    for (const target of words.slice(0, at)) {
      const known = this.#properties.get(target) ?? new Map<string, string>();
      for (let index = at + 1; index + 1 < words.length; index += 2) known.set(words[index]!, words[index + 1]!);
      this.#properties.set(target, known);
    }
  }

  #generate(to: string, build: string): void {
    const path = toPath(to, build)!;
    if (to === '' || SOURCES.test(path)) return;
    if (path.includes('${') || path.includes('$<')) this.#unsure = true;
    else this.#generated.push(path);
  }

  #file(verb: string, words: readonly string[], build: string): void {
    if (verb === 'COPY' || verb === 'INSTALL') {
      const at = words.indexOf('DESTINATION');
      for (const source of words.slice(0, at)) {
        this.#generate(below(words[at + 1] ?? '', source.replace(/\/$/, '').split('/').at(-1)!), build);
      }
    } else if (verb === 'WRITE' || verb === 'APPEND' || verb === 'TOUCH') this.#generate(words[0] ?? '', build);
    else if (verb === 'GENERATE') this.#generate(words[words.indexOf('OUTPUT') + 1] ?? '', build);
    else if (verb === 'DOWNLOAD') this.#generate(words[1] ?? '', build);
    else if (verb === 'CREATE_LINK') this.#unsure = true;
  }

  /** `cmake -E copy_directory FROM TO`, after a build or by itself. */
  #custom(words: readonly string[], build: string): void {
    for (const [at, word] of words.entries()) {
      if (!/^(?:copy|copy_if_different|copy_directory|copy_directory_if_different|create_symlink)$/.test(word))
        continue;
      const end = words.findIndex(
        (one, index) => index > at && /^(?:COMMAND|COMMENT|DEPENDS|VERBATIM|WORKING_DIRECTORY|POST_BUILD)$/.test(one),
      );
      const paths = words.slice(at + 1, end === -1 ? undefined : end);
      const to = (paths.at(-1) ?? '').replace(
        /\$<TARGET_FILE_DIR:[^>]+>/,
        this.#variables.get('CMAKE_RUNTIME_OUTPUT_DIRECTORY') ?? build,
      );
      const isDirectory = word.startsWith('copy_directory') || word === 'create_symlink';
      if (isDirectory) this.#generate(to, build);
      else
        for (const source of paths.slice(0, -1)) {
          const name = source.split('/').at(-1)!;
          this.#generate(to.split('/').at(-1)!.includes('.') ? to : below(to, name), build);
        }
    }
    const runs = words.flatMap((word, at) => (word === 'COMMAND' ? [words[at + 1] ?? ''] : []));
    const isOwn = (word: string) => this.#targets.some(({ name }) => name === word) || /\/|\$</.test(word);
    if (runs.some((word) => /^(?:cp|sh|bash|python3?|perl|ln)$/.test(word) || (isOwn(word) && !/cmake$/i.test(word))))
      this.#unsure = true;
  }

  #install(kind: string, words: readonly string[]): void {
    const to = words[words.indexOf('DESTINATION') + 1];
    if (kind !== 'TARGETS') {
      this.#surelyInstalled &&= kind === 'EXPORT';
      return;
    }
    const stop = words.findIndex((word) => INSTALL_WORDS.has(word));
    const names = words.slice(0, stop === -1 ? undefined : stop);
    const isProgram = (name: string) => this.#targets.some((one) => one.name === name && one.kind === 'program');
    for (const name of names) {
      if (isProgram(name))
        this.#installed.push(below(words.includes('DESTINATION') ? (to ?? 'bin') : 'bin', this.#outputName(name)));
      else if (this.#targets.some((one) => one.name === name) || name.includes('$')) this.#surelyInstalled = false;
    }
  }

  #outputName(name: string): string {
    return this.#properties.get(name)?.get('OUTPUT_NAME') ?? name;
  }

  finish(): CMakeProject {
    for (const { name, kind, directory } of this.#targets) {
      const own = this.#properties.get(name);
      const variable = kind === 'program' ? 'RUNTIME_OUTPUT_DIRECTORY' : 'LIBRARY_OUTPUT_DIRECTORY';
      const place = this.#expand(
        own?.get(variable) ?? this.#variables.get(`CMAKE_${variable}`) ?? this.#legacy(kind) ?? directory,
      );
      const version = own?.get('SOVERSION') ?? own?.get('VERSION');
      const file =
        kind === 'program'
          ? this.#outputName(name)
          : `lib${this.#outputName(name)}.so${version === undefined ? '' : `.${version}`}`;
      const path = toPath(below(place, file), this.#build)!;
      if (/[$<>]/.test(path)) this.#unsure = true;
      else (kind === 'program' ? this.#programs : this.#shared).push(path);
    }
    const prefix = this.#variables.get('CMAKE_INSTALL_PREFIX');
    return {
      programs: this.#programs,
      shared: this.#shared,
      libraries: this.#libraries,
      wanted: this.#wanted,
      linked: this.#linked,
      generated: this.#generated.filter((path) => isWithin(path, this.#build)),
      unsure: this.#unsure,
      installed: {
        programs: this.#installed,
        sure: this.#surelyInstalled && this.#installed.every((path) => !path.includes('$')),
      },
      ...(prefix === undefined ? {} : { prefix: this.#expand(prefix) }),
      texts: this.#texts,
    };
  }

  #legacy(kind: 'program' | 'shared'): string | undefined {
    return this.#variables.get(kind === 'program' ? 'EXECUTABLE_OUTPUT_PATH' : 'LIBRARY_OUTPUT_PATH');
  }
}

const KEYWORDS = new Set(
  'PUBLIC PRIVATE INTERFACE REQUIRED QUIET IMPORTED_TARGET GLOBAL debug optimized general'.split(' '),
);
const INSTALL_WORDS = new Set(
  `RUNTIME LIBRARY ARCHIVE DESTINATION EXPORT INCLUDES PUBLIC_HEADER PRIVATE_HEADER BUNDLE OBJECTS RESOURCE FRAMEWORK PERMISSIONS
  CONFIGURATIONS COMPONENT OPTIONAL NAMELINK_ONLY RUNTIME_DEPENDENCIES FILE_SET`.split(/\s+/),
);
const SOURCES = /\.(?:h|hh|hpp|hxx|c|cc|cpp|cxx|inl|ipp|cmake|pc|in|stamp)$/;

/** `find_package(Boost COMPONENTS system)`: the package, and each component behind `::`. */
function packagesOf(name: string, words: readonly string[]): string[] {
  const at = words.findIndex((word) => word === 'COMPONENTS' || word === 'REQUIRED' || word === 'OPTIONAL_COMPONENTS');
  const components =
    at === -1
      ? []
      : words
          .slice(at + 1)
          .filter((word) => !KEYWORDS.has(word) && /^[a-z]\w*$/i.test(word) && word !== word.toUpperCase());
  return [name, ...components.map((component) => `${name}::${component}`)];
}

/** The commands of a CMake file, comments left out, quotes taken off. */
function readCommands(text: string): Command[] {
  const plain = text
    .replace(/#\[(=*)\[[\s\S]*?\]\1\]/g, '')
    .replace(/("(?:[^"\\]|\\[\s\S])*")|#[^\n]*/g, (_, quoted?: string) => quoted ?? '');
  const commands: Command[] = [];
  const start = /([A-Za-z_]\w*)[ \t]*\(/g;
  for (let match = start.exec(plain); match; match = start.exec(plain)) {
    const words: string[] = [];
    let depth = 1;
    const token = /"((?:[^"\\]|\\[\s\S])*)"|\[(=*)\[([\s\S]*?)\]\2\]|([()])|[^\s()"]+/g;
    token.lastIndex = start.lastIndex;
    for (let part = token.exec(plain); part; part = token.exec(plain)) {
      if (part[4] === '(') depth++;
      else if (part[4] === ')') depth--;
      else words.push(part[1]?.replace(/\\(["\\$])/g, '$1') ?? part[3] ?? part[0]);
      if (depth === 0) break;
    }
    start.lastIndex = token.lastIndex || plain.length;
    const name = match[1]!;
    commands.push({ name: /^[A-Z_]+$/.test(name) ? name.toLowerCase() : name, words });
  }
  return commands;
}

/** The directory of a CMake project above a path, where one of its files lies. */
export function cmakeRoot(files: MakeReader, path: string): string | undefined {
  for (let at = path; ; at = parentOf(at)) {
    if (files.has(below(at, 'CMakeLists.txt'))) return at;
    if (at === '/') return undefined;
  }
}
