/**
 * Proves edits by real builds: `npm run test:builds [-- OPTIONS] [GROUP | GROUP/CASE]…`, with the engine that DOCKER_HOST or the
 * default socket gives.
 *
 *   --write     bring the table of docs/proof.md up to date
 *   --jobs N    builds at the same time (2)
 *   --keep      leave the images and the contexts
 *
 * Without an engine it says so and ends well, unless LAYERWISE_BUILDS=required says that there has to be one.
 */
import { parseArgs } from 'node:util';
import { Bases } from './bases';
import { type Case, readCases } from './case';
import { BuildError, engineVersion, hasImage, knowsSecretEnv } from './engine';
import { type Proof, prove } from './prove';
import { toRow, toTable, writeRows } from './report';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '2' },
  },
});

const SECRET_ENV = 'secret-env';
const required = process.env.LAYERWISE_BUILDS === 'required';

async function main(): Promise<number> {
  const engine = await engineVersion();
  if (engine === undefined) {
    console.log('No Docker engine answers (docker, DOCKER_HOST), so no edit is built; nothing is proven by this run.');
    return required ? 1 : 0;
  }
  const all = readCases();
  const wanted = all.filter(({ id }) => positionals.length === 0 || positionals.some((name) => isNamed(id, name)));
  if (wanted.length === 0) {
    console.log(`No case is named ${positionals.join(', ')}.`);
    return 1;
  }
  const rows = new Map<string, string>();
  /** Why, by case. */
  const failed = new Map<string, string>();
  const skipped: string[] = [];
  const bases = new Bases();
  // A stand-in must not stay behind under another image's name.
  process.once('SIGINT', () => void bases.remove().finally(() => process.exit(130)));
  const lacking = new Map<string, Promise<boolean>>();
  const available = (name: string) => {
    if (!lacking.has(name)) lacking.set(name, name === SECRET_ENV ? knowsSecretEnv() : hasImage(name));
    return lacking.get(name)!;
  };

  const work = async (one: Case) => {
    for (const name of one.needs) {
      if (await available(name)) continue;
      skipped.push(`${one.id} needs ${name}`);
      // A builder that is too old is no fault of this run; an image that the kit can make is.
      if (required && name !== SECRET_ENV) failed.set(one.id, `needs ${name}`);
      return;
    }
    const start = Date.now();
    const seconds = () => `${((Date.now() - start) / 1000).toFixed(0)} s`;
    try {
      await bases.make(one);
      const proof: Proof = await prove(one, values.keep);
      for (const failure of proof.failures) console.log(`✗ ${one.id}: ${failure}`);
      if (proof.failures.length > 0) failed.set(one.id, proof.failures.join(' '));
      else {
        console.log(`✓ ${one.id} (${seconds()})`);
        rows.set(one.id, toRow(proof, engine));
      }
    } catch (error) {
      const message = error instanceof BuildError || error instanceof Error ? error.message : String(error);
      failed.set(one.id, message);
      console.log(`✗ ${one.id}: ${message}`);
    }
  };
  const queue = wanted.filter(({ alone }) => alone === undefined);
  const worker = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, worker));
  for (const one of wanted) if (one.alone !== undefined) await work(one);
  await bases.remove();

  console.log(`\n${toTable(wanted.flatMap(({ id }) => rows.get(id) ?? []))}\n`);
  for (const reason of skipped) console.log(`skipped: ${reason}`);
  console.log(`${rows.size} proven, ${failed.size} failed, ${skipped.length} skipped, with Docker ${engine}.`);
  // Last, and again: a log that is cut keeps its end.
  for (const [id, why] of failed) console.log(`failed: ${id}: ${why.slice(-1500)}`);
  if (values.write)
    writeRows(
      rows,
      all.map(({ id }) => id),
    );
  return failed.size > 0 ? 1 : 0;
}

function isNamed(id: string, name: string): boolean {
  const wanted = name.replace(/^test\/builds\//, '').replace(/\/$/, '');
  return id === wanted || id.startsWith(`${wanted}/`);
}

void main().then((status) => {
  process.exitCode = status;
});
