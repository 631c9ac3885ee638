/** What the linter knows about one package manager. Facts as data; the loops over them are in rules and refactorings. */
export interface PackageManager {
  /** Also its file name: `apt-get`, `npm`, `pip`… */
  readonly id: string;
  /** Human name for messages. */
  readonly title: string;
  /** Whose packages it installs: the operating system's, a language's, or those of a build tool that compiles too. */
  readonly kind: 'system' | 'language' | 'build';
  /** Command names, last path segment, without a version behind it (`pip` covers `pip3.11`). */
  readonly commands: readonly string[];
  /** `python -m <module>` calls it too. */
  readonly module?: string;
  /** Sub-commands that install or fetch, with their aliases; `''` for a bare call (`yarn`). Space-separated for two words (`mod download`). */
  readonly verbs: readonly PackageVerb[];
  /** Whether sub-commands are flag clusters (`pacman -Syu`); the verb's name is then the cluster's first letter with its dash. */
  readonly flagVerbs?: boolean;
  /**
   * Goals or tasks, several in any order (`mvn clean package`): the first that is in `verbs` counts, else any one that is not in
   * `except`, with what `like` says.
   */
  readonly tasks?: { readonly like: Omit<PackageVerb, 'name'>; readonly except: readonly string[] };
  /** Flags whose value is the next word. */
  readonly valueFlags: readonly string[];
  /** Flags whose value is the directory of the project: `--prefix`, `-C`. */
  readonly directoryFlags?: readonly string[];
  /** Flags that forbid the network: what they need must be on the disk already. `becomes` does the same with the network. */
  readonly offlineFlags?: readonly {
    readonly name: string;
    readonly becomes?: string;
    /** The call means something else without it. */
    readonly fixed?: boolean;
  }[];
  /** Environment variables that do so with some values. */
  readonly offlineVariables?: readonly { readonly name: string; readonly value: RegExp }[];
  /** Directories it fills that a cache mount can keep. */
  readonly caches: readonly PackageCache[];
  /** Files that say what to install, as named or globbed in the context. Lock files are marked. */
  readonly manifests: readonly Manifest[];
  /** Calls that write none of the manifests, so that these may be mounted read-only. */
  readonly readsOnly?: readonly ReadOnlyCall[];
  /** Ways to empty or bypass the caches, which a mount makes redundant. `rm` of a cache's directory is always one. */
  readonly cleanups: readonly Cleanup[];
  /** Environment variables that switch its cache off when truthy. */
  readonly cacheOffVariables?: readonly CacheOffVariable[];
  /** Goals that put something into its cache that later calls may be unable to fetch: the project's own results, an index. */
  readonly publishes?: readonly string[];
  /** What its mounts need so that anything is kept, and what then stays in the image for later steps to feel. */
  readonly keeping?: 'apk-link' | 'docker-clean' | 'keepcache' | 'keep-packages' | 'copy-mode';
  /** Sub-commands besides `verbs` that need what was downloaded for a project and can't download it: a mount may be empty at any time. */
  readonly alsoReads?: RegExp;
  /** What stands behind the manager's name in a container's command that still reads its caches. */
  readonly readsCacheAtRunTime?: RegExp;
  /** Programs that call it when they are a container's command. */
  readonly runners?: RegExp;
}

export interface ReadOnlyCall {
  readonly verbs: readonly string[];
  /** One of these has to be set; none when absent. */
  readonly with?: readonly Setting[];
  /** None of these may be set. */
  readonly without?: readonly Setting[];
  /** A file without which the call would write one. */
  readonly needs?: string;
  /** Base images (last segment and tag) whose releases write all the same. */
  readonly writesOn?: { readonly image: RegExp; readonly tag: RegExp };
}

export interface CacheOffVariable {
  readonly name: string;
  /** Any value but an empty one switches it off, even `0`. */
  readonly byAnyValue?: boolean;
}

