import { parseArgs } from 'node:util';
import { isImageReference, type Wishes } from '../core/index';
import type { Part, Threshold } from '../disk/config';
import { linting, type Options, oneOf, readFlags, UsageError } from './flags';

import { type Format, formats } from './reporters/index';

export { UsageError } from './flags';

export const usage = `Layerwise finds what makes Dockerfiles slow, large or leaky, and mends it.

  layerwise lint [options] PATH...          report what is found; a folder is searched, - is standard input
      --preset NAME                         recommended (default), strict, hadolint, buildkit or all
      --format NAME                         text (default), json, sarif, github, gitlab, checkstyle, junit, sonarqube,
                                            codeclimate, codacy, tty or gnu; -f for short
      --fail-on SEVERITY                    exit with 1 from this severity on: error, warning (default; info with
                                            --preset hadolint), info, hint or none; --no-fail is the same as none
      --rule NAME=SEVERITY                  another severity, or off, for a rule under any of its names
      --ignore NAME                         the same as --rule NAME=off
      --experimental NAME                   opt in to an experimental check of BuildKit, or to all
      --trusted-registry NAME               for pinning/untrusted-registry
      --require-label NAME:TYPE             for the rules about labels; --strict-labels: no others
      --target STAGE                        a stage that is built by name
      --shellcheck auto|on|off|PATH         whether to ask ShellCheck; auto: with the presets hadolint and all
      --disable-ignore-pragma               let comments of hadolint count for nothing
      --no-color                            no colours, in a terminal either
      --config FILE                         instead of the nearest .layerwise.yaml or .hadolint.yaml; -c for short
      --context DIR                         the build context, where it is not the folder of the Dockerfile
      --minimum-frontend 1.N                the oldest docker/dockerfile that the builder may bring along
  layerwise fix [options] PATH...           apply the safe fixes; takes the options above that choose
                                            rules and files, too
      --unsafe                              also those that change the image and need a look
      --diff                                show what would change, change nothing
  layerwise refactor ID FILE                print the text after a refactoring
      --line N[-M]                          where to apply it; else in the first place that it fits
      --diff                                print a diff instead; takes --config, --context and --minimum-frontend too
  layerwise refactor multi-stage FILE       build in a stage of its own, and ship what runs; beside the above
      --runtime IMAGE                       what ships starts from IMAGE, if what is built can run there
      --answer ID=VALUE                     what only you know, where it is asked for; may be given several times
  layerwise layers FILE                     what each instruction makes, and what makes it run again
  layerwise explain RULE                    what a rule or refactoring is about; names of other tools will do
  layerwise lsp --stdio                     start the language server

Exit status: 0 done and nothing found, 1 something found (or a refactoring refused), 2 wrong usage, or a file or
configuration that cannot be used.
`;

export interface LintCommand {
  readonly command: 'lint';
  readonly paths: readonly string[];
  readonly format?: Format;
  /** Whether a terminal may have colours. */
  readonly colour: boolean;
  readonly failOn?: Threshold;
  readonly config?: string;
  readonly context?: string;
  /** What the flags say of the configuration's settings. */
  readonly flags: Part;
}

export interface FixCommand {
  readonly command: 'fix';
  readonly paths: readonly string[];
  readonly unsafe: boolean;
  readonly diff: boolean;
  readonly config?: string;
  readonly context?: string;
  /** What the flags say of the configuration's settings. */
  readonly flags: Part;
}

export interface RefactorCommand {
  readonly command: 'refactor';
  readonly id: string;
  readonly path: string;
  /** 1-based, both included. */
  readonly lines?: { readonly first: number; readonly last: number };
  readonly diff: boolean;
  readonly wishes: Wishes;
  readonly config?: string;
  readonly context?: string;
  /** What the flags say of the configuration's settings. */
  readonly flags: Part;
}

export type Command =
  | LintCommand
  | FixCommand
  | RefactorCommand
  | { readonly command: 'layers'; readonly path: string }
  | { readonly command: 'explain'; readonly name: string }
  | { readonly command: 'lsp' }
  | { readonly command: 'help' | 'version' };

const shared = {
  config: { type: 'string', short: 'c' },
  context: { type: 'string' },
  'minimum-frontend': { type: 'string' },
} satisfies Options;

