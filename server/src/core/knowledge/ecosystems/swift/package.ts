/** What a Package.swift says, as far as it is written out. */
export interface SwiftPackage {
  readonly name: string | undefined;
  /** Programs that it names. */
  readonly programs: readonly string[];
  /** Targets that have resources of their own. */
  readonly withResources: readonly string[];
  /** Directories of packages beside it, as written. */
  readonly besides: readonly string[];
  /** Whether it wants packages of others. */
  readonly hasDependencies: boolean;
  /** Whether it makes libraries that programs load when they start. */
  readonly makesLibraries: boolean;
}

/** Reads a Package.swift, which is a program: names that it computes are not seen. */
export function readSwiftPackage(text: string): SwiftPackage {
  const plain = withoutComments(text);
  const targets = [...plain.matchAll(/\.(executableTarget|executable|target|testTarget)\s*\(\s*name:\s*"([^"]+)"/g)];
  const resources = targets.filter((match, index) =>
    /\bresources\s*:\s*\[\s*\./.test(plain.slice(match.index, targets[index + 1]?.index ?? plain.length)),
  );
  return {
    name: /\bPackage\s*\(\s*name:\s*"([^"]+)"/.exec(plain)?.[1],
    programs: [...new Set(targets.flatMap(([, kind, name]) => (kind === 'testTarget' ? [] : [name!])))],
    withResources: resources.flatMap(([, kind, name]) => (kind === 'testTarget' ? [] : [name!])),
    besides: [...plain.matchAll(/\.package\s*\(\s*(?:name:\s*"[^"]*"\s*,\s*)?path:\s*"([^"]+)"/g)].map(
      (match) => match[1]!,
    ),
    hasDependencies: /\.package\s*\(\s*(?:name|url|id|path)\s*:/.test(plain),
    makesLibraries: /\btype\s*:\s*\.dynamic\b/.test(plain),
  };
}

/** A source file without comments; strings stay, also those with `//` in them. */
export function withoutComments(text: string): string {
  return text.replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, literal?: string) => literal ?? ' ');
}
