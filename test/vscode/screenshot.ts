import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { findBrowsers, launchChromium } from './hosts/chromium';
import { installCodeServer, installExtension, startCodeServer, workbenchAddress } from './hosts/code-server';

/*
 * Opens a folder in a real VS Code with the packed extension and takes the picture of the README.
 *   node --import tsx test/vscode/screenshot.ts FILE.vsix FOLDER OUTPUT.png
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const size = { width: 1280, height: 840 };
/** The instruction to hover over. */
const pointedAt = 'COPY . .';

/** Quiet surroundings, so that the Dockerfile and what is said about it are what one sees. */
const settings = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.fontFamily': "'DejaVu Sans Mono', monospace",
  'editor.fontSize': 14,
  'editor.lineHeight': 20,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'problems.showCurrentInStatus': false,
};

async function main(vsix: string, folder: string, output: string): Promise<void> {
  const cache = join(root, '.cache', 'vscode-host');
  const browsers = await findBrowsers(cache, console.log);
  const server = await installCodeServer(cache, console.log);

  const scratch = await mkdtemp(join(tmpdir(), 'layerwise-screenshot-'));
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
  // A copy under a path that may be seen.
  const workspace = join(scratch, basename(folder));
  await cp(folder, workspace, { recursive: true });
  const state = join(scratch, 'state');
  await installExtension(server, state, vsix);

  const running = await startCodeServer(server, state, { settings, log: () => {} });
  const browser = await launchChromium(browsers);
  try {
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2 });
    await page.goto(workbenchAddress(running, workspace));
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
    await page.addStyleTag({ content: ".monaco-workbench { font-family: 'Open Sans', sans-serif !important; }" });
    await showDockerfile(page, await lineOf(join(workspace, 'Dockerfile'), pointedAt));
    await mkdir(dirname(output), { recursive: true });
    await page.screenshot({ path: output });
    console.log(`Wrote ${output}.`);
  } finally {
    await browser.close();
    await running.stop();
  }
}

async function lineOf(path: string, text: string): Promise<number> {
  const line = (await readFile(path, 'utf8')).split('\n').indexOf(text);
  if (line < 0) throw new Error(`${path} has no line ${text}.`);
  return line + 1;
}

async function showDockerfile(page: Page, line: number): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'Dockerfile' }).dblclick();
  await page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
  await page.keyboard.press('Control+B');
  await runCommand(page, 'Problems: Focus on Problems View');
  await openQuickly(page, `:${line}:1`);
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page.locator('.monaco-hover:visible').first().waitFor();
  await page.waitForTimeout(1000);
}

/** Types into the box in which files are found and lines are gone to. */
async function openQuickly(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await typeAndAccept(page, text);
}

async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await typeAndAccept(page, title);
}

async function typeAndAccept(page: Page, text: string): Promise<void> {
  const box = page.locator('.quick-input-widget');
  await box.waitFor();
  await page.keyboard.type(text);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'hidden' });
}

const [vsix, folder, output] = process.argv.slice(2);
if (!vsix || !folder || !output) {
  console.error('Usage: screenshot.ts FILE.vsix FOLDER OUTPUT.png');
  process.exit(2);
}
main(resolve(vsix), resolve(folder), resolve(output)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
