import type { Project, Step } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import { evaluateMake } from '../../make/make-evaluation';
import { readScriptCalls } from '../../shell-script';
import { splitScript } from '../node/package-json';
import { type CMakeProject, readCMake } from './cmake-lists';
import { readCompilerCall } from './commands';

/** A command that runs in the build: of a RUN, of a recipe, or of a script. */
export interface BuildCall {
  /** As called: a name or a path. */
  readonly name: string;
  readonly arguments: readonly string[];
  readonly directory: string | undefined;
  readonly step: Step;
  /** The target whose recipe it is of. */
  readonly target?: string;
}

/** A file that the build makes. */
export interface Product {
  readonly path: string;
  readonly kind: 'program' | 'shared' | 'archive' | 'file';
  readonly static: boolean;
}

/** A CMake or Meson build directory, or what a configure script has set up. */
export interface Configured {
  readonly tool: 'cmake' | 'meson' | 'autotools';
  readonly source: string;
  readonly build: string;
  readonly prefix: string;
  readonly project?: CMakeProject;
  readonly step: Step;
}

/** A place that an installation fills. */
export interface Installed {
  readonly step: Step;
  /** Absolute, `DESTDIR` included; undefined when it can't be told. */
  readonly prefix: string | undefined;
  readonly configured?: Configured;
  /** Whether the recipes of the installation are among the calls, so that its files are among the products. */
  readonly known: boolean;
}

/** What the RUNs of a file build. */
export interface CBuilds {
  readonly calls: readonly BuildCall[];
  /** Commands of which only a run tells what they do. */
  readonly opaque: readonly Step[];
  /** Calls of programs that the build itself has made: they may leave files behind. */
  readonly ran: readonly BuildCall[];
  /** Directories that recipes and scripts make. */
  readonly made: readonly string[];
  readonly configured: readonly Configured[];
  readonly installed: readonly Installed[];
  readonly products: readonly Product[];
  /** Makefiles and the like that the build reads. */
  readonly texts: readonly string[];
}

const MAX_DEPTH = 6;
const DEFAULT_PREFIX = '/usr/local';

const known = new WeakMap<Project, CBuilds>();

/** Reads what the file builds, once. */
export function readBuilds(project: Project): CBuilds {
  const found = known.get(project);
  if (found) return found;
  const reading = new BuildReading(project);
  for (const step of project.steps) reading.step(step);
  known.set(project, reading);
  return reading;
}

class BuildReading implements CBuilds {
  readonly calls: BuildCall[] = [];
  readonly opaque: Step[] = [];
  readonly ran: BuildCall[] = [];
  readonly made: string[] = [];
  readonly configured: Configured[] = [];
  readonly installed: Installed[] = [];
  readonly products: Product[] = [];
  readonly texts: string[] = [];
  readonly #project: Project;

  constructor(project: Project) {
    this.#project = project;
  }

  step(step: Step): void {
    const { arguments: words, directory } = step;
    this.#call({ name: step.command || step.name, arguments: words, directory, step }, 0);
  }