export interface PackageVerb {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** `manifest`: always reads the manifest; `packages`: installs what it names; `either`: the manifest when no package is named. */
  readonly installs: 'manifest' | 'packages' | 'either';
  /** What the words behind the verb are: package names (the default), project files (`dotnet restore a.csproj`), or nothing of these. */
  readonly operands?: 'packages' | 'projects' | 'other';
  /** Flags whose value names a manifest, so that even a `packages` verb reads one: `-r`, `--requirement`. */
  readonly manifestFlags?: readonly string[];
  /** Also compiles or runs project code when it works from the manifest, so it needs the sources and not only the manifests. */
  readonly needsSources?: boolean;
  /** Flags with which it does not need the sources after all: `--no-root`, `--only-dependencies`. */
  readonly sourcelessFlags?: readonly string[];
}

export interface PackageCache {
  /** Absolute directory; `~` is the home of the effective user, `$WORKDIR` the working directory. */
  readonly target: string;
  /** The same for users other than root, where that is more than another home. */
  readonly userTarget?: string;
  /** Base images (by their name or its last segment, and by their tag) on which it lies elsewhere; the first that fits. */
  readonly images?: readonly { readonly image: RegExp; readonly tag?: RegExp; readonly target: string }[];
  /** On other base images the place is not known, though there is one. */
  readonly knownImages?: RegExp;
  /** Only on these base images is there such a place. */
  readonly onlyImages?: RegExp;
  /** Environment variables that move it, strongest first: value and `suffix` make the directory; `$ABI` in it is Ruby's. */
  readonly variables?: readonly { readonly name: string; readonly suffix?: string }[];
  /** Flags of a call that move it. */
  readonly flags?: readonly string[];
  /** Other places that people mount to the same effect: a mount there counts too. */
  readonly equivalents?: readonly string[];
  /** Narrower directories to mount when something that the image needs lies in `target` too. */
  readonly narrower?: readonly string[];
  /** A text in the Dockerfile that says that something may lie there, in a place that only the build knows. */
  readonly narrowWith?: RegExp;
  /** With which it is not used at all. */
  readonly unusedWith?: readonly Setting[];
  /** Base images (last segment and tag) whose releases are too old to have it. */
  readonly unusedOn?: { readonly image: RegExp; readonly tag: RegExp };
  /** With which it lies where the Dockerfile does not tell. */
  readonly unknownWith?: readonly Setting[];
  /** Verbs for which it lies where the Dockerfile does not tell, unless a variable or the base image says it. */
  readonly unknownFor?: readonly string[];
  /** With which `target` may be mounted whole in spite of `narrower`; that is always needed otherwise. */
  readonly wholeWith?: readonly Setting[];
  /**
   * It, or what it runs, also writes beside `target`: always (a `userTarget` then holds all of it), or with one of these. The parents
   * that a mount makes belong to root, so only root gets one, unless they are there.
   */
  readonly writesBeside?: 'always' | readonly Setting[];
  /** When programs run from it, so that it has to be part of the image: with some settings, or without any of others. */
  readonly runsFrom?: {
    readonly when?: readonly Setting[];
    readonly unless?: readonly Setting[];
    readonly because: string;
  };
  /** Worth a mount beside the others, but no reason to ask for one. */
  readonly optional?: boolean;
  /** Two builds must not use it at once. */
  readonly locked?: boolean;
  /** Only needed by these verbs; all when absent. */
  readonly verbs?: readonly string[];
  /** Not needed by these verbs. */
  readonly notVerbs?: readonly string[];
  /** It keeps what was compiled, not what was downloaded. */
  readonly compiled?: boolean;
  /** Its content must be copied out in the same RUN when the image needs it (cargo's `target`). */
  readonly holdsArtefacts?: boolean;
}

/**
 * A word (or several in a row) of the manager's calls in the stage; or, with `variable`, part of a variable's value; or, with `file`,
 * the start of a line (quotes aside) in a file of the context.
 */
export interface Setting {
  readonly word: string;
  readonly variable?: string;
  readonly file?: string;
  /** Only counts where no variable says where the cache is. */
  readonly weak?: boolean;
}

