import type { Build } from '../model/build-types';
import type { PackageInstall } from '../model/installs/install';
import { hasArgument, readPositionals } from '../model/shell/plain-arguments';
import type { PlainCommand, ShellScript, ShellWord } from '../model/shell/shell-command';
import type { Instruction } from '../model/syntax/instruction';

/** What an install of one of the managers names; groups of packages have no version. */
export function rpmsOf(
  { manager, verbName, packages }: PackageInstall,
  managers: readonly string[],
): readonly ShellWord[] {
  return managers.includes(manager.id) && (verbName === 'install' || verbName === 'module install') ? packages : [];
}

/** Whether an RPM's name holds a version (`httpd-2.4.62`), or is a file, a URL, a group or a module stream (`nodejs:20`). */
export function isFixedRpm(value: string): boolean {
  return /[/@=<>:]/.test(value) || isFixedByDashes(value);
}

/**
 * hadolint's reading of the packages of yum and dnf: those without a version.
 * @param exempt an argument that makes it pass over a command
 */
export function plainRpms(
  build: Build,
  names: readonly string[],
  exempt?: string,
): (command: PlainCommand, script: ShellScript) => readonly ShellWord[] {
  return (command, script) => {
    if (!names.includes(command.name) || !hasArgument(command, 'install')) return [];
    const packages = readPositionals(command).filter(({ value }) => value !== 'install' && value !== 'module');
    if (hasArgument(command, 'module')) return packages.filter(({ value }) => !value.includes(':'));
    if (exempt !== undefined && hasArgument(command, exempt)) return [];
    return packages.filter(({ value }) => !isPlainFixed(value, build, script));
  };
}

function isPlainFixed(value: string, build: Build, script: ShellScript): boolean {
  if (!value.includes('-')) return false;
  if (value.endsWith('.rpm')) return true;
  if (!value.includes('$')) return isFixedByDashes(value);
  return declaredNames(build, script).some((name) => value.includes(`\${${name}}`));
}

/** Every part behind the first dash looks like one of a version, and one starts with a digit. */
function isFixedByDashes(value: string): boolean {
  if (value.endsWith('.rpm')) return true;
  const parts = value.split('-').slice(1);
  return parts.every((part) => /^[A-Za-z0-9.~^_:+]+$/.test(part)) && parts.some((part) => /^\d/.test(part));
}

/** The ENV names of the stage and of the stages it is based on, and every ARG name above: what hadolint takes for a version. */
function declaredNames(build: Build, { instruction }: ShellScript): readonly string[] {
  if (instruction.onbuild) {
    const triggers = build.instructions
      .slice(0, instruction.index)
      .flatMap((one) => (one.keyword === 'ONBUILD' && one.trigger ? [one.trigger] : []));
    return namesOf(triggers, 'ARG', 'ENV');
  }
  const above = build.instructions.slice(0, instruction.index);
  const names = [...namesOf(above, 'ARG')];
  const own = build.stages[instruction.stage];
  for (let stage = own; stage; stage = stage.parent) {
    names.push(...namesOf(stage === own ? above.filter((one) => one.stage === own.index) : stage.instructions, 'ENV'));
  }
  return names;
}

function namesOf(instructions: readonly Instruction[], ...keywords: readonly ('ARG' | 'ENV')[]): string[] {
  return instructions.flatMap((one) =>
    (one.keyword === 'ARG' || one.keyword === 'ENV') && keywords.includes(one.keyword)
      ? one.pairs.map(({ name }) => name.value)
      : [],
  );
}
