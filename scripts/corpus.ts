/** Folders of Dockerfiles that the benchmark and the proof read. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `corpus/` in the project's folder; archives that lie at hand are unpacked into it once. It is git-ignored. */
export function unpackedCorpus(root: string): string {
  const corpus = join(root, 'corpus');
  const archives = join(root, '..', 'shared', 'corpus');
  if (!existsSync(corpus) && existsSync(archives)) {
    mkdirSync(corpus);
    for (const name of readdirSync(archives).filter((file) => file.endsWith('.tar.gz'))) {
      execFileSync('tar', ['xzf', join(archives, name), '-C', corpus]);
    }
  }
  return existsSync(corpus) ? corpus : join(root, 'test');
}

/** Every Dockerfile below a folder, sorted. */
export function listDockerfiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((name) => /dockerfile|containerfile/i.test(name))
    .sort();
  if (names.length === 0) throw new Error(`No Dockerfile in ${folder}.`);
  return names;
}