  #call(call: BuildCall, depth: number): void {
    const { files } = this.#project;
    const name = nameOf(call.name);
    this.calls.push(call);
    if (depth > MAX_DEPTH) {
      this.opaque.push(call.step);
      return;
    }
    if (name === 'make' || name === 'gmake') {
      this.#make(call, depth);
      return;
    }
    if (name === 'cmake') {
      this.#cmake(call);
      return;
    }
    if (name === 'meson') {
      this.#meson(call);
      return;
    }
    if (name === 'ninja' || name === 'ninja-build') {
      const at = toPath(valueOf(call.arguments, ['-C']) ?? '.', call.directory);
      if (call.arguments.includes('install')) this.#install(call, this.#configuredAt(at));
      return;
    }
    if (name === 'configure' || (name === 'Configure' && call.name.includes('/'))) {
      const source = toPath(parentOf(call.name.startsWith('.') ? call.name : `./${call.name}`), call.directory);
      const prefix = valueOf(call.arguments, ['--prefix']) ?? DEFAULT_PREFIX;
      const build = call.directory;
      if (source !== undefined && build !== undefined)
        this.#configure(
          { tool: 'autotools', source, build, prefix: toPath(prefix, build)!, step: call.step },
          AUTOTOOLS,
        );
      return;
    }
    const script = /^(?:ba|da)?sh$/.test(name)
      ? call.arguments.find((word) => !word.startsWith('-'))
      : call.name.includes('/')
        ? call.name
        : undefined;
    const path = script === undefined ? undefined : toPath(script, call.directory);
    const text = path === undefined ? undefined : files?.read(path);
    if (path !== undefined && text !== undefined && !/^\x7fELF/.test(text) && !SETS_UP.test(nameOf(path))) {
      this.texts.push(text);
      const inner = call.directory === undefined ? undefined : readScriptCalls(text, path, call.directory);
      if (!inner) this.opaque.push(call.step);
      for (const one of inner ?? [])
        this.#call({ ...one, directory: toPath(one.directory ?? '.', call.directory), step: call.step }, depth + 1);
      return;
    }
    this.#product(call);
  }

  #make(call: BuildCall, depth: number): void {
    const { files } = this.#project;
    const { step, arguments: words } = call;
    // A RUN's own directory has been followed already.
    const change = depth === 0 ? undefined : valueOf(words, ['-C', '--directory']);
    const place = change === undefined ? call.directory : toPath(change, call.directory);
    const isInstall = words.some((word) => /^install(?:-\w+)?$/.test(word));
    const configured = this.#configuredAt(place);
    if (configured) {
      if (isInstall) this.#install(call, configured);
      return;
    }
    const run = files && place !== undefined ? evaluateMake(files, place, words, step.variable) : undefined;
    if (!run) {
      this.opaque.push(step);
      if (isInstall) this.#install(call, undefined);
      return;
    }
    this.texts.push(...run.texts);
    if (isInstall) this.installed.push({ step, prefix: undefined, known: true });
    for (const { text, target } of run.lines) this.#line(text, place!, step, depth + 1, target);
  }

  /** A line of a recipe: `cd` goes on to its end. */
  #line(text: string, directory: string, step: Step, depth: number, target: string): void {
    let at: string | undefined = directory;
    for (const { name, arguments: words } of splitScript(text.replace(/[(){}]/g, ' '))) {
      const rest = [name, ...words];
      while (/^(?:then|do|else|if|elif|while|!|exec|time|sudo|ccache|@)$/.test(rest[0] ?? '')) rest.shift();
      const [first, ...given] = rest;
      if (first === undefined) continue;
      if (first === 'cd') at = given[0] === undefined ? undefined : toPath(given[0], at);
      else this.#call({ name: first, arguments: given, directory: at, step, target: nameOf(target) }, depth);
    }
  }

  #cmake(call: BuildCall): void {
    const { arguments: words, directory, step } = call;
    if (directory === undefined) return;
    const building = valueOf(words, ['--build']);
    const installing = valueOf(words, ['--install']);
    if (building !== undefined || installing !== undefined) {
      const configured = this.#configuredAt(toPath(building ?? installing!, directory));
      const target = words[words.findIndex((word) => word === '--target' || word === '-t') + 1];
      const prefix = valueOf(words, ['--prefix']);
      const isInstall = installing !== undefined || target === 'install' || words.includes('install');
      if (isInstall) this.#install(call, configured, prefix === undefined ? undefined : toPath(prefix, directory));
      return;
    }
    if (words.some((word) => /^(?:-E|-P|--version|--help)$/.test(word))) return;
    const settings = new Map(
      words.flatMap((word, at) => {
        const given = word === '-D' ? words[at + 1] : word.startsWith('-D') ? word.slice(2) : undefined;
        const [, name, value] = /^([\w.-]+)(?::\w+)?=([\s\S]*)$/.exec(given ?? '') ?? [];
        return name === undefined ? [] : [[name, value!] as const];
      }),
    );
    const operands = words.filter(
      (word, at) => !word.startsWith('-') && !/^-[SBGDTAC]$|^--preset$/.test(words[at - 1] ?? ''),
    );
    const source = valueOf(words, ['-S', '-H']) ?? gluedValue(words, /^-[SH](?=.)/) ?? operands[0] ?? '.';
    const build = valueOf(words, ['-B']) ?? gluedValue(words, /^-B(?=.)/) ?? '.';
    const [from, to] = [toPath(source, directory)!, toPath(build, directory)!];
    const project = this.#project.files && readCMake(this.#project.files, from, to, settings);
    if (project) this.texts.push(...project.texts);
    if (words.includes('--preset')) this.opaque.push(step);
    const prefix = toPath(
      settings.get('CMAKE_INSTALL_PREFIX') ?? valueOf(words, ['--install-prefix']) ?? project?.prefix ?? DEFAULT_PREFIX,
      to,
    )!;
    this.configured.push({ tool: 'cmake', source: from, build: to, prefix, step, ...(project ? { project } : {}) });
  }

  #meson(call: BuildCall): void {
    const { arguments: words, directory, step } = call;
    if (directory === undefined) return;
    const verb = /^(?:setup|compile|install|test|configure|init|introspect)$/.exec(words[0] ?? '')?.[0];
    const at = toPath(valueOf(words, ['-C']) ?? '.', directory);
    if (verb === 'install') {
      this.#install(call, this.#configuredAt(at));
      return;
    }
    if (verb !== undefined && verb !== 'setup') return;
    const operands = (verb === 'setup' ? words.slice(1) : words).filter((word) => !word.startsWith('-'));
    const build = toPath(operands[0] ?? 'build', directory)!;
    const prefix = toPath(valueOf(words, ['--prefix', '-Dprefix']) ?? DEFAULT_PREFIX, build)!;
    const source = toPath(operands[1] ?? '.', directory)!;
    this.#configure({ tool: 'meson', source, build, prefix, step }, /\/meson\.build$/);
  }

  #configure(configured: Configured, files: RegExp): void {
    const { files: known } = this.#project;
    const found = (known?.below(configured.source) ?? []).filter((path) => files.test(path));
    // What a configure script was made of tells more plainly what it looks for.
    if (configured.tool === 'autotools' && !found.some((path) => /\/configure\.(?:ac|in)$/.test(path)))
      found.push(below(configured.source, 'configure'));
    for (const path of found) this.texts.push(known?.read(path) ?? '');
    this.configured.push(configured);
  }

  #install(call: BuildCall, configured: Configured | undefined, given?: string): void {
    const set = (name: string) =>
      call.arguments.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? undefined;
    const root = set('DESTDIR') ?? call.step.variable('DESTDIR') ?? '';
    const own = given ?? set('prefix') ?? set('PREFIX') ?? configured?.prefix;
    const prefix = own === undefined ? undefined : toPath(root + own, call.directory);
    this.installed.push({
      step: call.step,
      prefix: prefix?.includes('$') ? undefined : prefix,
      known: false,
      ...(configured ? { configured } : {}),
    });
  }

  #configuredAt(path: string | undefined): Configured | undefined {
    return path === undefined ? undefined : this.configured.findLast(({ build }) => build === path);
  }

  #product(call: BuildCall): void {
    const { name, arguments: words, directory } = call;
    const compiler = readCompilerCall(name, words);
    if (compiler) {
      const path = compiler.output === undefined ? undefined : toPath(compiler.output, directory);
      if (path !== undefined && !path.includes('$') && compiler.kind !== 'object' && path !== '/dev/null')
        this.products.push({ path, kind: compiler.kind, static: compiler.static });
      return;
    }
    const tool = nameOf(name);
    this.#redirected(words, directory);
    const path = name.includes('/') ? toPath(name, directory) : undefined;
    const isOwn =
      this.products.some((one) => one.path === path && one.kind !== 'archive') ||
      this.configured.some(
        ({ build, project }) => path !== undefined && (isWithin(path, build) || project?.programs.includes(path)),
      );
    if (isOwn && !/test|bench|check/i.test(`${tool} ${call.target ?? ''}`) && !INFORMS.test(words.join(' ')))
      this.ran.push(call);
    if (/^(?:\w+-)*ar$/.test(tool)) {
      const path = words.find((word) => word.endsWith('.a'));
      if (path !== undefined) this.#add(toPath(path, directory), 'archive', false);
    } else if (tool === 'mkdir') {
      // Those of a RUN itself are seen without this.
      if (words !== call.step.arguments) this.#makeDirectories(words, directory);
    } else if (tool === 'cp' || tool === 'mv' || tool === 'install' || tool === 'ln') {
      this.#carry(tool, call);
    }
  }

  /** `gen > table.h` in a recipe; what a RUN itself redirects has been seen already. */
  #redirected(words: readonly string[], directory: string | undefined): void {
    for (const [at, word] of words.entries()) {
      const target = /^>>?$/.test(word) ? words[at + 1] : /^>>?([^&>].*)$/.exec(word)?.[1];
      if (target !== undefined && !target.startsWith('/dev/')) this.#add(toPath(target, directory), 'file', false);
    }
  }

  #makeDirectories(words: readonly string[], directory: string | undefined): void {
    for (const word of words) {
      const path = word.startsWith('-') ? undefined : toPath(word, directory);
      if (path !== undefined && !/[$*?{]/.test(path)) this.made.push(path);
    }
  }

  #add(path: string | undefined, kind: Product['kind'], isStatic: boolean): void {
    if (path !== undefined && !/[$*?]/.test(path)) this.products.push({ path, kind, static: isStatic });
  }

  /** Whether something that can't be told in full works where a path lies. */
  #mayBuild(path: string): boolean {
    return (
      this.configured.some(
        ({ build, source, project }) =>
          isWithin(path, build) || isWithin(path, source) || project?.programs.includes(path),
      ) ||
      this.opaque.some(({ directory }) => directory !== undefined && directory !== '/' && isWithin(path, directory))
    );
  }

  /** Files that are put elsewhere; those that are not built are followed too. */
  #carry(tool: string, { arguments: words, directory, step }: BuildCall): void {
    if (tool === 'install' && words.some((word) => /^-[a-zA-Z]*d$|^--directory$/.test(word))) {
      this.#makeDirectories(
        words.filter((word) => word.startsWith('/')),
        directory,
      );
      return;
    }
    const into = valueOf(words, ['-t', '--target-directory']);
    const operands = words.filter(
      (word, at) =>
        !word.startsWith('-') &&
        !/^-[mogtS]$|^--(?:mode|owner|group|target-directory|suffix)$/.test(words[at - 1] ?? ''),
    );
    const sources = into === undefined ? operands.slice(0, -1) : operands;
    const last = into ?? operands.at(-1);
    const to = last === undefined ? undefined : toPath(last, directory);
    if (to === undefined || last === undefined || sources.length === 0) return;
    const inside =
      into !== undefined ||
      last.endsWith('/') ||
      sources.length > 1 ||
      this.#project.directories.has(to) ||
      /\/(?:s?bin|lib|etc|share)$/.test(to) ||
      last === '.';
    for (const word of sources) {
      const from = toPath(word, directory);
      const source = this.products.findLast(({ path }) => path === from);
      const place = inside ? below(to, nameOf(from ?? '')) : to;
      // What a RUN itself copies is the system's or another project's, unless it is a file of this one.
      const isOwn =
        source !== undefined ||
        words !== step.arguments ||
        (from !== undefined && (this.#project.files?.read(from) !== undefined || this.#mayBuild(from)));
      if (!isOwn) continue;
      if (source && tool !== 'ln') this.products.push({ ...source, path: place });
      else
        this.#add(
          place,
          source?.kind ?? (/\.so(?:\.[\d.]+)?$/.test(place) ? 'shared' : 'file'),
          source?.static ?? false,
        );
    }
  }
}

const AUTOTOOLS = /\/(?:configure\.(?:ac|in)|Makefile\.am)$/;
const INFORMS = /^(?:--?(?:version|help|v|h)\b.*)$/i;

/** Scripts that only set up a build in their own directory. */
const SETS_UP = /^(?:configure|config|autogen(?:\.sh)?|bootstrap(?:\.sh)?|buildconf|config\.status)$/;

/** The value of a flag: `--prefix X` or `--prefix=X`. */
export function valueOf(words: readonly string[], flags: readonly string[]): string | undefined {
  for (const [at, word] of words.entries()) {
    if (flags.includes(word)) return words[at + 1];
    const flag = flags.find((one) => word.startsWith(`${one}=`));
    if (flag !== undefined) return word.slice(flag.length + 1);
  }
  return undefined;
}

function gluedValue(words: readonly string[], flag: RegExp): string | undefined {
  return words.find((word) => flag.test(word) && !word.includes('='))?.slice(2);
}

/** Whether the build works in a directory or makes something of it. */
export function isBuiltIn(builds: CBuilds, path: string): boolean {
  return (
    builds.products.some((product) => product.path === path) ||
    builds.configured.some(({ build, project }) => isWithin(path, build) || project?.programs.includes(path) === true)
  );
}
