import type { Build, Variable } from '../build-types';
import type { ShellScript, ShellWord } from '../shell/shell-command';

/** Where a credential that a RUN uses comes from, when the image's history keeps it. */
export type SecretSource = 'literal' | 'arg' | 'env';

const reference = /\$\{(\w+)[^}]*\}/g;

/**
 * What the references in a part of a shell word read. `isNoLiteral`: the part holds references or a command's output; `source` is
 * then the ARG or ENV among them, or undefined where the value comes from a secret mount, the script itself, or nowhere known.
 */
export function sourcesOf(
  build: Build,
  script: ShellScript,
  part: string,
  word: ShellWord,
): { readonly isNoLiteral: boolean; readonly source?: SecretSource; readonly variable?: Variable } {
  if (word.literal) return { isNoLiteral: /^\$\{?\w+\}?$/.test(part) };
  if (part.includes('${…}')) return { isNoLiteral: true };
  const names = [...part.matchAll(reference)].map((match) => match[1]!);
  if (names.length === 0) return { isNoLiteral: false };
  for (const name of names) {
    if (isProvided(script, name)) continue;
    const variable = build.states[script.instruction.index]!.scope.lookup(name);
    if (variable?.kind === 'ARG') return { isNoLiteral: true, source: 'arg', variable };
    if (variable?.kind === 'ENV' && variable.value !== '') return { isNoLiteral: true, source: 'env', variable };
  }
  return { isNoLiteral: true };
}

/** Whether a secret mount of the RUN sets the variable, or the script does so itself. */
export function isProvided(script: ShellScript, name: string): boolean {
  if (script.instruction.mounts.some(({ type, env }) => type === 'secret' && env === name)) return true;
  if (last?.script !== script) last = { script, names: readSetNames(script) };
  return last.names.has(name);
}

/** The credentials of a script are looked at one after the other. */
let last: { readonly script: ShellScript; readonly names: ReadonlySet<string> } | undefined;

function readSetNames({ commands }: ShellScript): Set<string> {
  const names = new Set<string>();
  for (const { assignments, name: command = '', nameWord, arguments: words } of commands) {
    // `A=$A make` hands on what was there; `A=x make` sets it for `make` alone.
    for (const { name, value } of nameWord ? [] : assignments) if (!value.variables.includes(name)) names.add(name);
    if (command === 'read') for (const { value } of words) names.add(value);
    if (!/^(?:export|local|declare|readonly|typeset)$/.test(command)) continue;
    for (const { value, variables } of words) {
      const name = value.slice(0, Math.max(0, value.indexOf('=')));
      if (!variables.includes(name)) names.add(name);
    }
  }
  return names;
}
