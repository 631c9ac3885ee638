import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the suite into one file that an extension host can load, and returns its path. */
export async function bundleSuite(root: string): Promise<string> {
  const outfile = join(root, 'dist', 'test', 'vscode', 'index.js');
  await build({
    entryPoints: [join(root, 'test', 'vscode', 'suite', 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}
