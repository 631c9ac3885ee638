/**
 * Bundles the extension's client, the language server and the command line into `dist/`, with the notices of what they contain.
 * `--dev` keeps the text readable and adds source maps; `--watch` does the same and goes on.
 */
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Some of Microsoft's packages name a UMD file as `main`, whose `require` no bundler can follow; their ES modules are the same code.
  mainFields: ['module', 'main'],
  minify: !dev,
  sourcemap: dev ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

/** For editors in a browser, whose workers have nothing of node. @type {import('esbuild').BuildOptions} */
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'], target: 'es2022' };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { ...shared, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client/extension.js', external: ['vscode'] },
  { ...shared, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server/node.js' },
  { ...browser, entryPoints: ['client/src/browser.ts'], outfile: 'dist/client/browser.js', external: ['vscode'] },
  { ...browser, entryPoints: ['server/src/lsp/browser.ts'], outfile: 'dist/server/browser.js', format: 'iife' },
  { ...shared, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

for (const folder of ['client', 'server', 'cli.js', 'cli.js.map'])
  rmSync(join(root, 'dist', folder), { recursive: true, force: true });
if (watch) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  const results = await Promise.all(bundles.map((bundle) => build(bundle)));
  chmodSync(join(root, 'dist/cli.js'), 0o755);
  writeFileSync(
    join(root, 'dist/NOTICES.txt'),
    notices(results.flatMap(({ metafile }) => Object.keys(metafile.inputs))),
  );
  for (const { metafile } of results) {
    for (const [path, { bytes }] of Object.entries(metafile.outputs)) {
      if (path.endsWith('.js')) console.log(`${path}  ${Math.round(bytes / 1024)} kB`);
    }
  }
}

/**
 * The licences of the packages in the bundles, as these licences ask.
 * @param {readonly string[]} inputs
 */
function notices(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
  const packages = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    // What is in the public domain asks for nothing, and comes without a text.
    if (license === 'CC0-1.0') return `${name} ${version} (${license})\n`;
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file || !existsSync(join(root, folder, file))) throw new Error(`${name} comes without a licence text.`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
  });
  return `Layerwise contains the following packages.\n\n${packages.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
