import { readSource } from '../text/source';
import type { Build, Builder } from './build-types';
import type { BuildContext } from './context';
import { readInstalls } from './installs/installs';
import { readLayers } from './layers/layers';
import { readShell } from './shell/shell';
import type { ShellCommand, ShellScript } from './shell/shell-command';
import { readStages } from './stages/stages';
import { readSyntax } from './syntax/syntax';

/**
 * Reads a Dockerfile into the model that everything else is a function of. Any text gives a Build, never an exception.
 * @param text the document, UTF-16, as the editor holds it
 * @param context the directory sent to the builder, when an adapter knows it
 * @param builder what a person said of the builder
 */
export function readBuild(text: string, context?: BuildContext, builder: Builder = {}): Build {
  const source = readSource(text);
  const { escape, directives, comments, instructions, drops, problems } = readSyntax(source);
  const { globals, stages, states } = readStages(instructions, escape);
  const scripts: ShellScript[] = [];
  const onbuildScripts: ShellScript[] = [];
  const commands: ShellCommand[] = [];
  for (const instruction of instructions) {
    const run = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
    if (run?.keyword !== 'RUN') continue;
    const place = { text, drops: drops[run.index]!, dialect: states[run.index]!.shell.dialect };
    const script = readShell(run, place);
    if (run !== instruction) onbuildScripts.push(script);
    else {
      scripts.push(script);
      for (const command of script.commands) commands.push(command);
    }
  }
  const installs = readInstalls(commands, instructions, context);
  const layers = readLayers({ source, instructions, stages, states });
  return Object.freeze({
    source,
    escape,
    directives,
    comments,
    instructions,
    globals,
    stages,
    states,
    scripts,
    onbuildScripts,
    commands,
    installs,
    layers,
    drops,
    context,
    builder,
    problems,
  });
}