/** @throws UsageError */
export function readOptions(args: readonly string[]): Command {
  const [command, ...rest] = args;
  if (command === undefined) throw new UsageError('A command is missing.');
  if (rest.includes('--help') || rest.includes('-h')) return { command: 'help' };
  switch (command) {
    case 'lint': {
      const { values, positionals } = read(rest, {
        ...shared,
        ...linting,
        format: { type: 'string', short: 'f' },
        'fail-on': { type: 'string' },
        'failure-threshold': { type: 'string', short: 't' },
        'no-fail': { type: 'boolean' },
        'no-color': { type: 'boolean' },
      });
      return {
        command,
        paths: somePaths(positionals),
        format: oneOf(values.format, formats, '--format'),
        colour: values['no-color'] !== true,
        failOn: values['no-fail'] ? 'none' : readThreshold(values['fail-on'], values['failure-threshold']),
        config: values.config,
        context: values.context,
        flags: readFlags(values),
      };
    }
    case 'fix': {
      const { values, positionals } = read(rest, {
        ...shared,
        ...linting,
        unsafe: { type: 'boolean', default: false },
        diff: { type: 'boolean', default: false },
      });
      const { unsafe, diff, config, context } = values;
      return { command, paths: somePaths(positionals), unsafe, diff, config, context, flags: readFlags(values) };
    }
    case 'refactor': {
      const { values, positionals } = read(rest, {
        ...shared,
        line: { type: 'string' },
        runtime: { type: 'string' },
        answer: { type: 'string', multiple: true },
        diff: { type: 'boolean', default: false },
      });
      const [id, path] = exactly(positionals, 'a refactoring and a file', 2);
      return {
        command,
        id: id!,
        path: path!,
        lines: readLines(values.line),
        diff: values.diff,
        wishes: readWishes(values.runtime, values.answer),
        config: values.config,
        context: values.context,
        flags: readFlags(values),
      };
    }
    case 'layers':
      return { command, path: exactly(read(rest, {}).positionals, 'a file', 1)[0]! };
    case 'explain':
      return { command, name: exactly(read(rest, {}).positionals, 'a rule', 1)[0]! };
    case 'lsp': {
      // What editors add to the command line of a server is none of our business.
      if (!rest.includes('--stdio'))
        throw new UsageError('lsp speaks over standard input and output only: lsp --stdio.');
      return { command };
    }
    case 'help':
    case '--help':
    case '-h':
      return { command: 'help' };
    case 'version':
    case '--version':
    case '-V':
      return { command: 'version' };
    default:
      throw new UsageError(`There is no command "${command}".`);
  }
}

function read<Config extends Options>(args: string[], options: Config) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\. |\n/, 1)[0]! : '';
    throw new UsageError(reason.endsWith('.') ? reason : `${reason}.`);
  }
}

function somePaths(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) throw new UsageError('A file or folder is missing.');
  return paths;
}

function exactly(positionals: readonly string[], what: string, count: number): readonly string[] {
  if (positionals.length !== count) throw new UsageError(`This takes ${what}.`);
  return positionals;
}

/** hadolint's flag knows hadolint's words, where both `ignore` and `none` stand for any finding. */
function readThreshold(ours: string | undefined, theirs: string | undefined): Threshold | undefined {
  const known = ['error', 'warning', 'info', 'hint', 'none'] as const;
  if (ours !== undefined) return oneOf(ours, known, '--fail-on');
  const words = ['error', 'warning', 'info', 'style', 'ignore', 'none'] as const;
  const found = oneOf(theirs, words, '--failure-threshold');
  return found === 'style' || found === 'ignore' || found === 'none' ? 'hint' : found;
}

function readWishes(runtime: string | undefined, given: readonly string[] = []): Wishes {
  if (runtime !== undefined && !isImageReference(runtime))
    throw new UsageError(`--runtime takes an image such as debian:bookworm-slim, and "${runtime}" is none.`);
  const answers = new Map<string, string>();
  for (const answer of given) {
    const [, id, value] = /^([a-z][a-z0-9-]*)=(.+)$/s.exec(answer) ?? [];
    if (id === undefined)
      throw new UsageError('--answer takes the id of a question and its answer: --answer ID=VALUE.');
    answers.set(id, value!);
  }
  return { ...(runtime === undefined ? {} : { runtime }), ...(answers.size > 0 ? { answers } : {}) };
}

function readLines(value: string | undefined): { first: number; last: number } | undefined {
  if (value === undefined) return undefined;
  const match = /^(\d+)(?:-(\d+))?$/.exec(value);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (!match || first < 1 || last < first) throw new UsageError('--line takes a line number, or two as in 3-5.');
  return { first, last };
}
