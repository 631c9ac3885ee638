/** Where a command writes what it builds, as far as its words say it. */
export interface BuildOutput {
  /** As written; undefined: a place that its kind is known to take. */
  readonly path?: string;
  /** Whether the path is a directory that the files go into. */
  readonly tree: boolean;
  /** What compiles it to a program of its own. */
  readonly compiler?: Compiler;
}

export type Compiler = 'go' | 'rust' | 'c' | 'crystal' | 'swift' | 'native-image' | 'deno' | 'bun';

interface Row {
  /** The first words, one of which must be there; without, any call builds. */
  readonly verbs?: readonly string[];
  readonly files?: readonly string[];
  readonly trees?: readonly string[];
  readonly compiler?: Compiler;
  /** Words with which it does not make a program. */
  readonly unless?: readonly string[];
}

const C: Row = { files: ['-o'], compiler: 'c', unless: ['-c', '-S', '-E', '-shared'] };

const ROWS: ReadonlyMap<string, Row> = new Map(
  Object.entries({
    go: {
      verbs: ['build', 'install'],
      files: ['-o'],
      compiler: 'go',
      unless: ['-buildmode=c-shared', '-buildmode=plugin'],
    },
    cargo: { verbs: ['build', 'install', 'b', 'rustc'], trees: ['--artifact-dir', '--out-dir'], compiler: 'rust' },
    rustc: { files: ['-o'], compiler: 'rust', unless: ['--crate-type'] },
    gcc: C,
    'g++': C,
    cc: C,
    'c++': C,
    clang: C,
    'clang++': C,
    crystal: { verbs: ['build'], files: ['-o', '--output'], compiler: 'crystal' },
    swift: { verbs: ['build'], compiler: 'swift' },
    'native-image': { files: ['-o'], compiler: 'native-image', unless: ['--shared'] },
    deno: { verbs: ['compile'], files: ['-o', '--output'], compiler: 'deno' },
    bun: { verbs: ['build'], files: ['--outfile'], trees: ['--outdir'] },
    dotnet: { verbs: ['publish', 'build'], trees: ['-o', '--output'] },
    esbuild: { files: ['--outfile'], trees: ['--outdir'] },
    tsc: { trees: ['--outDir', '--outdir'] },
    vite: { verbs: ['build'], trees: ['--outDir'] },
    webpack: { trees: ['-o', '--output-path'] },
    rollup: { files: ['-o', '--file'], trees: ['-d', '--dir'] },
    parcel: { verbs: ['build'], trees: ['--dist-dir'] },
    ng: { verbs: ['build', 'b'], trees: ['--output-path'] },
    hugo: { trees: ['-d', '--destination'] },
    jekyll: { verbs: ['build', 'b'], trees: ['-d', '--destination'] },
    mkdocs: { verbs: ['build'], trees: ['-d', '--site-dir'] },
    javac: { trees: ['-d'] },
    pyinstaller: { trees: ['--distpath'] },
  } satisfies Record<string, Row>),
);

/** Programs that start one that their project brings: `npx vite build`. */
const RUNNERS = new Set(['npx', 'bunx', 'pnpx']);

/** Names of commands that `readOutput` knows. */
export const BUILDERS: readonly string[] = [...ROWS.keys(), ...RUNNERS];

/** Names of those that make programs. */
export const COMPILERS: readonly string[] = [
  ...RUNNERS,
  'bun',
  ...[...ROWS].flatMap(([name, row]) => (row.compiler ? name : [])),
];

/** What a command builds, and where to; undefined for one that builds nothing that we know. */
export function readOutput(name: string, words: readonly string[]): BuildOutput | undefined {
  if (RUNNERS.has(name)) {
    const at = words.findIndex((word) => !word.startsWith('-'));
    return at === -1 || RUNNERS.has(words[at]!) ? undefined : readOutput(words[at]!, words.slice(at + 1));
  }
  const row = ROWS.get(name);
  if (!row) return undefined;
  const { verbs, files = [], trees = [], unless = [] } = row;
  const verb = words.find((word) => !word.startsWith('-') && !word.startsWith('+'));
  if ((verbs && (verb === undefined || !verbs.includes(verb))) || words.some((word) => unless.includes(word)))
    return undefined;
  const compiler = name === 'bun' ? (words.includes('--compile') ? ('bun' as const) : undefined) : row.compiler;
  const rest = compiler ? { compiler } : {};
  for (const [at, word] of words.entries()) {
    const equals = word.indexOf('=');
    const flag = equals === -1 || !word.startsWith('-') ? word : word.slice(0, equals);
    const isFile = files.includes(flag);
    if (!isFile && !trees.includes(flag)) continue;
    const path = equals === -1 ? words[at + 1] : word.slice(equals + 1);
    if (path !== undefined && path !== '') return { path, tree: !isFile || /(?:^|\/)\.{0,2}$/.test(path), ...rest };
  }
  return compiler ? { tree: true, compiler } : undefined;
}
