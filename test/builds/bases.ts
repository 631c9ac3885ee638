import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from './case';
import { build, docker } from './engine';

/** Stand-ins for images that can't be had, made once for all cases that name them, and taken away at the end. */
export class Bases {
  readonly #made = new Map<string, { readonly text: string; readonly done: Promise<unknown> }>();
  readonly #own: string[] = [];

  /** Makes what a case is built from. @throws BuildError; Error where two cases mean something else by a name */
  async make({ id, folder, bases }: Case): Promise<void> {
    for (const [name, file] of Object.entries(bases)) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      const known = this.#made.get(name);
      if (known && known.text !== text)
        throw new Error(`${id} makes ${name} from another Dockerfile than a case before.`);
      const made = known ?? { text, done: this.#build(name, folder, path) };
      this.#made.set(name, made);
      await made.done;
    }
  }

  /** An image that is there already is the real one, which nobody takes away. */
  async #build(name: string, folder: string, path: string): Promise<void> {
    if ((await docker(['image', 'inspect', name])).status === 0) return;
    await build(folder, name, {}, path);
    this.#own.push(name);
  }

  async remove(): Promise<void> {
    if (this.#own.length > 0) await docker(['image', 'rm', '-f', ...this.#own]);
  }
}