export interface Manifest {
  /** Name or glob (`*.csproj`), relative to the project's directory; a name with `/` at its end is a directory. */
  readonly pattern: string;
  readonly role: 'manifest' | 'lock' | 'settings';
}

export interface Cleanup {
  /** `command`: a whole command such as `npm cache clean --force`; `flag`: a flag of the manager's own calls. */
  readonly kind: 'command' | 'flag';
  /** Leading words of the command (flags may stand between), or the flag. */
  readonly text: string;
  /** Targets in `caches` that it empties or bypasses; all when absent. */
  readonly clears?: readonly string[];
  /** Whether it empties other directories too, which no mount keeps. */
  readonly andMore?: boolean;
  /** What the flag has to become, where dropping it would break the command. */
  readonly becomes?: string;
}

/** All facts of a kind, with a place for those that nothing is said of. */
type Complete<Facts> = { readonly [Fact in keyof Required<Facts>]: Facts[Fact] };

/** A package manager whose facts, said or not, are in the same places as every other's: that is what makes reading them quick. */
export function packageManager(facts: PackageManager): Complete<PackageManager> {
  return {
    id: facts.id,
    title: facts.title,
    kind: facts.kind,
    commands: facts.commands,
    module: facts.module,
    verbs: facts.verbs.map(toVerb),
    flagVerbs: facts.flagVerbs,
    tasks: facts.tasks,
    valueFlags: facts.valueFlags,
    directoryFlags: facts.directoryFlags,
    offlineFlags: facts.offlineFlags,
    offlineVariables: facts.offlineVariables,
    caches: toCaches(facts.caches),
    manifests: facts.manifests,
    readsOnly: facts.readsOnly,
    cleanups: facts.cleanups.map(toCleanup),
    cacheOffVariables: facts.cacheOffVariables,
    publishes: facts.publishes,
    keeping: facts.keeping,
    alsoReads: facts.alsoReads,
    readsCacheAtRunTime: facts.readsCacheAtRunTime,
    runners: facts.runners,
  };
}

function toVerb(facts: PackageVerb): Complete<PackageVerb> {
  const { name, aliases, installs, operands, manifestFlags, needsSources, sourcelessFlags } = facts;
  return { name, aliases, installs, operands, manifestFlags, needsSources, sourcelessFlags };
}

function toCleanup({ kind, text, clears, andMore, becomes }: Cleanup): Complete<Cleanup> {
  return { kind, text, clears, andMore, becomes };
}

function toSetting({ word, variable, file, weak }: Setting): Complete<Setting> {
  return { word, variable, file, weak };
}

/** What was completed before: managers that share their caches are told by having one list of them. */
const completed = new WeakSet<readonly PackageCache[]>();

function toCaches(caches: readonly PackageCache[]): readonly PackageCache[] {
  if (completed.has(caches)) return caches;
  const complete = caches.map(toCache);
  completed.add(complete);
  return complete;
}

function toCache(facts: PackageCache): Complete<PackageCache> {
  const { writesBeside } = facts;
  return {
    target: facts.target,
    userTarget: facts.userTarget,
    images: facts.images?.map(({ image, tag, target }) => ({ image, tag, target })),
    knownImages: facts.knownImages,
    onlyImages: facts.onlyImages,
    variables: facts.variables?.map(({ name, suffix }) => ({ name, suffix })),
    flags: facts.flags,
    equivalents: facts.equivalents,
    narrower: facts.narrower,
    narrowWith: facts.narrowWith,
    unusedWith: facts.unusedWith?.map(toSetting),
    unusedOn: facts.unusedOn,
    unknownWith: facts.unknownWith?.map(toSetting),
    unknownFor: facts.unknownFor,
    wholeWith: facts.wholeWith?.map(toSetting),
    writesBeside: typeof writesBeside === 'object' ? writesBeside.map(toSetting) : writesBeside,
    runsFrom: facts.runsFrom,
    optional: facts.optional,
    locked: facts.locked,
    verbs: facts.verbs,
    notVerbs: facts.notVerbs,
    compiled: facts.compiled,
    holdsArtefacts: facts.holdsArtefacts,
  };
}
