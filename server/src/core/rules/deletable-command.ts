import type { Build } from '../model/build-types';
import type { ShellCommand, ShellScript, ShellStatement } from '../model/shell/shell-command';
import { removeStatements } from '../model/shell/shell-edits';
import { type Edit, remove } from '../text/edit';
import { lineAt, nextLineStart } from '../text/source';
import type { Fix } from './rule';

/** The fix that takes a command out of its RUN; undefined where it is not a whole statement, or others depend on it. */
export function deleteCommand(build: Build, command: ShellCommand, title: string): Fix | undefined {
  const { script } = command;
  const statement = statementOf(command);
  if (!statement) return undefined;
  const edits = script.statements.length === 1 ? undefined : removeStatements(build.source, script, [statement]);
  if (edits) return { title, edits };
  return script.statements.length === 1 ? deleteRun(build, script, title) : undefined;
}

/** The edits that take several commands out of one RUN, or the RUN with them where it does nothing else. */
export function deleteCommands(
  build: Build,
  script: ShellScript,
  gone: readonly ShellCommand[],
): readonly Edit[] | undefined {
  const statements = gone.map(statementOf);
  if (!statements.every((statement) => statement !== undefined)) return undefined;
  if (statements.length < script.statements.length) return removeStatements(build.source, script, statements);
  return deleteRun(build, script, '')?.edits;
}

function statementOf(command: ShellCommand): ShellStatement | undefined {
  const statement = command.script.statements[command.statement];
  return statement?.kind === 'command' && statement.commands.length === 1 && !command.quotedBy ? statement : undefined;
}

/** A RUN that does nothing else goes with its lines. */
function deleteRun({ source }: Build, { instruction }: ShellScript, title: string): Fix | undefined {
  if (instruction.onbuild || instruction.inner.length > 0) return undefined;
  const end = nextLineStart(source, lineAt(source, instruction.end));
  return { title, edits: [remove({ start: source.lineStarts[lineAt(source, instruction.start)]!, end })] };
}
