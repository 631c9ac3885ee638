import { nameOf } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../build-types';
import { readContainerStart } from './container-start';

/** Names that people give to stages and files for developers and for tests. */
const NOT_SHIPPED =
  /(?:^|[-_.])(?:dev|devel|devcontainer|development|develop|gitpod|test|tests|testing|ci|lint|debug|e2e)(?:$|[-_.])/;
/** Files in folders for developers or for a CI service, and in folders of these. */
const NOT_SHIPPED_FOLDER = /(?:^|\/)\.(?:devcontainer|gitpod|circleci|github|gitlab|buildkite)\/(?:[^/]+\/)?[^/]+$/;

/** Why an image is not one to ship, by the names of its file, stage and base: a sentence. */
export function notForShipping({ builder: { file } }: Build, { name, base }: Stage): string | undefined {
  if (name !== undefined && NOT_SHIPPED.test(name)) return `The stage ${name} is not for shipping, by its name.`;
  if (/devcontainers?\//.test(base)) return 'The image is a development container.';
  if (file === undefined) return undefined;
  const path = file.replaceAll('\\', '/');
  if (NOT_SHIPPED_FOLDER.test(path)) return 'The image is not for shipping, by the folder of its file.';
  const own = path.slice(path.lastIndexOf('/') + 1);
  return NOT_SHIPPED.test(own.toLowerCase()) ? `${own} is not for shipping, by its name.` : undefined;
}

/** Whether a stage looks like an image that ships, at a first and cheap look: it says what it starts, and no name tells otherwise. */
export function isShipped(build: Build, stage: Stage): boolean {
  return (
    stage.os === 'linux' &&
    stage.instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT') &&
    notForShipping(build, stage) === undefined
  );
}

const SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:ba|z|da|a|fi)?sh$/;
const BUILDS = /^(?:build|compile|make|cmake|gcc|test|tests|lint)(?:$|[._-])/;

/** Whether the container is one to work or to build in, with whatever is in it: it starts a shell, or a build. */
export function isWorkshop(build: Build, stage: Stage): boolean {
  const { programs } = readContainerStart(build, stage);
  const isShell = ({ name, arguments: words }: (typeof programs)[number]) =>
    SHELL.test(name) && words.every((word) => /^-[li]+$|^--login$/.test(word));
  return programs.length > 0 && (programs.every(isShell) || programs.some(({ name }) => BUILDS.test(nameOf(name))));
}
