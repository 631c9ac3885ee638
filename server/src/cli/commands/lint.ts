import { lint, type Severity } from '../../core/index';
import { configFor, type Threshold } from '../../disk/config';
import { findDockerfiles } from '../files';
import type { LintCommand } from '../options';
import { alwaysDone, type Format, formats, reporters } from '../reporters/index';
import type { Report } from '../reporters/reporter';
import { DONE, FOUND, pathOf, type Session, TROUBLE } from './session';

const gravity: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };

/** Reports what is found in Dockerfiles. */
export async function runLint(command: LintCommand, session: Session): Promise<number> {
  const reports: Report[] = [];
  let failed = false;
  let format = command.format;
  let coloured = command.colour;
  await session.forEach(
    findDockerfiles(command.paths, (message) => session.report(message)),
    async (input) => {
      const config = session.configFor(input.path, command.config);
      format ??= formats.find((name) => config.formats?.includes(name));
      coloured &&= config.colour !== false;
      const { options, builder, shellcheck, ignored } = configFor(config, pathOf(input), command.flags);
      if (ignored) return;
      const read = session.build(input, command.context, builder);
      // BuildKit's own check looks at the images too; what the other presets find is the same on every machine.
      const build = options.preset === 'buildkit' ? await session.withImages(read) : read;
      const shellNotes = await session.shellNotes(build, shellcheck, options.preset);
      const diagnostics = lint(build, {
        ...session.withTargets(options, input),
        ...(shellNotes ? { shellNotes } : {}),
      });
      reports.push({ file: input.path, source: build.source, diagnostics });
      const threshold =
        command.failOn ?? config.failureThreshold ?? (options.preset === 'hadolint' ? 'info' : 'warning');
      failed ||= diagnostics.some(({ severity }) => reaches(severity, threshold));
    },
  );
  const chosen: Format = format ?? 'text';
  session.print(reporters[chosen](reports, coloured && process.stdout.isTTY === true));
  if (alwaysDone.includes(chosen)) failed = false;
  return session.trouble ? TROUBLE : failed ? FOUND : DONE;
}

function reaches(severity: Severity, threshold: Threshold): boolean {
  return threshold !== 'none' && gravity[severity] >= gravity[threshold];
}
