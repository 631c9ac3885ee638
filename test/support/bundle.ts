import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { buildSync } from 'esbuild';

/** Bundles an entry of the project, given from its root, as `npm run build` does; the file goes when the tests are done. */
export function bundleEntry(entry: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-test-'));
  // A test runs the bundle as another user.
  chmodSync(folder, 0o755);
  after(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'entry.cjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, '../..', entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outfile;
}
