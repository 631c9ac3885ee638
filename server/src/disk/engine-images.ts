import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ImageFacts } from '../core/index';

/** An engine on this machine answers in some milliseconds, or is not there. */
const PATIENCE = 800;
/** An image's description is a few kilobytes. */
const MOST_BYTES = 1_000_000;

/**
 * What images take up in the Docker engine of this machine, in bytes; those that it has not are left out. It is only asked what it has:
 * nothing is pulled, built or run, and an engine of another machine is left alone. Never fails.
 */
export function readEngineSizes(
  images: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ReadonlyMap<string, number>> {
  return askForEach(images, environment, ({ Size: size }) => (typeof size === 'number' && size > 0 ? size : undefined));
}

/** Platform and variables of images, as far as the Docker engine of this machine has them; asked for as sizes are. */
export function readEngineImages(
  images: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ReadonlyMap<string, ImageFacts>> {
  return askForEach(images, environment, toFacts);
}

function toFacts({ Os: os, Architecture: architecture, Config: config }: Description): ImageFacts | undefined {
  if (typeof os !== 'string' || typeof architecture !== 'string') return undefined;
  const environment = typeof config === 'object' && config && 'Env' in config ? config.Env : undefined;
  const variables = Array.isArray(environment)
    ? environment.flatMap((entry) => (typeof entry === 'string' ? [entry.replace(/=.*$/s, '')] : []))
    : [];
  return { platform: `${os}/${architecture}`, variables };
}

/** What an engine says of an image. */
type Description = Readonly<Record<string, unknown>>;

async function askForEach<Answer>(
  images: readonly string[],
  environment: NodeJS.ProcessEnv,
  toAnswer: (description: Description) => Answer | undefined,
): Promise<ReadonlyMap<string, Answer>> {
  const socket = findSocket(environment);
  const answers = new Map<string, Answer>();
  if (socket === undefined) return answers;
  await Promise.all(
    images.map(async (image) => {
      const description = IMAGE.test(image) ? await describe(socket, image) : undefined;
      const answer = description && toAnswer(description);
      if (answer !== undefined) answers.set(image, answer);
    }),
  );
  return answers;
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

function describe(socketPath: string, image: string): Promise<Description | undefined> {
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
          answer.on('close', () => resolve(answer.statusCode === 200 ? parse(text) : undefined));
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

function parse(text: string): Description | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Description) : undefined;
  } catch {
    return undefined;
  }
}
