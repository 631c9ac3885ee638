import type { Build } from '../model/build-types';
import { commandsNamed, onbuildCommandsNamed } from '../model/shell/named-commands';
import type { PlainCommand, ShellScript } from '../model/shell/shell-command';
import { isShipped } from '../model/stages/exposure';
import { plainFinals } from '../model/stages/plain-stages';
import type { RunInstruction } from '../model/syntax/instruction';
import type { Finding, RuleSettings } from './rule';

/** What a rule asks of each RUN as a whole. */
export interface RunQuestion {
  /** Commands of which a RUN has to call one for a finding of ours. */
  readonly commands?: readonly string[];
  /** The command for which hadolint reports a RUN. */
  readonly plain: (script: ShellScript) => PlainCommand | undefined;
  /** What hadolint's finding says where ours has none to say it. */
  readonly message: (command: PlainCommand) => string;
  /** Our own findings in a RUN. */
  readonly own: (script: ShellScript) => readonly Finding[];
}

/** Findings in RUNs, those of ONBUILD included: by hadolint's reading under its preset, one for each, else by ours. */
export function findInRuns(build: Build, settings: RuleSettings, question: RunQuestion): readonly Finding[] {
  const found: Finding[] = [];
  if (settings.hadolint) {
    for (const script of build.scripts) found.push(...findAsHadolint(script, question));
    for (const script of build.onbuildScripts) found.push(...findAsHadolint(script, question));
    return found;
  }
  for (const script of scriptsCalling(build, question.commands)) {
    for (const finding of question.own(script)) found.push(finding);
  }
  return found;
}

function findAsHadolint(script: ShellScript, question: RunQuestion): readonly Finding[] {
  const at = question.plain(script);
  if (!at) return [];
  const [twin] = question.own(script);
  const { message, fix } = twin ?? { message: question.message(at) };
  return [{ at, message, ...(fix ? { fix } : {}) }];
}

/** The scripts that call one of some commands, or all, those of ONBUILD behind the others. */
function scriptsCalling(build: Build, commands: readonly string[] | undefined): readonly ShellScript[] {
  if (!commands) return build.onbuildScripts.length === 0 ? build.scripts : [...build.scripts, ...build.onbuildScripts];
  const found: ShellScript[] = [];
  for (const { script } of commandsNamed(build, ...commands)) if (script !== found.at(-1)) found.push(script);
  for (const { script } of onbuildCommandsNamed(build, ...commands)) if (script !== found.at(-1)) found.push(script);
  return found;
}

/** The same of RUNs whose layers ship alone: by hadolint's idea of which these are under its preset, else by ours. */
export function findInShippedRuns(build: Build, settings: RuleSettings, question: RunQuestion): readonly Finding[] {
  return findInRuns(build, settings, {
    ...question,
    plain: (script) => {
      const { onbuild, stage } = script.instruction;
      return onbuild || plainFinals(build).has(stage) ? question.plain(script) : undefined;
    },
    own: (script) => {
      const { onbuild, stage } = script.instruction;
      return settings.hadolint || onbuild || ships(build, settings, stage) ? question.own(script) : [];
    },
  });
}

/** Whether a stage's layers are part of an image that somebody gets: the last one's, or one that is built by name. */
export function ships(build: Build, { targets }: RuleSettings, stage: number): boolean {
  if (stage === -1 || isShipped(build, stage)) return true;
  if (targets.length === 0) return false;
  return build.stages.some(({ name, index }) => {
    if (name === undefined || !targets.includes(name)) return false;
    for (let one = build.stages[index]; one; one = one.parent) if (one.index === stage) return true;
    return false;
  });
}

/** The mark of findings about what no image that ships has to carry. */
export function minorUnlessShipped(build: Build, settings: RuleSettings, run: RunInstruction): { minor?: true } {
  return run.onbuild || ships(build, settings, run.stage) ? {} : { minor: true };
}
