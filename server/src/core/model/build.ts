import { readSource } from '../text/source';
import type { Build, Builder } from './build-types';
import type { BuildContext } from './context';
import { readInstalls } from './installs/installs';
import { readLayers } from './layers/layers';
import { readShell } from './shell/shell';
import { readStages } from './stages/stages';
import type { Instruction, RunInstruction } from './syntax/instruction';
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
  const shellOf = (run: RunInstruction) =>
    readShell(run, { text, drops: drops[run.index]!, dialect: states[run.index]!.shell.dialect });
  const scripts = instructions.filter(isRun).map(shellOf);
  const onbuildScripts = instructions
    .flatMap((instruction) => (instruction.keyword === 'ONBUILD' && instruction.trigger ? [instruction.trigger] : []))
    .filter(isRun)
    .map(shellOf);
  const commands = scripts.flatMap((script) => script.commands);
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

function isRun(instruction: Instruction): instruction is RunInstruction {
  return instruction.keyword === 'RUN';
}
