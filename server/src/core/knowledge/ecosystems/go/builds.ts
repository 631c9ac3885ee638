import type { Project, Step } from '../../ecosystem';
import { toPath } from '../../images/image-paths';
import { readCalls } from '../../inner-calls';

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
