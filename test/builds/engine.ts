import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { BuildInputs } from './case';

/** A build that failed, with the end of its log. */
export class BuildError extends Error {}

export interface Output {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One step of a build as its log names it, such as `RUN npm ci`. */
export interface Step {
  readonly name: string;
  readonly cached: boolean;
}

export interface BuildLog {
  readonly steps: readonly Step[];
  readonly text: string;
}

/** A file of an image. Hard links are told by what they lead to. */
export interface Entry {
  readonly type: string;
  readonly mode: number;
  readonly owner: string;
  readonly size: number;
  /** SHA-256 of the content, the target of a symbolic link. */
  readonly content: string;
}

export interface Image {
  readonly config: Readonly<Record<string, unknown>>;
  readonly layers: number;
  /** In bytes. */
  readonly size: number;
}

/** Runs `docker` with the engine that the environment names. */
export async function docker(args: readonly string[], timeout = 600_000): Promise<Output> {
  const child = start(args);
  const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
  const [stdout, stderr, status] = await Promise.all([text(child.stdout!), text(child.stderr!), ended(child)]);
  clearTimeout(timer);
  return { status, stdout, stderr };
}

function start(args: readonly string[]): ChildProcess {
  return spawn('docker', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DOCKER_BUILDKIT: '1', BUILDKIT_PROGRESS: 'plain' },
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', (status) => resolve(status));
  });
}

/** The engine's version, or undefined when none answers. */
export async function engineVersion(): Promise<string | undefined> {
  const { status, stdout } = await docker(['version', '--format', '{{.Server.Version}}'], 20_000);
  return status === 0 ? stdout.trim() : undefined;
}

/** Whether an image is there, or can be pulled. */
export async function hasImage(name: string): Promise<boolean> {
  if ((await docker(['image', 'inspect', name])).status === 0) return true;
  return (await docker(['pull', '--quiet', name], 120_000)).status === 0;
}

