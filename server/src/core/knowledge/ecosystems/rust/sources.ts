/** What a source file of Rust says about the files, programs and libraries that it uses. */
export interface RustSource {
  /** Strings that it may use at run time: those that are compiled in by `include_str!` are left out, as are tests. */
  readonly literals: readonly string[];
  /** Paths of what is compiled in, as written. */
  readonly embedded: readonly string[];
  /** Commands that it starts: `Command::new("git")`. */
  readonly calls: readonly string[];
  /** Libraries that it is linked with by `#[link(name = "z")]`. */
  readonly links: readonly string[];
  /** Variables that are compiled in: `env!("VERSION")`. */
  readonly compiledIn: readonly string[];
  /** Whether it lists the directory that it is started in. */
  readonly listsDirectory: boolean;
  /** Whether it opens what its build script has made. */
  readonly opensOutput: boolean;
  /** Whether it loads libraries when it runs. */
  readonly loadsLibraries: boolean;
}

/** Comments, strings, characters and lifetimes, so that a quote in one of them is not taken for another. */
const TOKENS =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<![A-Za-z0-9_])(?:b|c)?r(#*)"([\s\S]*?)"\1|(?:(?<![A-Za-z0-9_])[bc])?"((?:[^"\\]|\\[\s\S])*)"|(?:(?<![A-Za-z0-9_])b)?'(?:[^'\\\n]|\\(?:x[0-9a-fA-F]{2}|u\{[^}]*\}|.))'|'[A-Za-z_]\w*/g;

interface Literal {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const EMBEDS = /\binclude(?:_str|_bytes|_dir)?!\s*[([{]\s*$/;
const STARTS = /\bCommand::new\s*\(\s*$/;
const LINKS = /#!?\[\s*link\s*\(\s*name\s*=\s*$/;
const COMPILES_IN = /\b(?:option_)?env!\s*[([{]\s*$/;
const LISTS =
  /\b(?:read_dir|WalkDir::new|ServeDir::new|Files::new|FileServer::(?:from|new)|fs::dir|glob|Walk::new)\b[^;{}]{0,80}$/;

/** Reads a source file. */
export function readRustSource(text: string): RustSource {
  const literals: Literal[] = [];
  const code = text.replace(TOKENS, (token: string, _hashes: unknown, raw: unknown, plain: unknown, start: number) => {
    const value = typeof raw === 'string' ? raw : typeof plain === 'string' ? unescape(plain) : undefined;
    if (value !== undefined) literals.push({ value, start, end: start + token.length });
    return token.replace(/[^\n]/g, ' ');
  });
  const tests = testModules(code);
  const own = literals.filter(({ start }) => !tests.some((span) => span.start <= start && start < span.end));
  const source = {
    literals: [] as string[],
    embedded: [] as string[],
    calls: [] as string[],
    links: [] as string[],
    compiledIn: [] as string[],
    listsDirectory: false,
    opensOutput: false,
    loadsLibraries: /\b(?:libloading|dlopen|dlopen2|abi_stable)::|\bdlopen\s*\(/.test(code),
  };
  for (const { value, start, end } of own) {
    const before = text.slice(Math.max(0, start - 120), start);
    if (EMBEDS.test(before)) {
      source.embedded.push(value);
      continue;
    }
    if (COMPILES_IN.test(before)) {
      source.compiledIn.push(value);
      if (
        value === 'OUT_DIR' &&
        !/\binclude(?:_str|_bytes|_dir)?!\s*[([{]\s*concat!\s*[([{]\s*(?:core::|std::)?env!\s*[([{]\s*$/.test(before)
      )
        source.opensOutput = true;
    } else if (LINKS.test(before)) {
      if (!/^\s*,\s*kind\s*=\s*"(?:static|framework)/.test(text.slice(end, end + 60))) source.links.push(value);
    } else {
      if (STARTS.test(before)) source.calls.push(value);
      source.literals.push(value);
      if (/^(?:\.\/?|(?:\.\/)?\*+)$/.test(value) && LISTS.test(code.slice(Math.max(0, start - 120), start)))
        source.listsDirectory = true;
    }
  }
  if (source.calls.some((name) => /(?:^|\/)(?:ba|da)?sh$/.test(name)))
    source.calls.push(...source.literals.flatMap(toolsOf));
  return source;
}

/** Tools that a script in a string calls: `curl -s … | jq .`. */
function toolsOf(script: string): string[] {
  return script.split(/[;&|(\n]+/).flatMap((command) => TOOLS.exec(command.trim())?.[1] ?? []);
}

const TOOLS = /^(curl|wget|git|jq|openssl|unzip|zip|ffmpeg|ssh|rsync|python3|nc|ping|dig|psql|mysql|convert)(?:\s|$)/;

/** What a build script tells Cargo to link, and what it asks pkg-config for. */
export function readLinkedLibraries(text: string): { readonly names: readonly string[]; readonly unknown: boolean } {
  const names: string[] = [];
  let unknown = false;
  for (const { value } of literalsWith(text)) {
    const linked = /^cargo::?rustc-link-lib=(?:(dylib|static|framework)(?::[^=]*)?=)?(.*)$/.exec(value.trim());
    if (!linked || linked[1] === 'static' || linked[1] === 'framework') continue;
    if (/[{}]/.test(linked[2]!)) unknown = true;
    else names.push(linked[2]!);
  }
  for (const match of text.matchAll(/\bprobe(?:_library)?\(\s*"([^"]+)"/g))
    names.push(match[1]!.replace(/^lib(?=\w)/, ''));
  return { names, unknown };
}

/** Files that a build script writes outside the directory that Cargo gives it. */
export function readWrites(text: string): { readonly paths: readonly string[]; readonly unknown: boolean } {
  const code = text.replace(TOKENS, (token) => (token.startsWith('/') ? ' ' : token));
  const calls = [
    ...code.matchAll(
      /\b(?:fs::write|File::create|fs::copy|create_dir(?:_all)?)\s*\(\s*(&?\s*)?(?:(?:std::path::)?Path::new\(\s*)?("(?:[^"\\]|\\.)*")?/g,
    ),
  ];
  const paths = calls.flatMap(([call, , literal]) =>
    literal === undefined || /fs::copy/.test(call) ? [] : [literal.slice(1, -1)],
  );
  // Everything else is taken to go where Cargo wants it, if that place is mentioned at all.
  const unknown = calls.some(([, , literal]) => literal === undefined) && !/OUT_DIR/.test(code);
  return { paths, unknown };
}

function literalsWith(text: string): { readonly value: string }[] {
  return [...text.matchAll(TOKENS)].flatMap(([, , raw, plain]) => {
    const value = raw ?? plain;
    return value === undefined ? [] : [{ value }];
  });
}

/** Spans of `#[cfg(test)] mod tests { … }`, in code whose strings and comments are blanked out. */
function testModules(code: string): { readonly start: number; readonly end: number }[] {
  return [...code.matchAll(/#\[cfg\(test\)\]\s*(?:pub\s+)?(?:mod|fn)\b[^{;]*\{/g)].map((match) => {
    let depth = 1;
    let at = match.index + match[0].length;
    for (; at < code.length && depth > 0; at++) depth += code[at] === '{' ? 1 : code[at] === '}' ? -1 : 0;
    return { start: match.index, end: at };
  });
}

function unescape(value: string): string {
  return value.replace(/\\\r?\n\s*/g, '').replace(/\\(["\\'])/g, '$1');
}

/** Beginnings of paths and whole ones in a string that is put together at run time: `{}/static/{name}` has `static`. */
export function pathPieces(literal: string): string[] {
  const pieces = literal.split(/\{[^{}]*\}/).map((piece) => piece.replace(/^\/+/, ''));
  return [literal, ...pieces].filter((piece) => piece !== '' && piece.length < 200);
}
