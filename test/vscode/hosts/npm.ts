import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../support/processes';

/**
 * Calls `prepare` with a folder to fill, unless `folder` is there already. The folder is filled beside its place and
 * renamed when complete: an interrupted install leaves nothing that looks whole.
 */
export async function installOnce(
  folder: string,
  log: (line: string) => void,
  prepare: (unfinished: string) => Promise<void>,
): Promise<void> {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.${process.pid}.tmp`;
  const started = Date.now();
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    await prepare(unfinished);
    try {
      await rename(unfinished, folder);
    } catch (error) {
      // Another run was faster: its copy is as good.
      if (!existsSync(folder)) throw error;
    }
    log(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Puts one folder of a published package into `folder`, without its dependencies. */
export async function unpackFromNpm(packageName: string, inner: string, folder: string): Promise<void> {
  await npm(['pack', packageName, '--pack-destination', folder], folder);
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (!archive) throw new Error(`npm left no archive of ${packageName}.`);
  const depth = inner.split('/').length;
  await runCommand(['tar', '-xzf', archive, `--strip-components=${depth}`, inner], { cwd: folder, timeout: 120_000 });
  await rm(join(folder, archive));
}

/** Runs the npm that started this process, else the one on the PATH. */
export async function npm(args: readonly string[], cwd: string): Promise<void> {
  const script = process.env.npm_execpath;
  const isNpm = script !== undefined && /npm-cli\.c?js$/.test(script);
  const command = isNpm ? [process.execPath, script] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  await runCommand([...command, ...args], { cwd, timeout: 600_000 });
}
