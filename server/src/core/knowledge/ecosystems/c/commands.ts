import { nameOf } from '../../images/image-paths';

/** What a compiler or linker is asked to make. */
export interface CompilerCall {
  /** As written; undefined where nothing is left behind. */
  readonly output?: string;
  readonly kind: 'program' | 'shared' | 'object';
  readonly static: boolean;
  readonly cplusplus: boolean;
}

const COMPILER =
  /^(?:[a-z0-9_]+(?:-\w+)?-linux-\w+-)?(?:gcc|g\+\+|cc|c\+\+|c99|c89|clang|clang\+\+|gfortran|f95|f77|tcc|gobjc)(?:-\d+(?:\.\d+)?)?$/;

/** Whether a program compiles C, C++ or Fortran. */
export function isCompilerName(name: string): boolean {
  return COMPILER.test(nameOf(name));
}

/** Flags whose value is the next word. */
const VALUE_FLAGS = new Set(
  `-o -I -L -D -U -l -x -include -imacros -isystem -iquote -idirafter -iprefix -MF -MT -MQ -Xlinker -Xpreprocessor -Xassembler -u -T -z
  -arch -target --param -aux-info -wrapper -framework`.split(/\s+/),
);

/** Reads a call of a compiler; undefined when it is none, or only asks for something. */
export function readCompilerCall(name: string, words: readonly string[]): CompilerCall | undefined {
  if (nameOf(name) === 'ccache' && words[0] !== undefined) return readCompilerCall(words[0], words.slice(1));
  if (!isCompilerName(name)) return undefined;
  let output: string | undefined;
  let inputs = 0;
  let stop = false;
  let shared = false;
  let isStatic = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === '-o') output = words[++at];
    else if (word.startsWith('-o') && word.length > 2 && !/^-o(?:bject|penmp)/.test(word)) output = word.slice(2);
    else if (VALUE_FLAGS.has(word)) at++;
    else if (word === '-shared' || word === '-dynamiclib') shared = true;
    else if (word === '-static' || word === '-static-pie' || word === '--static') isStatic = true;
    else if (/^(?:-c|-S|-E|-M|-MM|-fsyntax-only)$/.test(word)) stop = true;
    else if (/^(?:--?version|-v|--help|-dump\w+|-print-\S+)$/.test(word)) return undefined;
    else if (!word.startsWith('-')) inputs++;
  }
  if (inputs === 0) return undefined;
  const kind = stop ? 'object' : shared ? 'shared' : 'program';
  const place = output ?? (stop ? undefined : 'a.out');
  return {
    ...(place === undefined ? {} : { output: place }),
    kind,
    static: isStatic && !shared,
    cplusplus: /\+\+/.test(nameOf(name)),
  };
}

/** What the text of a build file or a command is linked with: `-lz`, `pkg-config --libs libcurl`, `PKG_CHECK_MODULES`. */
export function linkedNames(text: string): string[] {
  const plain = text.replace(/\\\r?\n/g, ' ').replace(/^\s*#(?!include).*$/gm, '');
  const names: string[] = [];
  for (const match of plain.matchAll(/(?:^|[\s"'=;,(])-l(?::pkg-config:)?([A-Za-z0-9_+][\w+.-]*)/g))
    names.push(match[1]!);
  for (const match of plain.matchAll(/\b(?:pkg-config|pkgconf|PKG_CONFIG\)|PKG_CONFIG\})((?:[ \t]+[\w.+=<>-]+)+)/g)) {
    names.push(...match[1]!.split(/\s+/).filter((word) => /^[A-Za-z][\w.+-]*$/.test(word)));
  }
  for (const match of plain.matchAll(/PKG_CHECK_MODULES\(\s*\[?\w+\]?\s*,\s*\[?([^,\])]+)/g)) {
    names.push(...match[1]!.split(/\s+/).filter((word) => /^[A-Za-z][\w.+-]*$/.test(word)));
  }
  for (const match of plain.matchAll(/\bdependency\(\s*'([\w.+-]+)'/g)) names.push(match[1]!);
  for (const match of plain.matchAll(/AC_(?:CHECK|SEARCH)_LIBS?\(\s*\[?\w+\]?\s*,\s*\[?([\w+. -]+)/g)) {
    names.push(...(match[0].includes('SEARCH') ? match[1]!.split(/\s+/) : []));
  }
  for (const match of plain.matchAll(/AC_CHECK_LIB\(\s*\[?([\w+.-]+)/g)) names.push(match[1]!);
  if (/-fopenmp\b/.test(plain)) names.push('gomp');
  for (const match of plain.matchAll(/-fsanitize=([\w,]+)/g)) {
    for (const kind of match[1]!.split(',')) {
      if (kind === 'address' || kind === 'leak') names.push('asan');
      else if (kind === 'undefined') names.push('ubsan');
      else if (kind === 'thread') names.push('tsan');
    }
  }
  if (/\bgfortran\b/.test(plain)) names.push('gfortran', 'quadmath');
  return [...new Set(names.filter(Boolean))];
}
