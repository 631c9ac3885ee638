import type { Build } from '../build-types';

const composeFiles = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
const bakeFiles = ['docker-bake.hcl', 'docker-bake.override.hcl'];

/** How the build is called from now on: the option of `docker build`, and the lines of Compose and Bake where they build this file. */
export function buildNotes(build: Build, id: string, variable: string): string[] {
  return notes(build, id, `id=${id},env=${variable}`, `environment: ${variable}`, variable);
}

/** The same for a secret that is a file of the build context. */
export function fileNotes(build: Build, id: string, path: string): string[] {
  return notes(build, id, `id=${id},src=${path}`, `file: ./${path}`);
}

/** The same for an SSH agent. */
export function sshNotes(build: Build): string[] {
  const found = ['Build with: docker build --ssh default …'];
  const compose = findFile(build, composeFiles, /^\s+build:/m);
  if (compose) found.push(`${compose}: \`ssh: [default]\` under the service's \`build:\`.`);
  const bake = findFile(build, bakeFiles, /\btarget\s+"/);
  if (bake) found.push(`${bake}: \`ssh = ["default"]\` in the target.`);
  return found;
}

function notes(build: Build, id: string, option: string, source: string, argument?: string): string[] {
  const goes = (file: string) =>
    argument !== undefined && new RegExp(`\\b${argument}\\b`).test(build.context?.read(file) ?? '')
      ? `; ${argument} goes from \`args\``
      : '';
  const found = [`Build with: docker build --secret ${option} …`];
  const compose = findFile(build, composeFiles, /^\s+build:/m);
  if (compose) {
    found.push(
      `${compose}: \`secrets: [${id}]\` under the service's \`build:\`, and \`secrets: { ${id}: { ${source} } }\` at top level${goes(compose)}.`,
    );
  }
  const bake = findFile(build, bakeFiles, /\btarget\s+"/);
  if (bake) found.push(`${bake}: \`secret = ["${option}"]\` in the target${goes(bake)}.`);
  return found;
}

/** A file at the top of the build context that builds images. */
function findFile({ context }: Build, names: readonly string[], builds: RegExp): string | undefined {
  return names.find((name) => builds.test(context?.read(name) ?? ''));
}
