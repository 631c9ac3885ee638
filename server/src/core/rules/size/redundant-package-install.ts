import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build } from '../../model/build-types';
import type { PackageInstall } from '../../model/installs/install';
import type { ShellWord } from '../../model/shell/shell-command';
import { removeWords } from '../../model/shell/shell-edits';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import { deleteCommand } from '../deletable-command';
import type { Finding, Fix, Rule } from '../rule';

export const redundantPackageInstall: Rule = {
  id: 'size/redundant-package-install',
  aliases: ['tally/ruby/redundant-bundler-install', 'tally/gpu/no-redundant-cuda-install'],
  severity: 'hint',
  summary: 'Do not install what the base image brings.',
  why: `The images of Ruby bring Bundler, those of Node.js npm (and before 26 Yarn 1), those of Python pip (and before 3.12 setuptools and
    wheel), those of CUDA its libraries, all of releases that fit together. Installing them again adds a layer with a second copy, of whatever version is the
    newest that day. With a version it is a choice of its own, and left alone.`,
  fixable: { safety: 'unsafe', because: 'The release that the base image brings may be an older one.' },
  about: { commands: ['gem', 'npm', 'pip', 'pip3', 'python', 'python3', 'apt-get', 'apt', 'dnf', 'microdnf', 'yum'] },
  examples: [
    {
      bad: dockerfile`
        FROM ruby:3.4-slim
        RUN gem install bundler && bundle install
                        ^^^^^^^ The base image brings bundler already.
      `,
      good: dockerfile`
        FROM ruby:3.4-slim
        RUN bundle install
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    for (const install of build.installs) {
      if (!MANAGERS.has(install.manager.id)) continue;
      const found = redundantPackages(build, install);
      if (found.length === 0) continue;
      const names = enumerate(found.map(({ value }) => nameOf(value)));
      findings.push({
        at: { start: found[0]!.start, end: found.at(-1)!.end },
        message: `The base image brings ${names} already.`,
        fix: () => leaveOut(build, install, found, names),
      });
    }
    return findings;
  },
};

const MANAGERS = new Set(['gem', 'npm', 'pip', 'apt-get', 'apt', 'dnf', 'microdnf', 'yum']);

function redundantPackages(
  build: Build,
  { manager, verbName, packages, flags, instruction }: PackageInstall,
): readonly ShellWord[] {
  const root = build.stages[instruction.stage]?.root;
  if (root === undefined || packages.length === 0) return [];
  const { repository, version, official, parts } = readBaseImage(root);
  if (manager.kind === 'system') {
    if (repository !== 'nvidia/cuda') return [];
    const said = parts.map(({ text }) => text).join('-');
    return packages.filter(({ value }) => isBroughtByCuda(value, said));
  }
  if (!official) return [];
  const isAtLeast = (major: number, minor = 0) => version === undefined || compare(version, major, minor) >= 0;
  switch (manager.id) {
    case 'gem':
      if (repository !== 'ruby' || verbName !== 'install' || !isAtLeast(2, 6)) return [];
      if (flags.some(({ name }) => /^(?:-v|--version|--pre|-i|--install-dir)/.test(name))) return [];
      return packages.filter(({ value }) => value === 'bundler');
    case 'npm':
      if (repository !== 'node' || !flags.some(({ name }) => name === '-g' || name === '--global')) return [];
      return packages.filter(
        ({ value }) => value === 'npm' || value === 'npm@latest' || (value === 'yarn' && hasYarn(version)),
      );
    case 'pip':
      if (
        repository !== 'python' ||
        verbName !== 'install' ||
        flags.some(({ name }) => /^(?:-t|--target|--prefix|--root|--user)$/.test(name))
      )
        return [];
      return packages.filter(
        ({ value }) => value === 'pip' || (!isAtLeast(3, 12) && /^(?:setuptools|wheel)$/.test(value)),
      );
    default:
      return [];
  }
}

/** The images have Yarn 1, up to those of Node 25. */
function hasYarn(version: string | undefined): boolean {
  return version !== undefined && compare(version, 26, 0) < 0 && compare(version, 8, 0) >= 0;
}

function compare(version: string, major: number, minor: number): number {
  const [ownMajor = 0, ownMinor = Number.POSITIVE_INFINITY] = version.split('.').map(Number);
  return ownMajor - major || ownMinor - minor;
}

/** What the variants of nvidia/cuda hold: each holds what is in those before it. */
function isBroughtByCuda(written: string, tag: string): boolean {
  const name = nameOf(written);
  if (/cudnn/.test(name)) return /cudnn/.test(tag) && (/devel/.test(tag) || !/-dev/.test(name));
  const isForBuilding =
    /^cuda(?:-(?:toolkit|nvcc|compiler|minimal-build|libraries-dev|command-line-tools|cudart-dev))?(?:-\d+-\d+)?$/.test(
      name,
    );
  if (isForBuilding || /^lib(?:cublas|nccl|cusparse|npp)-dev/.test(name)) return /devel/.test(tag) && name !== 'cuda';
  const isLibrary = /^(?:cuda-(?:runtime|libraries|nvtx)|libcublas|libnccl2|libcusparse|libnpp)(?:-\d+-\d+)?$/.test(
    name,
  );
  return isLibrary ? /devel|runtime/.test(tag) : /^cuda-cudart(?:-\d+-\d+)?$/.test(name);
}

function nameOf(written: string): string {
  return written.replace(/(?:[=@].*)$/, '');
}

function leaveOut(
  build: Build,
  { command, packages }: PackageInstall,
  found: readonly ShellWord[],
  names: string,
): Fix | undefined {
  const title = `Do not install ${names}`;
  if (found.length === packages.length) return deleteCommand(build, command, title);
  const edits = removeWords(build.source, command, found);
  return edits && { title, edits };
}
