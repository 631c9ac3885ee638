import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import { expand } from '../stages/variables';
import type { CopyInstruction } from '../syntax/instruction';
import { ownOrTrigger } from '../syntax/triggers';
import { optionValues } from './command-words';
import { commandsNamed, onbuildCommandsNamed } from './named-commands';
import type { ShellCommand, ShellWord } from './shell-command';
import { valueOf } from './word-value';

/** A mode that a file or directory is given. */
export interface GivenMode {
  /** As chmod takes it: `0755`, `u+x,go-w`. */
  readonly mode: string;
  /** The mode itself where it stands by itself in the text, else the word that holds it. */
  readonly at: Span;
  /** Whether `at` is the mode and nothing else. */
  readonly exact: boolean;
  readonly by: 'chmod' | 'mkdir' | 'install' | 'copy';
  readonly command?: ShellCommand;
  readonly copy?: CopyInstruction;
  /** What it is given to, as far as the command names it; `install` and COPY: where it lands. */
  readonly targets: readonly string[];
}

const OCTAL = /^[0-7]{1,5}$/;
const SYMBOLIC = /^[ugoa]*[-+=][rwxXstugo]*(?:,[ugoa]*[-+=][rwxXstugo]*)*$/;
const FLAG = /^-(?:[Rvcfh]+$|-)/;

/** Every mode that chmod, `mkdir -m`, `install -m` and `COPY --chmod` give. */
export const givenModes = oncePerBuild((build): readonly GivenMode[] => {
  const modes: GivenMode[] = [];
  for (const one of [commandsNamed, onbuildCommandsNamed]) {
    for (const command of one(build, 'chmod', 'find', 'xargs')) readChmod(build, command, modes);
    for (const command of one(build, 'mkdir', 'install')) readOption(build, command, modes);
  }
  for (const instruction of build.instructions) {
    const copy = ownOrTrigger(instruction);
    if ((copy?.keyword === 'COPY' || copy?.keyword === 'ADD') && copy.flags.length > 0) readFlag(build, copy, modes);
  }
  return modes;
});

function readChmod(build: Build, command: ShellCommand, into: GivenMode[]): void {
  const { scope } = build.states[command.script.instruction.index]!;
  let words = command.arguments;
  if (command.name !== 'chmod') {
    const inner = words.findIndex(({ value }) => /(?:^|\/)chmod$/.test(value));
    if (inner === -1) return;
    words = words.slice(inner + 1);
  }
  let at = 0;
  while (at < words.length && FLAG.test(words[at]!.value)) at++;
  const word = words[at];
  const mode = word && valueOf(word, scope);
  if (mode === undefined || !isMode(mode) || words.some(({ value }) => value.startsWith('--reference'))) return;
  const rest = command.name === 'chmod' ? words.slice(at + 1) : command.arguments;
  const { at: place, exact } = placeOf(word!, mode);
  into.push({ mode, at: place, exact, by: 'chmod', command, copy: undefined, targets: operands(rest) });
}

function readOption(build: Build, command: ShellCommand, into: GivenMode[]): void {
  const words = command.arguments;
  const given = findModeOption(words);
  if (!given) return;
  const { word, from } = given;
  const mode = valueOf(word, build.states[command.script.instruction.index]!.scope)?.slice(from);
  if (mode === undefined || !isMode(mode)) return;
  const all = operands(words.filter((one) => one !== word));
  const by = command.name as 'mkdir' | 'install';
  const { at, exact } = placeOf(word, mode, from);
  into.push({ mode, at, exact, by, command, copy: undefined, targets: by === 'mkdir' ? all : all.slice(-1) });
}

function findModeOption(words: readonly ShellWord[]): { readonly word: ShellWord; readonly from: number } | undefined {
  for (const word of words) if (word.value.startsWith('-m') && /^-m\d+$/.test(word.value)) return { word, from: 2 };
  return optionValues(words, '-m --mode').at(-1);
}

function readFlag(build: Build, copy: CopyInstruction, into: GivenMode[]): void {
  const value = copy.flags.find(({ name }) => name === 'chmod')?.value;
  if (!value) return;
  const mode = expand(value, build.states[copy.index]!.scope).value;
  if (!isMode(mode)) return;
  const targets = copy.destination ? [copy.destination.value] : [];
  into.push({ mode, at: value, exact: value.text === mode, by: 'copy', command: undefined, copy, targets });
}

function isMode(text: string): boolean {
  return OCTAL.test(text) || SYMBOLIC.test(text);
}

function operands(words: readonly ShellWord[]): string[] {
  const values: string[] = [];
  for (const { value } of words) if (!value.startsWith('-')) values.push(value);
  return values;
}

function placeOf(word: ShellWord, mode: string, from = 0): { readonly at: Span; readonly exact: boolean } {
  const exact = word.text.slice(from) === mode && word.end - word.start === word.text.length;
  return { at: exact ? { start: word.start + from, end: word.end } : { start: word.start, end: word.end }, exact };
}

/** Whether a mode lets everybody write. */
export function letsOthersWrite(mode: string): boolean {
  if (OCTAL.test(mode)) return (Number.parseInt(mode, 8) & 0o002) !== 0;
  // Without a letter in front, chmod leaves out what the umask does, which is just this.
  return mode.split(',').some((clause) => /^[ugoa]*[oa][ugoa]*(?:[-+=][rxXst]*)*[+=][rxXst]*w/.test(clause));
}

/** Whether a mode runs the program as its owner, or as its group. */
export function setsId(mode: string): 'user' | 'group' | undefined {
  if (OCTAL.test(mode)) {
    const bits = Number.parseInt(mode, 8);
    return bits & 0o4000 ? 'user' : bits & 0o2000 ? 'group' : undefined;
  }
  if (!mode.includes('s')) return undefined;
  let group = false;
  for (const clause of mode.split(',')) {
    const [, who = '', gives = ''] = /^([ugoa]*)[+=]([rwxXst]*)$/.exec(clause) ?? [];
    if (!gives.includes('s')) continue;
    if (who === '' || /[ua]/.test(who)) return 'user';
    if (who.includes('g')) group = true;
  }
  return group ? 'group' : undefined;
}

/** Whether a mode has the sticky bit: in such a directory everybody may write, but delete only what is theirs. */
export function isSticky(mode: string): boolean {
  return OCTAL.test(mode) ? (Number.parseInt(mode, 8) & 0o1000) !== 0 : /[+=][rwxXs]*t/.test(mode);
}
