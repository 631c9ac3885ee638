import type { PlanRefusal, Project } from '../../ecosystem';
import { nameOf, toPath } from '../../images/image-paths';
import { debianPackageOf, hasCommand, packageName } from '../../system-packages/package-roles';
import { matchProduct, type Used } from './programs';
import type { GoSources } from './run-time';

/** What a program needs of the system because its sources start or ask for it. */
export interface GoCalls {
  /** Commands that have to be there. */
  readonly commands: readonly string[];
  /** Programs of the project. */
  readonly programs: readonly Used[];
}

/** Programs that a program starts by name. */
const CALLS = /\b(?:exec\.)?(?:Command|LookPath|CommandContext)\(\s*(?:\w+(?:\.\w+\(\))?\s*,\s*)?"([^"\s]+)"/g;
/** A call whose program is no literal: any that the file names may be it. */
const UNSURE =
  /\bexec\.(?:Command|LookPath)\(\s*[^"\s)]|\bexec\.CommandContext\(\s*[\w.()]+\s*,\s*[^"\s)]|\bsyscall\.Exec\(/;
const USES_SHELL = /"(?:\/bin\/|\/usr\/bin\/)?(?:ba|da|a|z)?sh"/;
const IMPORTS = /"os\/exec"|\bsyscall\.Exec\(/;
/** The first words of what a shell is given. */
const COMMANDS = /(?:^|[;&|(])\s*([\w./-]+)(?=\s|$)/g;
const LITERAL = /"((?:[^"\\\n]|\\.)*)"|`([^`]*)`/g;

const TOOLCHAIN = new Set('go gofmt gcc g++ cc c++ clang make dlv cgo'.split(' '));
/** Commands of the Go image that a slim Debian has not. */
const OF_IMAGE = new Set(
  'git hg svn ssh ssh-keygen ssh-keyscan scp sftp curl wget gpg openssl ps pgrep pkill top free python3'.split(' '),
);
/** What only the toolchain's image has. */
const ASKS_TOOLCHAIN =
  /\bos\.Getenv\("(?:GOROOT|GOPATH)"\)|^\s*(?:\w+\s+)?"(?:go\/build|go\/importer|golang\.org\/x\/tools\/go\/(?:packages|loader))"\s*$/m;
const OPENS_PLUGINS = /^\s*(?:import\s+)?"plugin"\s*$/m;

/** The commands and programs that the sources and the scripts they start call; a reason where that is the toolchain. */
export function findCalls(
  project: Project,
  sources: GoSources | undefined,
  opened: readonly string[],
): GoCalls | PlanRefusal {
  const texts = sources?.texts ?? [];
  if (texts.some((text) => OPENS_PLUGINS.test(text)))
    return { because: 'The program loads plugins, which have to be built and to run in the same environment.' };
  if (texts.some((text) => ASKS_TOOLCHAIN.test(text)))
    return { because: 'The program looks for the Go toolchain or its sources at run time.' };
  const commands = new Set<string>();
  const programs = new Map<string, Used>();
  const add = (word: string) => {
    const used = matchProduct(word, project);
    const name = nameOf(word);
    if (used) programs.set(used.to, used);
    else if (project.files?.has(toPath(word, project.workdir) ?? '/')) commands.add('sh');
    else if (isThere(name, project)) commands.add(name);
  };
  for (const text of texts) {
    if (!IMPORTS.test(text)) continue;
    for (const [, word] of text.matchAll(CALLS)) add(word!);
    const usesShell = USES_SHELL.test(text);
    if (!usesShell && !UNSURE.test(text)) continue;
    commands.add('sh');
    for (const [, quoted, raw] of text.matchAll(LITERAL)) {
      const literal = quoted ?? raw ?? '';
      const words = usesShell ? [...literal.matchAll(COMMANDS)].map(([, word]) => word!) : [literal];
      for (const word of words) {
        const name = nameOf(word);
        if (isTool(name, project) || TOOLCHAIN.has(name) || matchProduct(word, project)) add(word);
      }
    }
  }
  for (const path of opened) {
    const text = project.files?.read(path);
    if (!text?.startsWith('#!')) continue;
    commands.add('sh');
    for (const word of text.split(/[\s"'`;&|()=$<>]+/)) if (isTool(word, project)) commands.add(word);
  }
  const tool = [...commands].find((name) => TOOLCHAIN.has(name));
  if (tool !== undefined) return { because: `The program calls ${tool}, which the image of the toolchain has.` };
  return { commands: [...commands], programs: [...programs.values()] };
}

/** Whether a command is in the image as it is: one that is not can't be missed. */
function isThere(name: string, { base, packages }: Project): boolean {
  if (TOOLCHAIN.has(name)) return base.family === 'go';
  if (hasCommand(base.libc === 'musl' ? 'alpine' : 'debian', name)) return true;
  return isTool(name, { base, packages });
}

/** Whether a command is one that the base image or a package of the file's brings. */
function isTool(name: string, { base, packages }: Pick<Project, 'base' | 'packages'>): boolean {
  if (OF_IMAGE.has(name) && base.family === 'go' && base.libc !== 'musl') return true;
  return packages.some((one) => packageName(one) === name || packageName(one) === debianPackageOf(name));
}
