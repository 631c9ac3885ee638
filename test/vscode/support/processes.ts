import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a child process gets besides its arguments. */
export interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Called with every line of its output. */
  readonly onLine?: (line: string) => void;
}

/** A process of ours that keeps running, with all that it starts itself. */
export interface BackgroundProcess {
  /** Settles when it has ended, however it ended. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();

/** Runs a command to its end and returns its standard output; throws with the last lines of output if it fails or takes too long. */
export async function runCommand(
  command: readonly string[],
  options: ProcessOptions & { readonly timeout: number },
): Promise<string> {
  const [program, ...args] = command as [string, ...string[]];
  const child = launch(program, args, options.cwd, options.env);
  const lines: string[] = [];
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  forEachLine(child, (line) => {
    lines.push(line);
    options.onLine?.(line);
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    killGroup(child, 'SIGKILL');
  }, options.timeout);
  const ending = await endOf(child);
  clearTimeout(timer);
  if (ending === 'exit code 0') return output;
  const reason = late ? `took longer than ${options.timeout / 1000} s` : `ended with ${ending}`;
  throw new Error([`${command.join(' ')} ${reason}.`, ...lines.slice(-15)].join('\n  '));
}

/** Starts a process that `stop`, or the end of this one, ends together with its descendants. */
export function startProcess(command: readonly string[], options: ProcessOptions): BackgroundProcess {
  const [program, ...args] = command as [string, ...string[]];
  const child = launch(program, args, options.cwd, options.env);
  forEachLine(child, (line) => options.onLine?.(line));
  const ended = endOf(child);
  return {
    ended,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        killGroup(child, 'SIGTERM');
        const timer = setTimeout(() => killGroup(child, 'SIGKILL'), 3000);
        await ended;
        clearTimeout(timer);
      }
      // What the process had started may outlive it.
      killGroup(child, 'SIGKILL');
    },
  };
}

/** The full paths of those of the named programs that are on the PATH, in the order of the names. */
export function findOnPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return names.flatMap((name) =>
    folders.flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix))).filter(isExecutable),
  );
}

/** Whether the path is a file that may be run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function launch(program: string, args: string[], cwd?: string, env?: NodeJS.ProcessEnv): ChildProcess {
  // A process group of its own, so that the whole family can be ended at once.
  const child = spawn(program, args, {
    cwd,
    env: env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32' && program.endsWith('.cmd'),
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}

function forEachLine(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    });
    stream?.on('end', () => {
      if (rest) onLine(rest);
    });
  }
}

process.on('exit', () => {
  for (const child of running) killGroup(child, 'SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(1));
}
