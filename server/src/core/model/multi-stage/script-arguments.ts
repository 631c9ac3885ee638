import { nameOf, toPath } from '../../knowledge/images/image-paths';
import type { ContainerStart } from '../stages/container-start';

/** A line that runs the script's own arguments as a command: `exec "$@"`, with programs in front that only start another one. */
const RUNS_ARGUMENTS =
  /^\s*(?:exec\s+|eval\s+)?(?:(?:gosu|su-exec|tini|dumb-init|sudo|runuser|setpriv|chroot|nice|env|bundle)\s[^;&|\n]*?)?"?\$(?:@|\*|1|\{[@*1]\})"?/m;

/**
 * The start with what a script is given as its own arguments, where its text shows that it runs none of them: a command that
 * stands behind a script is taken for one that it starts as long as the text is not known.
 */
export function withArguments(
  start: ContainerStart,
  scripts: ReadonlyMap<string, string | undefined>,
  workdir: string,
): ContainerStart {
  const [script, given, ...others] = start.programs;
  if (start.shell || !script || !given || others.length > 0) return start;
  const [, text] =
    [...scripts].find(([path]) => path === toPath(script.name, workdir) || nameOf(path) === script.name) ?? [];
  if (text === undefined || RUNS_ARGUMENTS.test(text) || /\bshift\b|\$\{?1\b[^}]*\}?"?\s*\)/.test(text)) return start;
  return {
    ...start,
    programs: [{ ...script, arguments: [...script.arguments, given.name, ...given.arguments] }],
  };
}
