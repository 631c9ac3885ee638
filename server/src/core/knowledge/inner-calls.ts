import type { Project, Step } from './ecosystem';
import { below, nameOf, toPath } from './images/image-paths';
import { type RecipeCall, readRecipes } from './make/makefile';
import { readScriptCalls } from './shell-script';

/** The commands that `make` or a script of the project runs; undefined for other commands, and where they can't be read. */
export function readCalls(step: Step, project: Project): Step[] | undefined {
  const calls = step.name === 'make' ? readMake(step, project) : readScript(step, project);
  return calls?.flatMap((call) => {
    const inner = toStep(step, call);
    // Scripts are run by recipes, and other scripts by scripts: one level is followed.
    const deeper = inner.program === undefined ? undefined : readScript(inner, project);
    return deeper ? deeper.map((one) => toStep(inner, one)) : [inner];
  });
}

function toStep(outer: Step, { name, arguments: given, variables, directory }: RecipeCall): Step {
  const place = directory === undefined ? outer.directory : toPath(directory, outer.directory);
  const isShell = /^(?:ba|da|a)?sh$/.test(name) && given[0] !== undefined && !given[0].startsWith('-');
  const written = isShell ? given[0] : name.includes('/') ? name : undefined;
  const { program: _, ...step } = outer;
  return {
    ...step,
    name: nameOf(name),
    command: name,
    arguments: given,
    directory: place,
    ...(written === undefined ? {} : { program: toPath(written, place) }),
    variable: (variable) => variables.get(variable) ?? outer.variable(variable),
  };
}

function readMake({ arguments: given, directory }: Step, { files }: Project): RecipeCall[] | undefined {
  const at = given.indexOf('-C');
  const changed = at === -1 ? undefined : given[at + 1];
  const place = changed === undefined ? directory : toPath(changed, directory);
  const words = at === -1 ? given : given.filter((_, index) => index !== at && index !== at + 1);
  if (place === undefined) return undefined;
  const text = ['GNUmakefile', 'makefile', 'Makefile'].reduce<string | undefined>(
    (found, name) => found ?? files?.read(below(place, name)),
    undefined,
  );
  const calls = text === undefined ? undefined : readRecipes(text, words);
  if (changed === undefined) return calls;
  return calls?.map((call) => ({ ...call, directory: toPath(call.directory ?? '.', place) }));
}

function readScript({ program, directory }: Step, { files }: Project): RecipeCall[] | undefined {
  if (program === undefined || directory === undefined) return undefined;
  const text = files?.read(program);
  return text === undefined ? undefined : readScriptCalls(text, program, directory);
}
