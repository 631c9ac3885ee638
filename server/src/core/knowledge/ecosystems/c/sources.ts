import { nameOf } from '../../images/image-paths';

/** What C and C++ sources tell about what their program needs when it runs. */
export interface SourceFacts {
  /** Commands that it starts by name. */
  readonly calls: readonly string[];
  /** A source that loads libraries by itself. */
  readonly loads?: string;
  /** Whether it opens files whose names are put together at run time. */
  readonly opensComputed: boolean;
  /** Whether it looks up names of protocols or services, which Debian has in a package. */
  readonly looksUpServices: boolean;
  /** Whether a statically linked program of it would still look for libraries or locales of the system. */
  readonly needsSystem: boolean;
}

const SOURCE =
  /\.(?:c|cc|cpp|cxx|c\+\+|C|h|hh|hpp|hxx|h\+\+|inl|ipp|tpp|tcc|m|mm|f|f90|f95|for|y|l|yy|ll|S|s|asm|cu|def)$/;

/** Whether a file is compiled or included. */
export function isCSource(path: string): boolean {
  return SOURCE.test(path);
}

/** Libraries that are added to a project as one source, and load what they load by the user's wish alone. */
const VENDORED = /^(?:sqlite3|shell|loadlib|miniaudio|glad|volk|gl3w|loader|mongoose|civetweb|duktape)\.[ch]$/;

/** Reads sources by path. */
export function readSourceFacts(sources: ReadonlyMap<string, string>): SourceFacts {
  const calls = new Set<string>();
  let loads: string | undefined;
  let opensComputed = false;
  let looksUpServices = false;
  let needsSystem = false;
  for (const [path, written] of sources) {
    const text = withoutComments(written);
    if (/\b(?:dlopen|lt_dlopen|g_module_open|uv_dlopen)\s*\(/.test(text) && !VENDORED.test(nameOf(path)))
      loads ??= path;
    opensComputed ||= OPENS.test(text);
    looksUpServices ||= /\b(?:getprotobyn\w+|getservby\w+|getprotoent|getservent)\s*\(|\bresolver\b/.test(text);
    needsSystem ||= NEEDS_SYSTEM.test(text);
    for (const command of calledCommands(text)) calls.add(command);
  }
  return { calls: [...calls], ...(loads === undefined ? {} : { loads }), opensComputed, looksUpServices, needsSystem };
}

/** A file is opened by something else than a quoted name. */
const OPENS =
  /\b(?:fopen|freopen|open|openat|open64|opendir|scandir|nftw|ftw|stat|lstat|access|read_file|readFile|load_file|loadFile|\w*sendfile|directory_iterator|set_mount_point|exists)\s*\(\s*(?!["\s)])|\b(?:i|o)?fstream\b[^;"]*[({]\s*(?!["\s})])[^;]*;/;

/** What a static program takes from the system all the same: names of hosts and users, encodings, locales. */
const NEEDS_SYSTEM =
  /\b(?:getaddrinfo|gethostby\w+|getnameinfo|getpw\w+|getgr\w+|initgroups|iconv_open|setlocale|newlocale|getprotoby\w+|getservby\w+|dlopen|system|popen|curl_\w+|SSL_\w+)\s*\(|std::locale\s*[({]|\bwordexp\s*\(/;

const STARTS =
  /\b(?:system|popen|execl|execlp|execle|execv|execvp|execvpe|execve|posix_spawnp?|bp::child|boost::process::\w+)\s*\(\s*(?:[\w&]+\s*,\s*)?"((?:[^"\\\n]|\\.)*)"/g;

function calledCommands(text: string): string[] {
  return [...text.matchAll(STARTS)].flatMap((match) =>
    match[1]!.split(/\|\||&&|[|;]/).flatMap((part) => /^\s*(?:[A-Z_]+=\S*\s+)*([\w./+-]+)/.exec(part)?.[1] ?? []),
  );
}

function withoutComments(text: string): string {
  return text.replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, quoted?: string) => quoted ?? ' ');
}
