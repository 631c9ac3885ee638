import { readBaseImage } from './base-images';

/** Images that set another SHELL than the default, by repository. */
const SET_SHELL = /^(?:jupyter\/|circleci\/|cimg\/|mambaorg\/micromamba$|rocker\/|dotnet\/framework\/)/;

/** Whether an image is known to bring a SHELL of its own, in which the shell form of the images built on it runs. */
export function bringsShell(reference: string): boolean {
  const { repository, os } = readBaseImage(reference);
  if (SET_SHELL.test(repository)) return true;
  // Windows itself has none; what the makers of languages put on top of it has PowerShell.
  return (
    os === 'windows' && !/^(?:windows|nanoserver|microsoft)\b/.test(repository) && !repository.startsWith('dotnet/')
  );
}
