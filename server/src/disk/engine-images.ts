import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** An engine on this machine answers in some milliseconds, or is not there. */
const PATIENCE = 800;
/** An image's description is a few kilobytes. */
const MOST_BYTES = 1_000_000;

/**
 * What images take up in the Docker engine of this machine, in bytes; those that it has not are left out. It is only asked what it has:
 * nothing is pulled, built or run, and an engine of another machine is left alone. Never fails.
 */
export async function readEngineSizes(
  images: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ReadonlyMap<string, number>> {
  const socket = findSocket(environment);
  const sizes = new Map<string, number>();
  if (socket === undefined) return sizes;
  await Promise.all(
    images.map(async (image) => {
      const size = IMAGE.test(image) ? await readSize(socket, image) : undefined;
      if (size !== undefined) sizes.set(image, size);
    }),
  );
  return sizes;
}

/** What may stand in a path without being escaped. */
const IMAGE = /^[\w][\w./:@-]*$/;

/** The engine's socket: by `DOCKER_HOST`, else where engines put it. */
function findSocket({ DOCKER_HOST: host, XDG_RUNTIME_DIR: runtime }: NodeJS.ProcessEnv): string | undefined {
  if (host)
    return /^(?:unix|npipe):\/\/(.+)$/.exec(host)?.[1]?.replaceAll('/', process.platform === 'win32' ? '\\' : '/');
  if (process.platform === 'win32') return '\\\\.\\pipe\\docker_engine';
  const places = [
    '/var/run/docker.sock',
    ...(runtime ? [join(runtime, 'docker.sock')] : []),
    join(homedir(), '.docker', 'run', 'docker.sock'),
  ];
  return places.find((place) => existsSync(place));
}

function readSize(socketPath: string, image: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const unknown = () => resolve(undefined);
    try {
      const asked = request(
        { socketPath, path: `/images/${image}/json`, timeout: PATIENCE, agent: false },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (part: string) => {
            text += part;
            if (text.length > MOST_BYTES) asked.destroy();
          });
          answer.on('error', unknown);
          answer.on('close', () => resolve(answer.statusCode === 200 ? sizeIn(text) : undefined));
        },
      );
      asked.on('timeout', () => asked.destroy());
      asked.on('error', unknown);
      // An engine that keeps sending without end is no better than one that says nothing.
      setTimeout(() => asked.destroy(), 2 * PATIENCE).unref();
      asked.end();
    } catch {
      unknown();
    }
  });
}

function sizeIn(text: string): number | undefined {
  try {
    const { Size: size } = JSON.parse(text) as { Size?: unknown };
    return typeof size === 'number' && size > 0 ? size : undefined;
  } catch {
    return undefined;
  }
}
