import type { Project, Step } from './ecosystem';
import { below, nameOf, toPath } from './image-paths';
import { type RecipeCall, readRecipes } from './makefile';
import { readScriptCalls } from './shell-script';

/** A command that makes programs. */
export interface GoBuild {
  /** The command in the file: `make` or a script for a build that these run. */
  readonly step: Step;
  readonly verb: 'build' | 'install';
  readonly flags: ReadonlyMap<string, string>;
  readonly packages: readonly string[];
  readonly directory: string | undefined;
  /** CGO_ENABLED and GOOS as the build sees them. */
  readonly cgo: string;
  readonly goos: string;
}

const VALUE_FLAGS = new Set(
  `C asmflags buildmode buildvcs compiler covermode coverpkg gccgoflags gcflags installsuffix ldflags mod modfile o
  overlay p pgo pkgdir tags toolexec`.split(/\s+/),
);

/** The builds of a command; those of a Makefile's recipes or of a script stand for the command that runs them. */
export function readBuilds(step: Step, project: Project): GoBuild[] {
  const calls = readCalls(step, project);
  if (!calls) {
    const build = readBuild(step);
    return build ? [build] : [];
  }
  return calls.flatMap((call) => {
    const inner = readBuild(call);
    return inner ? [{ ...inner, step }] : [];
  });
}

/** The commands that `make` or a script of the project runs; undefined for other commands, and where they can't be read. */
export function readCalls(step: Step, project: Project): Step[] | undefined {
  const calls = step.name === 'make' ? readMake(step, project) : readScript(step, project);
  return calls?.flatMap((call) => {
    const inner = toStep(step, call);
    // Scripts are run by recipes, and other scripts by scripts: one level is followed.
    const deeper = inner.program === undefined ? undefined : readScript(inner, project);
    return deeper ? deeper.map((one) => toStep(inner, one)) : [inner];
  });
}

function toStep(outer: Step, { name, arguments: given, variables, directory }: RecipeCall): Step {
  const place = directory === undefined ? outer.directory : toPath(directory, outer.directory);
  const isShell = /^(?:ba|da|a)?sh$/.test(name) && given[0] !== undefined && !given[0].startsWith('-');
  const written = isShell ? given[0] : name.includes('/') ? name : undefined;
  const { program: _, ...step } = outer;
  return {
    ...step,
    name: nameOf(name),
    command: name,
    arguments: given,
    directory: place,
    ...(written === undefined ? {} : { program: toPath(written, place) }),
    variable: (variable) => variables.get(variable) ?? outer.variable(variable),
  };
}

function readMake({ arguments: given, directory }: Step, { files }: Project): RecipeCall[] | undefined {
  const at = given.indexOf('-C');
  const changed = at === -1 ? undefined : given[at + 1];
  const place = changed === undefined ? directory : toPath(changed, directory);
  const words = at === -1 ? given : given.filter((_, index) => index !== at && index !== at + 1);
  if (place === undefined) return undefined;
  const text = ['GNUmakefile', 'makefile', 'Makefile'].reduce<string | undefined>(
    (found, name) => found ?? files?.read(below(place, name)),
    undefined,
  );
  const calls = text === undefined ? undefined : readRecipes(text, words);
  if (changed === undefined) return calls;
  return calls?.map((call) => ({ ...call, directory: toPath(call.directory ?? '.', place) }));
}

function readScript({ program, directory }: Step, { files }: Project): RecipeCall[] | undefined {
  if (program === undefined || directory === undefined) return undefined;
  const text = files?.read(program);
  return text === undefined ? undefined : readScriptCalls(text, program, directory);
}

/** `go build`, `go install`, and the `go get` of old that installs too. */
function readBuild(step: Step): GoBuild | undefined {
  const cgo = step.variable('CGO_ENABLED') ?? '';
  const goos = step.variable('GOOS') ?? '';
  if (step.name === 'go-wrapper' && step.arguments[0] === 'install') {
    return { step, verb: 'install', flags: new Map(), packages: ['.'], directory: step.directory, cgo, goos };
  }
  if (step.name !== 'go') return undefined;
  const [verb, ...words] = step.arguments;
  if (verb !== 'build' && verb !== 'install' && verb !== 'get') return undefined;
  const flags = new Map<string, string>();
  const packages: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [, name, glued] = /^--?([a-zA-Z]\w*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (name === undefined) packages.push(word);
    else if (glued !== undefined) flags.set(name, glued);
    else flags.set(name, VALUE_FLAGS.has(name) ? (words[++at] ?? '') : 'true');
  }
  if (verb === 'get' && flags.has('d')) return undefined;
  const change = flags.get('C');
  const directory = change === undefined ? step.directory : toPath(change, step.directory);
  return { step, verb: verb === 'build' ? 'build' : 'install', flags, packages, directory, cgo, goos };
}
