import { version } from '../../../package.json';
import { layerView } from '../core/index';
import { runExplain } from './commands/explain';
import { runFix } from './commands/fix';
import { runLint } from './commands/lint';
import { runRefactor } from './commands/refactor';
import { DONE, Session, TROUBLE } from './commands/session';
import { InputError, readInput } from './files';
import { type Command, readOptions, UsageError, usage } from './options';
import { reportLayers } from './reporters/layers';

/** The exit status; undefined while the language server is at work. */
function run(command: Command, session: Session): number | undefined | Promise<number> {
  switch (command.command) {
    case 'lint':
      return runLint(command, session);
    case 'fix':
      return runFix(command, session);
    case 'refactor':
      return runRefactor(command, session);
    case 'layers':
      session.print(reportLayers(layerView(session.build(readInput(command.path)))));
      return DONE;
    case 'explain':
      return runExplain(command.name, session);
    case 'lsp':
      // Loaded on demand: everything else starts faster without it.
      void import('../lsp/node').then(({ serve }) => serve());
      return undefined;
    case 'help':
      session.print(usage);
      return DONE;
    case 'version':
      session.print(`${version}\n`);
      return DONE;
  }
}

async function main(): Promise<number | undefined> {
  const session = new Session();
  try {
    return await run(readOptions(process.argv.slice(2)), session);
  } catch (error) {
    if (error instanceof UsageError) session.report(`${error.message} See "layerwise --help".`);
    else if (error instanceof InputError) session.report(error.message);
    else session.report(`this is a bug, please report it: ${error instanceof Error ? error.message : 'unknown'}`);
    return TROUBLE;
  }
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
void main().then((status) => {
  process.exitCode = status;
});
