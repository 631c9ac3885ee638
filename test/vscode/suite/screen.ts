import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screenVariable } from './protocol';
import { Skip } from './runner';

const patience = 10_000;
let questions = 0;

/** The texts of what a CSS selector finds in the editor's window; skips the test where the host cannot look. */
export async function readScreen(selector: string): Promise<string[]> {
  const folder = process.env[screenVariable];
  if (!folder) throw new Skip('this host cannot look at its editor');
  const stem = join(folder, String(++questions));
  // Renamed when complete, so that nobody reads half a question.
  writeFileSync(`${stem}.tmp`, selector);
  renameSync(`${stem}.tmp`, `${stem}.question`);
  const deadline = Date.now() + patience;
  while (!existsSync(`${stem}.answer`)) {
    if (Date.now() > deadline) throw new Error(`Nobody answered what ${selector} shows.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return JSON.parse(readFileSync(`${stem}.answer`, 'utf8')) as string[];
}
