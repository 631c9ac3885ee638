import type { Plan } from '../../knowledge/ecosystem';
import { isWithin, toPath } from '../../knowledge/images/image-paths';
import type { StageProject } from './project';
import type { RunRole } from './run-roles';

/** Commands that take words, not files. */
const TAKES_WORDS = new Set(
  'echo printf cd mkdir touch set export : true useradd adduser groupadd addgroup'.split(' '),
);

const CHANGES = new Set(['chmod', 'chown', 'chgrp']);

/**
 * What of the project a RUN that builds nothing reads all the same: files of the context that lie where only the build works, and that
 * the runtime stage does not get as they are.
 */
export function readOfProject(
  { run, commands }: RunRole,
  project: StageProject,
  plan: Plan,
  isLocal: (path: string) => boolean,
): string | undefined {
  const { files, copies } = project;
  // An ecosystem that says where its build ends says what is copied behind it.
  if (!files || plan.serves || plan.last) return undefined;
  const isCopied = (path: string) => plan.artefacts.some(({ from, to }) => from === to && isWithin(path, from));
  const isOfContext = (path: string) => files.has(path) || (files.below(path)?.length ?? 0) > 0;
  for (const command of commands) {
    const step = project.stepOf.get(command);
    if (!step || TAKES_WORDS.has(step.name)) continue;
    for (const word of step.arguments) {
      const path =
        word.startsWith('-') || word.includes('$') ? undefined : toPath(word.replace(/\/?\*.*$/, ''), step.directory);
      // Of directories, who owns them is seen to where they are copied.
      if (CHANGES.has(step.name) && path !== undefined && (files.below(path)?.length ?? 1) > 0) continue;
      if (path === undefined || path === '/' || !isLocal(path) || isCopied(path) || !isOfContext(path)) continue;
      const brings = copies.findLast(
        (copy) => copy.path !== undefined && (isWithin(path, copy.path) || isWithin(copy.path, path)),
      );
      if (brings && brings.at < run.index) return path;
    }
  }
  return undefined;
}
