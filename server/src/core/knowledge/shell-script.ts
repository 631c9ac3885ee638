import { splitScript } from './ecosystems/node/package-json';
import { parentOf, toPath } from './images/image-paths';
import type { RecipeCall } from './make/makefile';

/** What only a shell that runs the script can tell: branches, loops, functions, here-documents, other scripts read in. */
const UNTOLD =
  /^\s*(?:if|elif|else|for|while|until|case|select|function|source|\.|eval|trap|pushd|popd)\b(?!=)|^\s*\w+\s*\(\)|<<|^\s*\.\s/m;

/** `"$(dirname "$0")"` in its usual forms: the directory of the script. */
const OWN_DIRECTORY =
  /"?\$\(\s*(?:cd\s+)?(?:"?\$\(\s*)?dirname\s+(?:--\s+)?"?\$(?:0|\{BASH_SOURCE\[0\]\}|\{0\}|BASH_SOURCE)"?\s*\)(?:"?\s*(?:&&\s*pwd(?:\s+-P)?\s*)?\))?"?/g;

/**
 * The commands of a shell script that runs from its first line to its last, with the directory and the variables that they get;
 * undefined when it does anything that only a run would tell.
 * @param path the script, absolute
 * @param directory where it is started, absolute
 */
export function readScriptCalls(text: string, path: string, directory: string): RecipeCall[] | undefined {
  const plain = text
    .replace(/^#!.*/, '')
    .replace(/^[ \t]*#.*$/gm, '')
    .replace(/[ \t]#[^'"\n]*$/gm, '')
    .replace(/\\\r?\n[ \t]*/g, ' ')
    .replace(OWN_DIRECTORY, parentOf(path));
  if (UNTOLD.test(plain)) return undefined;
  const variables = new Map<string, string>();
  const exported = new Map<string, string>();
  const expand = (word: string) =>
    word.replace(
      /\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/g,
      (written, braced?: string, fallback?: string, bare?: string) =>
        variables.get(braced ?? bare ?? '') ?? fallback ?? written,
    );
  const calls: RecipeCall[] = [];
  let at: string | undefined = directory;
  for (const line of plain.split(/\r?\n/)) {
    const command = expand(line.trim());
    if (command === '') continue;
    const [, exports, name, value] = /^(export\s+)?([A-Za-z_]\w*)=(\S*|"[^"]*"|'[^']*')$/.exec(command) ?? [];
    if (name !== undefined) {
      variables.set(name, value!.replace(/^["']|["']$/g, ''));
      if (exports) exported.set(name, variables.get(name)!);
      continue;
    }
    const given = /^((?:[A-Za-z_]\w*=\S*\s+)+)/.exec(command)?.[1]?.trim().split(/\s+/) ?? [];
    const own = new Map(
      given.map((word): [string, string] => [
        word.slice(0, word.indexOf('=')),
        word.slice(word.indexOf('=') + 1).replace(/^["']|["']$/g, ''),
      ]),
    );
    for (const [index, call] of splitScript(command.replace(/^\(|\)$/g, '')).entries()) {
      if (call.name === 'set' || call.name === 'exit' || call.name === 'shopt') continue;
      if (call.name === 'export') {
        for (const word of call.arguments) {
          const [, variable, set] = /^([A-Za-z_]\w*)(?:=(.*))?$/.exec(word) ?? [];
          if (variable !== undefined) exported.set(variable, set ?? variables.get(variable) ?? '');
        }
        continue;
      }
      if (call.name === 'cd') {
        at = at === undefined ? undefined : toPath(call.arguments[0] ?? '/root', at);
        if (at === undefined || at.includes('$')) return undefined;
        continue;
      }
      calls.push({
        ...call,
        variables: new Map(index === 0 ? [...exported, ...own] : exported),
        ...(at === undefined ? {} : { directory: at }),
      });
    }
  }
  return calls;
}
