import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleEntry } from './bundle';

/** The command line as one file. */
export const bundle = bundleEntry('server/src/cli/main.ts');
const folder = dirname(bundle);

/** What a run of the command line came to. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in a folder; no configuration of the machine's user reaches it. */
export function layerwise(
  args: readonly string[],
  options: { cwd?: string; input?: string | Buffer; env?: Record<string, string>; unprivileged?: boolean } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd: options.cwd ?? folder,
    input: options.input ?? '',
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, ...options.env },
    maxBuffer: 1 << 28,
    // For the superuser nothing is forbidden; `nobody` is somebody else.
    ...(options.unprivileged && process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}),
  });
  return { status, stdout, stderr };
}

let count = 0;

/** A new folder with files, by path; a folder where the path ends with a slash. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const root = join(folder, `case-${++count}`);
  mkdirSync(root);
  // Nothing above it is searched for configuration.
  mkdirSync(join(root, '.git'));
  for (const [path, content] of Object.entries(files)) {
    const target = join(root, path);
    mkdirSync(path.endsWith('/') ? target : dirname(target), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(target, content);
  }
  return root;
}
