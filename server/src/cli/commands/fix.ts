import { fix } from '../../core/index';
import { configFor } from '../../disk/config';
import { findDockerfiles, writeInput } from '../files';
import type { FixCommand } from '../options';
import { unifiedDiff } from '../unified-diff';
import { DONE, pathOf, type Session, TROUBLE } from './session';

/** Applies fixes to files, or shows what they would change. Text from standard input comes out fixed. */
export async function runFix(command: FixCommand, session: Session): Promise<number> {
  await session.forEach(
    findDockerfiles(command.paths, (message) => session.report(message)),
    (input) => {
      const { path, text } = input;
      const config = session.configFor(path, command.config);
      const { options, builder: told, ignored } = configFor(config, pathOf(input), command.flags);
      if (ignored) return;
      const { context, builder } = session.build(input, command.context, told);
      const result = fix(text, { ...session.withTargets(options, input), unsafe: command.unsafe }, context, builder);
      if (command.diff) session.print(unifiedDiff(path, text, result.text));
      else if (path === '-') session.print(result.text);
      else if (result.text !== text) writeInput(input, result.text);
      for (const { rule, title, notes } of result.applied) {
        session.tell([`${path}: ${title} [${rule}].`, ...notes].join(' '));
      }
    },
  );
  return session.trouble ? TROUBLE : DONE;
}
