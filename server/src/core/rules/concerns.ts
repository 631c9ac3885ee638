import type { Build } from '../model/build-types';
import { oncePerBuild } from '../model/once-per-build';
import type { Instruction } from '../model/syntax/instruction';
import type { Rule, RuleSettings } from './rule';

/** What there is in a file, for a first look. */
interface Contents {
  readonly keywords: ReadonlySet<string>;
  /** Names of what runs, in ONBUILD too. */
  readonly commands: ReadonlySet<string>;
}

const contentsOf = oncePerBuild((build): Contents => {
  const keywords = new Set<string>();
  for (const { keyword } of withTriggers(build)) keywords.add(keyword);
  const commands = new Set<string>();
  for (const { name } of build.commands) if (name !== undefined) commands.add(name);
  for (const script of build.onbuildScripts) {
    for (const { name } of script.commands) if (name !== undefined) commands.add(name);
    for (const { name } of script.plainCommands) commands.add(name);
  }
  return { keywords, commands };
});

/** hadolint's reading sees commands where ours sees none, and under other names. */
const plainCommandsOf = oncePerBuild((build): ReadonlySet<string> => {
  const found = new Set(contentsOf(build).commands);
  for (const script of build.scripts) for (const { name } of script.plainCommands) found.add(name);
  return found;
});

/** Whether a file has any of what a rule is about; the rest is not worth a look. */
export function concerns({ about }: Rule, build: Build, settings: RuleSettings): boolean {
  if (!about) return true;
  const { instructions, commands } = about;
  if (instructions && !hasAny(contentsOf(build).keywords, instructions)) return false;
  if (!commands) return true;
  return hasAny(settings.hadolint ? plainCommandsOf(build) : contentsOf(build).commands, commands);
}

function hasAny(present: ReadonlySet<string>, names: readonly string[]): boolean {
  for (const name of names) if (present.has(name)) return true;
  return false;
}

function* withTriggers({ instructions }: Build): Iterable<Instruction> {
  for (const instruction of instructions) {
    yield instruction;
    if (instruction.keyword === 'ONBUILD' && instruction.trigger) yield instruction.trigger;
  }
}
