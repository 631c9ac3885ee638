import { fix } from '../../core/index';
import { leavesOut } from '../../disk/config';
import { findDockerfiles, writeInput } from '../files';
import type { FixCommand } from '../options';
import { unifiedDiff } from '../unified-diff';
import { DONE, type Session, TROUBLE } from './session';

/** Applies fixes to files, or shows what they would change. Text from standard input comes out fixed. */
export function runFix(command: FixCommand, session: Session): number {
  session.forEach(
    findDockerfiles(command.paths, (message) => session.report(message)),
    (input) => {
      const { path, text } = input;
      const config = session.configFor(path, command.config);
      if (path !== '-' && leavesOut(config, path)) return;
      const options = {
        ...config.options,
        ...(command.preset ? { preset: command.preset } : {}),
        unsafe: command.unsafe,
      };
      const { context, builder } = session.build(input, command.context, { ...config.builder, ...command.builder });
      const result = fix(text, options, context, builder);
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
