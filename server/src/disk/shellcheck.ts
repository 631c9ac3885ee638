import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import {
  type Build,
  type LintOptions,
  readShellcheckOutput,
  type ShellcheckInput,
  type ShellNote,
  shellcheckInputs,
} from '../core/index';

/** What ShellCheck says about a Dockerfile, as far as it has been asked. */
export interface ShellAnswer {
  readonly notes: readonly ShellNote[];
  /** Asks about what is left; undefined when nothing is. Never fails. */
  readonly ask?: () => Promise<void>;
}

/** A script of ordinary length takes a twentieth of a second. */
const PATIENCE = 5000;
const MOST_BYTES = 4_000_000;
const AT_ONCE = 4;
/** Answers that are kept: more than the RUNs of the files that anybody has open. */
const MOST_KEPT = 500;
/** What follows other files, and what a RUN has instead of a first line. */
const EXCLUDED = 'SC1090,SC1091,SC2187';

/**
 * Asks ShellCheck, where it is installed. It is given scripts on standard input, reads no files and runs nothing of them; what it said
 * about a script is kept, so that after an edit only the RUN that has changed is asked about.
 */
export class ShellChecker {
  readonly #answers = new Map<string, string>();
  readonly #told = new Set<string>();
  readonly #environment: NodeJS.ProcessEnv;
  readonly #patience: number;
  readonly #log: (message: string) => void;

  /** `log` is told once what is wrong with the program. */
  constructor(log: (message: string) => void, environment: NodeJS.ProcessEnv = process.env, patience = PATIENCE) {
    this.#log = log;
    this.#environment = environment;
    this.#patience = patience;
  }

  /** What it says about a Dockerfile; undefined where it is not to be asked, or not there. */
  about(build: Build, choice: string, preset: LintOptions['preset']): ShellAnswer | undefined {
    if (!isWanted(choice, preset)) return undefined;
    const program = this.#find(choice);
    if (program === undefined) return undefined;
    const inputs = shellcheckInputs(build);
    const notes: ShellNote[] = [];
    const left: ShellcheckInput[] = [];
    for (const input of inputs) {
      const answer = this.#answers.get(keyOf(program, input));
      if (answer === undefined) left.push(input);
      else notes.push(...readShellcheckOutput(answer, input, build));
    }
    return left.length === 0 ? { notes } : { notes, ask: () => this.#ask(program, left) };
  }

  async #ask(program: string, inputs: readonly ShellcheckInput[]): Promise<void> {
    const queue = [...new Map(inputs.map((input) => [keyOf(program, input), input]))];
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [key, input] = next;
        this.#keep(key, (await this.#run(program, input)) ?? '');
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, queue.length) }, work));
  }

  #keep(key: string, answer: string): void {
    if (this.#answers.size >= MOST_KEPT) this.#answers.delete(this.#answers.keys().next().value!);
    this.#answers.set(key, answer);
  }

  /** The program by its path, else the first one of its name on the path of programs. */
  #find(choice: string): string | undefined {
    if (/[/\\]/.test(choice)) {
      if (isProgram(choice)) return choice;
      this.#tell(`There is no program ${choice}, so ShellCheck is not asked.`);
      return undefined;
    }
    const name = process.platform === 'win32' ? 'shellcheck.exe' : 'shellcheck';
    const folders = (this.#environment.PATH ?? this.#environment.Path ?? '').split(delimiter);
    // A relative folder would be one of the project, whose programs nobody has asked for.
    const found = folders
      .filter((folder) => isAbsolute(folder))
      .map((folder) => join(folder, name))
      .find(isProgram);
    if (found === undefined && choice === 'on') this.#tell('ShellCheck is not installed, so it is not asked.');
    return found;
  }

  #tell(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.#log(message);
  }

  #run(program: string, { shell, text }: ShellcheckInput): Promise<string | undefined> {
    return new Promise((resolve) => {
      let failed = false;
      const fail = (reason: string) => {
        if (failed) return;
        failed = true;
        this.#tell(`ShellCheck (${program}) ${reason}, so its findings are missing.`);
        resolve(undefined);
      };
      try {
        const child = spawn(program, ['--norc', '--format', 'json1', '-s', shell, '-e', EXCLUDED, '-'], {
          stdio: ['pipe', 'pipe', 'ignore'],
          cwd: tmpdir(),
          env: { PATH: this.#environment.PATH, LC_ALL: 'C.UTF-8' },
          windowsHide: true,
        });
        const timer = setTimeout(() => {
          child.kill('SIGKILL');
          child.stdout.destroy();
          fail('took too long');
        }, this.#patience);
        let output = '';
        child.stdout.setEncoding('utf8');
        child.stdout.on('data', (part: string) => {
          output += part;
          if (output.length > MOST_BYTES) child.kill('SIGKILL');
        });
        child.on('error', () => {
          clearTimeout(timer);
          fail('could not be started');
        });
        child.on('close', (status) => {
          clearTimeout(timer);
          // 1: something was found. More: it could not do what it was asked.
          if (status === 0 || status === 1) resolve(output);
          else fail('failed');
        });
        // One that does not read to the end is told by its status.
        child.stdin.on('error', () => {});
        child.stdin.end(text);
      } catch {
        fail('could not be started');
      }
    });
  }
}

/** `auto` is for those who asked for the tool that brings it along, or for everything. */
function isWanted(choice: string, preset: LintOptions['preset']): boolean {
  return choice === 'auto' ? preset === 'hadolint' || preset === 'all' : choice !== 'off';
}

function keyOf(program: string, { shell, text }: ShellcheckInput): string {
  return `${program}\n${shell}\n${text}`;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
