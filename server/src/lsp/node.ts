import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import type { BuildContext } from '../core/index';
import { findBuildContext, readBuildContext } from '../disk/build-context';
import { findBuildTargets } from '../disk/build-targets';
import { configFor, readConfig } from '../disk/config';
import { readEngineSizes } from '../disk/engine-images';
import { ShellChecker } from '../disk/shellcheck';
import type { Host } from './documents';
import { startServer } from './server';

/** Files of this machine: configuration files and the build context. */
const disk: Host = {
  forgetFiles: () => known.clear(),

  readConfig(uri) {
    const file = toFile(uri);
    if (file === undefined) return undefined;
    const config = readConfig(dirname(file));
    const { options, ...rest } = configFor(config, file);
    const targets = [...(options.settings?.targets ?? []), ...findBuildTargets(dirname(file))];
    return {
      ...rest,
      options: { ...options, settings: { ...options.settings, targets } },
      problems: [...config.problems, ...config.remarks],
    };
  },

  findContext(uri, build, choice, folders): BuildContext | undefined {
    const file = toFile(uri);
    if (file === undefined || choice === 'off') return undefined;
    if (choice === 'auto') return findBuildContext(file, build, freshContexts());
    if (choice === 'dockerfile') return readBuildContext(dirname(file), file);
    const workspace = folders
      .map(toFile)
      .filter((folder) => folder !== undefined && isInside(folder, file))
      .sort((a, b) => b!.length - a!.length)[0];
    if (choice === 'workspace') return workspace === undefined ? undefined : readBuildContext(workspace, file);
    return readBuildContext(resolve(workspace ?? dirname(file), choice), file);
  },

  imageSizes: (images) => readEngineSizes(images),
};

/** How long, in milliseconds, a directory counts as just read. */
const fresh = 10_000;
const known = new Map<string, BuildContext>();
let since = 0;

/** Contexts that were just read: to list a large folder anew at every keystroke would take longer than all else together. */
function freshContexts(): Map<string, BuildContext> {
  if (Date.now() - since > fresh) {
    known.clear();
    since = Date.now();
  }
  return known;
}

const transports = ['--stdio', '--node-ipc', '--pipe', '--socket'];

/** Serves the client at the other end of the transport that the command line names; of standard input and output without one. */
export function serve(): void {
  const named = process.argv.some((argument) => transports.some((name) => argument.startsWith(name)));
  if (!named) process.argv.push('--stdio');
  const connection = createConnection();
  const checker = new ShellChecker((message) => connection.console.warn(message));
  startServer(connection, { ...disk, shellNotes: (...asked) => checker.about(...asked) });
}

function toFile(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    // A host name in the URI, for example: not a file of this machine.
    return undefined;
  }
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return !path.startsWith('..') && !isAbsolute(path);
}
