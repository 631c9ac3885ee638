import type { Build } from '../model/build-types';
import type { ShellCommand } from '../model/shell/shell-command';
import { type Call, findCalls, withWord } from './calls';
import type { Finding, RuleSettings } from './rule';

/** A command that asks before it does something, and the switch with which it does not. */
export interface Asking {
  readonly names: readonly string[];
  /** Whether a call of it asks, by its words. */
  readonly asks: (call: Call) => boolean;
  /** Whether something else than its words keeps it from asking, where that is more than hadolint knows. */
  readonly isSettled?: (command: ShellCommand, build: Build) => boolean;
  /** Its sub-commands that ask. */
  readonly verbs: readonly string[];
  readonly flag: string;
  /** Whether the switch stands behind the command's own name; else behind the sub-command. */
  readonly isGlobal?: true;
  readonly message: (call: Call) => string;
}

/** Findings about commands that wait for an answer in a build, where nobody gives one. */
export function findAsking(build: Build, settings: RuleSettings, asking: Asking): readonly Finding[] {
  const findings: Finding[] = [];
  const { names, asks, isSettled, verbs, flag, isGlobal, message } = asking;
  for (const call of findCalls(build, settings, { names, isFound: asks })) {
    if (!settings.hadolint) {
      const command = call as ShellCommand;
      if (isAnswered(command) || mayHoldSwitch(command) || isSettled?.(command, build)) continue;
    }
    const verb = call.arguments.find(({ value }) => verbs.includes(value))!;
    findings.push({
      at: { start: call.nameWord.start, end: verb.end },
      message: message(call),
      fix: () => withWord(build, call, isGlobal ? call.nameWord : verb, flag),
    });
  }
  return findings;
}

/** Whether a pipe gives the answers: `yes | apt-get install x`. */
export function isAnswered(command: ShellCommand): boolean {
  if (command.nesting !== 'pipeline') return false;
  return command.script.pipelines.some(({ members }) => {
    const at = members.findIndex((commands) => commands.includes(command));
    return at > 0 && members[at - 1]!.some(({ name }) => name === 'yes' || name === 'echo' || name === 'printf');
  });
}

/** Whether a variable may hold the switch: `apt-get $OPTIONS install`. */
export function mayHoldSwitch({ arguments: words }: ShellCommand): boolean {
  return words.some(
    ({ literal, variables, value }, index) =>
      !literal &&
      value.startsWith('${') &&
      (index === 0 || variables.some((name) => /OPT|FLAG|ARGS?$|YES|PARAM/i.test(name))),
  );
}
