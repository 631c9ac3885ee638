import type { Build } from '../model/build-types';
import {
  commandsNamed,
  type NamedCommand,
  onbuildCommandsNamed,
  onbuildPlainCommandsNamed,
  plainCommandsNamed,
} from '../model/shell/named-commands';
import type { ShellScript, ShellWord } from '../model/shell/shell-command';
import { addWord } from '../model/shell/shell-edits';
import type { Fix, RuleSettings } from './rule';

/** A command that has a name, in hadolint's reading or in ours. */
export type Call = Pick<NamedCommand, 'start' | 'end' | 'name' | 'nameWord' | 'script' | 'quotedBy' | 'arguments'>;

interface Wanted {
  readonly names: readonly string[];
  /** Whether a call is one to report. */
  readonly isFound: (call: Call) => boolean;
  /** Whether hadolint does not look into ONBUILD, so that we do not either. */
  readonly notOnbuild?: true;
}

/**
 * The calls of some commands that a rule reports: by hadolint's reading under its preset, the first of each instruction, which is
 * what it reports; else by ours, all of them.
 */
export function findCalls(
  build: Build,
  { hadolint }: Pick<RuleSettings, 'hadolint'>,
  { names, isFound, notOnbuild }: Wanted,
): readonly Call[] {
  const found: Call[] = [];
  if (!hadolint) {
    for (const command of commandsNamed(build, ...names)) if (isFound(command)) found.push(command);
    if (notOnbuild) return found;
    for (const command of onbuildCommandsNamed(build, ...names)) if (isFound(command)) found.push(command);
    return found;
  }
  addFirstOfEachRun(plainCommandsNamed(build, ...names), isFound, found);
  if (!notOnbuild) addFirstOfEachRun(onbuildPlainCommandsNamed(build, ...names), isFound, found);
  return found;
}

function addFirstOfEachRun(calls: readonly Call[], isFound: (call: Call) => boolean, found: Call[]): void {
  let last: ShellScript | undefined;
  for (const call of calls) {
    if (call.script === last || !isFound(call)) continue;
    last = call.script;
    found.push(call);
  }
}

/** The fix that gives a call one more word, behind the one given. */
export function withWord(build: Build, call: Call, behind: ShellWord | undefined, word: string): Fix | undefined {
  const edit = behind && addWord(build.source, call, behind, word);
  return edit && { title: `Add ${word}`, edits: [edit] };
}
