import { copyFile, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runCommand, startProcess } from '../support/processes';
import { editorSettings } from './host';
import { installOnce, npm, unpackFromNpm } from './npm';

/**
 * The npm package whose `lib/vscode` is VS Code 1.100 with its server. We start that server itself, without the wrapper
 * around it, and put our own modules in the place of two that npm ships as sources only: so nothing has to be compiled,
 * and every Node from 20 on will do. Terminals are what does not work.
 */
export const codeServerVersion = '4.100.3';

const packageName = `code-server@${codeServerVersion}`;

const standIns = ['@vscode/spdlog', 'native-watchdog'].map(
  (name) => [name, fileURLToPath(new URL(`stand-ins/${basename(name)}.cjs`, import.meta.url))] as const,
);

/** A server of the browser edition of VS Code. */
export interface CodeServer {
  readonly port: number;
  /** Settles when the server has ended. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Installs the server below `cache` unless it is there, and returns its folder. Needs the npm registry and `tar`. */
export async function installCodeServer(cache: string, log: (line: string) => void): Promise<string> {
  const folder = join(cache, `code-server-${codeServerVersion}`);
  await installOnce(folder, log, async (unfinished) => {
    log(`Downloading ${packageName} from the npm registry (40 MB) ...`);
    await unpackFromNpm(packageName, 'package/lib/vscode', unfinished);
    log('Installing its dependencies ...');
    await npm(['install', '--prefix', unfinished, '--omit=dev', '--ignore-scripts'], unfinished);
    for (const [name, file] of standIns) await copyFile(file, join(unfinished, 'node_modules', name, 'index.js'));
    // VS Code looks for some modules where its packaged form keeps them.
    await symlink('node_modules', join(unfinished, 'node_modules.asar'), 'junction');
  });
  return folder;
}

/** Starts the server on a free port of the loopback interface, with settings of its own in `state`. */
export async function startCodeServer(
  folder: string,
  state: string,
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly settings?: Readonly<Record<string, unknown>>;
    readonly log: (line: string) => void;
  },
): Promise<CodeServer> {
  const userFolder = join(state, 'data', 'User');
  await mkdir(userFolder, { recursive: true });
  await writeFile(join(userFolder, 'settings.json'), JSON.stringify({ ...editorSettings, ...options.settings }));

  let announce: (port: number) => void = () => {};
  const announced = new Promise<number>((resolve) => {
    announce = resolve;
  });
  const server = startProcess(
    [...serverCommand(folder, state), '--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
    {
      // No marketplace: nothing is looked up on the network.
      env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...options.env },
      onLine(line) {
        const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
        if (port) announce(Number(port));
        options.log(line);
      },
    },
  );
  const port = await Promise.race([announced, server.ended, pause(30_000)]);
  if (typeof port === 'number') return { port, ended: server.ended, stop: () => server.stop() };
  await server.stop();
  throw new Error(`The VS Code server did not start: ${port ?? 'no answer in 30 s'}.`);
}

/** Installs a packed extension where a server with the same `state` finds it, and returns its folder. */
export async function installExtension(folder: string, state: string, vsix: string): Promise<string> {
  await runCommand([...serverCommand(folder, state), '--install-extension', vsix, '--force'], { timeout: 120_000 });
  const extensions = join(state, 'extensions');
  const entries = await readdir(extensions, { withFileTypes: true });
  const installed = entries.find((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  if (!installed) throw new Error(`${vsix} was not installed.`);
  return join(extensions, installed.name);
}

function serverCommand(folder: string, state: string): string[] {
  return [
    process.execPath,
    join(folder, 'out', 'server-main.js'),
    '--accept-server-license-terms',
    '--server-data-dir',
    state,
    '--extensions-dir',
    join(state, 'extensions'),
    '--telemetry-level',
    'off',
    '--disable-workspace-trust',
    '--force-disable-user-env',
  ];
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds).unref();
  });
}

/** The address at which the server shows a workspace folder. */
export function workbenchAddress(
  server: CodeServer,
  folder: string,
  payload: readonly (readonly string[])[] = [],
): string {
  const address = new URL(`http://127.0.0.1:${server.port}/`);
  address.searchParams.set('folder', pathToFileURL(folder).pathname);
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** How the workbench in the browser names a file of the server's machine. */
export function remoteUri(server: CodeServer, path: string): string {
  return `vscode-remote://127.0.0.1:${server.port}${pathToFileURL(path).pathname}`;
}
