import type { Artefact, Plan, PlanRefusal, Project, Step, StepRole } from '../../ecosystem';
import { below, isWithin, nameOf, toPath } from '../../images/image-paths';
import type { NodeProject } from './project';
import { roleOfStep } from './roles';

/** Whether a command starts nginx of the distribution: `nginx -g 'daemon off;'`, `service nginx start`. */
export function startsNginx({ name, arguments: given }: { name: string; arguments: readonly string[] }): boolean {
  return (
    nameOf(name) === 'nginx' || (nameOf(name) === 'service' && given[0] === 'nginx') || name === '/etc/init.d/nginx'
  );
}

/** Commands that set up nginx, which the runtime stage needs as well. */
export function roleOfNginxStep({ name, arguments: given, directory }: Step): StepRole | undefined {
  if (!/^(?:rm|ln|sed|mv|cp|unlink)$/.test(name)) return undefined;
  const words = given.filter((word) => !word.startsWith('-'));
  const operands = name === 'sed' ? words.slice(1) : words;
  const isOfNginx = (word: string) =>
    /^\/(?:etc|var\/log)\/nginx(?:\/|$)|^\/dev\/std/.test(toPath(word, directory) ?? '');
  return operands.length > 0 && operands.every(isOfNginx) ? 'runtime' : undefined;
}

/** A site that nginx of the distribution serves: it stays that one, with the author's settings, on a slim image. */
export function planNginx(project: Project, own: NodeProject): Plan | PlanRefusal {
  const { base, files, packages } = project;
  if (!packages.includes('nginx') && !packages.some((name) => name.startsWith('nginx-')))
    return { because: 'Where nginx comes from that the container starts is not known.' };
  if (base.distro !== 'debian' || base.libc === 'musl')
    return { because: 'nginx is installed on a distribution of which the small image is not known.' };
  const roots = servedDirectories(project);
  if (roots === undefined) return { because: "Which directory nginx serves can't be told." };
  const artefacts: Artefact[] = [];
  const last = project.steps.findLast(
    (step) => roots.some((root) => isFilledBy(step, root)) || isOfBuild(roleOfStep(step, project)),
  );
  for (const root of roots) {
    if (isWithin(root, own.top)) {
      if (root === own.top || root === own.root)
        return { because: `nginx serves ${root}, which is not what the build makes.` };
      artefacts.push({ from: root, to: root });
    } else if (!project.steps.some((step) => isFilledBy(step, root)) && !(files?.below(root)?.length ?? 0)) {
      return { because: `What comes to ${root}, which nginx serves, can't be told.` };
    }
  }
  const codename = base.codename ?? 'bookworm';
  return {
    artefacts,
    need: {
      kind: 'image',
      image: `debian:${codename}-slim`,
      distro: 'debian',
      tools: ['nginx', 'service'],
      users: ['www-data'],
      extensible: ['bookworm', 'trixie'].includes(codename),
      codename,
    },
    ...(last === undefined ? {} : { last }),
    packageRole: (name) => (name.startsWith('nginx') ? 'runtime' : undefined),
    notes: [`nginx serves ${roots.join(' and ')} as before, on an image without Node.js.`],
  };
}

function isOfBuild(role: StepRole | undefined): boolean {
  return role === 'build' || role === 'setup';
}

/** What the settings in the image name as root; the package's own where the author brings none. */
function servedDirectories({ files }: Project): string[] | undefined {
  const settings = files?.below('/etc/nginx') ?? [];
  const texts = settings.map((path) => files!.read(path));
  if (texts.includes(undefined)) return undefined;
  const roots = texts.flatMap((text) =>
    [...text!.matchAll(/^\s*(?:root|alias)\s+["']?([^;"'\s]+)/gm)].map((match) => match[1]!),
  );
  if (roots.some((root) => !root.startsWith('/') || root.includes('$'))) return undefined;
  if (texts.some((text) => /proxy_pass\s+https?:\/\/(?:localhost|127\.)/.test(text!))) return undefined;
  const distinct = [...new Set(roots.map((root) => toPath(root, '/')!))];
  return distinct.length > 0 ? distinct : ['/var/www/html'];
}

/** Whether a command brings files to a directory. */
function isFilledBy({ name, arguments: given, directory }: Step, root: string): boolean {
  if (!/^(?:cp|mv|rsync|ln)$/.test(name)) return false;
  const target = toPath(given.at(-1) ?? '', directory);
  if (target === undefined) return false;
  return isWithin(target, root) || below(target, nameOf(given.at(-2) ?? '')) === root;
}
