import type { Build, Stage } from '../build-types';

/** Names that people give to stages and files for developers and for tests. */
const NOT_SHIPPED =
  /(?:^|[-_.])(?:dev|devel|devcontainer|development|develop|gitpod|test|tests|testing|ci|lint|debug|e2e)(?:$|[-_.])/;
/** Folders whose Dockerfiles are for developers or for a CI service. */
const NOT_SHIPPED_FOLDER = /(?:^|\/)\.(?:devcontainer|gitpod|circleci|github|gitlab|buildkite)(?:\/|$)/;

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
