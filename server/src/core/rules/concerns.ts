import type { Build } from '../model/build-types';
import { oncePerBuild } from '../model/once-per-build';
import type { Instruction } from '../model/syntax/instruction';
import type { Rule, RuleSettings } from './rule';

/** What there is in a file, for a first look. */
interface Contents {
  readonly keywords: ReadonlySet<string>;
  /** Names of what runs, in ONBUILD too. */
  readonly commands: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
  /** Ids of package managers; undefined where triggers may install something as well. */
  readonly managers: ReadonlySet<string> | undefined;
  readonly text: string;
  /** Whether the text has some other, as far as somebody asked. */
  readonly has: Map<string, boolean>;
}

const contentsOf = oncePerBuild((build): Contents => {
  const keywords = new Set<string>();
  const flags = new Set<string>();
  for (const instruction of build.instructions) {
    note(instruction, keywords, flags);
    if (instruction.keyword === 'ONBUILD' && instruction.trigger) note(instruction.trigger, keywords, flags);
  }
  const commands = new Set<string>();
  for (const { name } of build.commands) if (name !== undefined) commands.add(name);
  for (const script of build.onbuildScripts) {
    for (const { name } of script.commands) if (name !== undefined) commands.add(name);
    for (const { name } of script.plainCommands) commands.add(name);
  }
  const managers =
    build.onbuildScripts.length > 0 ? undefined : new Set(build.installs.map(({ manager }) => manager.id));
  return { keywords, commands, flags, managers, text: build.source.text.toLowerCase(), has: new Map() };
});

function note(instruction: Instruction, keywords: Set<string>, flags: Set<string>): void {
  keywords.add(instruction.keyword);
  for (const { name } of instruction.flags) flags.add(name);
}

/** hadolint's reading sees commands where ours sees none, and under other names. */
const plainCommandsOf = oncePerBuild((build): ReadonlySet<string> => {
  const found = new Set(contentsOf(build).commands);
  for (const script of build.scripts) for (const { name } of script.plainCommands) found.add(name);
  return found;
});

/** Whether a file has what a rule is about; the rest is not worth a look. */
export function concerns({ about }: Rule, build: Build, settings: RuleSettings): boolean {
  if (!about) return true;
  const { instructions, commands, flags, managers, texts, stages, setting } = about;
  if (stages !== undefined && build.stages.length < stages) return false;
  if (setting !== undefined && isEmpty(settings[setting])) return false;
  const contents = contentsOf(build);
  if (instructions && !hasAny(contents.keywords, instructions)) return false;
  if (flags && !hasAny(contents.flags, flags)) return false;
  if (managers && contents.managers && !settings.hadolint && !hasAny(contents.managers, managers)) return false;
  if (commands && !hasAny(settings.hadolint ? plainCommandsOf(build) : contents.commands, commands)) return false;
  return !texts || hasText(contents, texts);
}

function hasAny(present: ReadonlySet<string>, names: readonly string[]): boolean {
  for (const name of names) if (present.has(name)) return true;
  return false;
}

function hasText({ text, has }: Contents, texts: readonly string[]): boolean {
  for (const one of texts) {
    let found = has.get(one);
    if (found === undefined) {
      found = text.includes(one);
      has.set(one, found);
    }
    if (found) return true;
  }
  return false;
}

function isEmpty(value: readonly string[] | Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}
