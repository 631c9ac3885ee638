import { readFileSync } from 'node:fs';
import { listDockerfiles, unpackedCorpus } from '../scripts/corpus';

const FILES = 500;
/** npm runs scripts in the project's folder; a benchmark runs as a bundle from elsewhere, as what people install does. */
const root = process.cwd();

/** The Dockerfiles that all benchmarks are run on: those of the folder on the command line, else of the corpus or of our tests. */
export function readTexts(): string[] {
  const folder = process.argv[2] ?? unpackedCorpus(root);
  const names = listDockerfiles(folder);
  const step = Math.max(1, Math.floor(names.length / FILES));
  const picked = names.filter((_, index) => index % step === 0).slice(0, FILES);
  console.log(`from ${folder}`);
  return picked.map((name) => readFileSync(name, 'utf8'));
}