/** Whether the builder's own frontend gives secrets as variables (docker/dockerfile 1.10). */
export async function knowsSecretEnv(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-probe-'));
  try {
    writeFileSync(join(folder, 'Dockerfile'), 'FROM busybox:1.36\nRUN --mount=type=secret,id=a,env=A test "$A" = b\n');
    await build(folder, 'layerwise-proof:probe', { secrets: { a: 'b' } });
    return true;
  } catch (error) {
    if (error instanceof BuildError) return false;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Builds a context under a tag, with its own Dockerfile or another one; `fresh` runs every step whatever the cache holds.
 * @throws BuildError
 */
export async function build(
  context: string,
  tag: string,
  { args = {}, secrets = {}, ssh, target }: BuildInputs,
  file = join(context, 'Dockerfile'),
  fresh = false,
): Promise<BuildLog> {
  const vault = mkdtempSync(join(tmpdir(), 'layerwise-secrets-'));
  try {
    const options = Object.entries(args).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
    for (const [id, value] of Object.entries(secrets)) {
      const path = join(vault, id);
      writeFileSync(path, value, { mode: 0o600 });
      options.push('--secret', `id=${id},src=${path}`);
    }
    if (ssh !== undefined) options.push('--ssh', `default=${ssh}`);
    if (target !== undefined) options.push('--target', target);
    if (fresh) options.push('--no-cache');
    // The builder has the host's network, since engines in containers often have no bridge.
    const { status, stdout, stderr } = await docker(
      ['build', '--network=host', '--progress=plain', ...options, '-f', file, '-t', tag, context],
      1_200_000,
    );
    const log = stdout + stderr;
    if (status !== 0) throw new BuildError(log.split('\n').slice(-40).join('\n'));
    return { steps: readSteps(log), text: log };
  } finally {
    rmSync(vault, { recursive: true, force: true });
  }
}

const STEP = /^#(\d+) \[\s*(?:[^\]]* )?\d+\/\d+\] (.*)$/;
const CACHED = /^#(\d+) CACHED$/;

/** The steps of a plain log, FROM left out: whether that one shows as CACHED depends on more than the cache. */
function readSteps(log: string): Step[] {
  const names = new Map<string, string>();
  const cached = new Set<string>();
  for (const line of log.split('\n')) {
    const [, number, name] = STEP.exec(line) ?? [];
    if (number !== undefined && !/^FROM /i.test(name!)) names.set(number, name!);
    const hit = CACHED.exec(line)?.[1];
    if (hit !== undefined) cached.add(hit);
  }
  return [...names].map(([number, name]) => ({ name, cached: cached.has(number) }));
}

const CONFIG_KEYS = [
  'Env',
  'Cmd',
  'Entrypoint',
  'User',
  'WorkingDir',
  'ExposedPorts',
  'Volumes',
  'Labels',
  'Healthcheck',
  'Shell',
  'StopSignal',
  'OnBuild',
];

export async function inspect(tag: string): Promise<Image> {
  const { stdout } = await docker(['image', 'inspect', tag]);
  const [image] = JSON.parse(stdout) as [
    { Config: Record<string, unknown>; RootFS: { Layers?: string[] }; Size: number },
  ];
  const config: Record<string, unknown> = {};
  for (const key of CONFIG_KEYS) {
    const value = image.Config[key];
    // Variables have no order for a process.
    config[key] = key === 'Env' && Array.isArray(value) ? [...value].sort() : (value ?? null);
  }
  return { config, layers: image.RootFS.Layers?.length ?? 0, size: image.Size };
}

/** Every file of an image, from the export of a container that was never started. */
export async function readFiles(tag: string): Promise<Map<string, Entry>> {
  // An image without a command needs one to become a container; it is not run.
  const created = await docker(['create', tag, '/none']);
  if (created.status !== 0) throw new Error(`docker create: ${created.stderr}`);
  const container = created.stdout.trim();
  try {
    const files = new Map<string, Entry>();
    const child = start(['export', container]);
    const archive = child.stdout!.pipe(extract());
    for await (const entry of archive) {
      const { name, type, mode = 0, uid, gid, size = 0, linkname } = entry.header;
      const path = `/${name.replace(/^\.?\/+/, '').replace(/\/$/, '')}`;
      const hash = createHash('sha256');
      for await (const chunk of entry) hash.update(chunk as Uint8Array);
      const target = type === 'link' ? files.get(`/${linkname?.replace(/^\.?\/+/, '')}`) : undefined;
      files.set(
        path,
        target ?? {
          type: type ?? 'file',
          mode,
          owner: `${uid}:${gid}`,
          size: type === 'file' ? size : 0,
          content: type === 'symlink' ? (linkname ?? '') : type === 'file' ? hash.digest('hex') : '',
        },
      );
    }
    return files;
  } finally {
    await docker(['rm', '-f', container]);
  }
}

/** Runs an image, without a network: its own command, or another one. */
export async function run(tag: string, command: readonly string[] | undefined): Promise<Output> {
  const [program, ...rest] = command ?? [];
  const entry = program === undefined ? [] : ['--entrypoint', program];
  return docker(['run', '--rm', '--network=none', ...entry, tag, ...rest], 120_000);
}

/**
 * Starts an image as a server, without a network but its own, and fetches paths from it: status line and body of each.
 * @throws Error where the server does not come up
 */
export async function serve(tag: string, port: number, paths: readonly string[]): Promise<readonly string[]> {
  const started = await docker(['run', '-d', '--network=none', tag]);
  if (started.status !== 0) throw new Error(`The server does not start: ${started.stderr}`);
  const container = started.stdout.trim();
  try {
    const answers: string[] = [];
    for (const path of paths) answers.push(await get(container, port, path));
    return answers;
  } finally {
    await docker(['rm', '-f', container]);
  }
}

/** A second container in the first one's network fetches: the image itself may have nothing to do so. */
async function get(container: string, port: number, path: string): Promise<string> {
  const url = `http://127.0.0.1:${port}${path}`;
  const fetch = ['run', '--rm', `--network=container:${container}`, 'busybox:1.36', 'wget', '-S', '-O', '-', url];
  for (const end = Date.now() + 90_000; ; ) {
    const { stdout, stderr } = await docker(fetch, 60_000);
    const status = /HTTP\/1\.\d (\d{3})/.exec(stderr)?.[1];
    if (status !== undefined) return `${status} ${stdout}`;
    const { stdout: state } = await docker(['inspect', '-f', '{{.State.Running}}', container]);
    if (Date.now() > end || state.trim() !== 'true') {
      const { stdout: out, stderr: errors } = await docker(['logs', container]);
      throw new Error(`The server does not answer on port ${port}: ${(out + errors || stderr).slice(-600)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Whether the history of an image, its configuration or one of its layers holds a text. */
export async function holds(tag: string, value: string): Promise<boolean> {
  const { stdout } = await docker(['history', '--no-trunc', '--format', '{{.CreatedBy}} {{.Comment}}', tag]);
  let found = stdout.includes(value);
  const child = start(['save', tag]);
  for await (const entry of child.stdout!.pipe(extract())) {
    found = (await streamHolds(entry as AsyncIterable<Uint8Array>, value)) || found;
  }
  return found;
}

/** Newer engines save their layers compressed. */
async function streamHolds(stream: AsyncIterable<Uint8Array>, value: string): Promise<boolean> {
  const wanted = Buffer.from(value);
  let rest = Buffer.alloc(0);
  let found = false;
  for await (const chunk of unzipped(stream)) {
    const window = Buffer.concat([rest, chunk]);
    found ||= window.includes(wanted);
    rest = window.subarray(Math.max(0, window.length - wanted.length + 1));
  }
  return found;
}

async function* unzipped(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const all = (async function* () {
    yield first.value;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  const zipped = first.value[0] === 0x1f && first.value[1] === 0x8b;
  yield* zipped ? Readable.from(all).pipe(createGunzip()) : all;
}
