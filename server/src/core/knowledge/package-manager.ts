/** What the linter knows about one package manager. Facts as data; the loops over them are in rules and refactorings. */
export interface PackageManager {
  /** Also its file name: `apt-get`, `npm`, `pip`… */
  readonly id: string;
  /** Human name for messages. */
  readonly title: string;
  /** Whose packages it installs: the operating system's or a language's. */
  readonly kind: 'system' | 'language' | 'build';
  /** Command names, last path segment; `python -m pip` is given by `module`. */
  readonly commands: readonly string[];
  /** `python -m <module>` calls it too. */
  readonly module?: string;
  /** Sub-commands that install or fetch, with their aliases; `''` for a bare call (`yarn`). Space-separated for two words (`mod download`). */
  readonly verbs: readonly PackageVerb[];
  /** Flags whose value is the next word. */
  readonly valueFlags: readonly string[];
  /** Directories it fills that a cache mount can keep. */
  readonly caches: readonly PackageCache[];
  /** Files that say what to install, as named or globbed in the context. Lock files are marked. */
  readonly manifests: readonly Manifest[];
  /** Ways to empty or bypass the cache: commands and flags that a cache mount makes redundant. */
  readonly cleanups: readonly Cleanup[];
  /** Environment variables that switch its cache off when truthy. */
  readonly cacheOffVariables?: readonly string[];
}

export interface PackageVerb {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** `manifest`: always reads the manifest; `packages`: installs what it names; `either`: the manifest when no package is named. */
  readonly installs: 'manifest' | 'packages' | 'either';
  /** Flags that name a manifest, so that a `packages` verb reads one: `-r`, `--requirement`. */
  readonly manifestFlags?: readonly string[];
  /** Also compiles or runs project code, so it needs the sources and not only the manifests. */
  readonly needsSources?: boolean;
}

export interface PackageCache {
  /** Absolute directory; `~` is the home of the effective user, `$WORKDIR` the working directory. */
  readonly target: string;
  /** Environment variable that moves it; its value is the directory itself unless `variableSuffix` says what follows. */
  readonly variable?: string;
  readonly variableSuffix?: string;
  readonly locked?: boolean;
  /** Only needed by these verbs; all when absent. */
  readonly verbs?: readonly string[];
  /** Its content must be copied out in the same RUN when the image needs it (cargo's `target`). */
  readonly holdsArtefacts?: boolean;
}

export interface Manifest {
  /** Name or glob (`*.csproj`), relative to the project's directory. */
  readonly pattern: string;
  readonly role: 'manifest' | 'lock' | 'settings';
}

export interface Cleanup {
  /** `command`: a whole command such as `npm cache clean --force`; `flag`: a flag of the install; `remove`: `rm` of a path. */
  readonly kind: 'command' | 'flag' | 'remove';
  /** Leading words of the command, the flag, or the path removed. */
  readonly text: string;
}
