import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { screenVariable } from '../suite/protocol';
import { type Chromium, findBrowsers, launchChromium } from './chromium';
import {
  type CodeServer,
  installCodeServer,
  installExtension,
  remoteUri,
  startCodeServer,
  workbenchAddress,
} from './code-server';
import type { MissingHost, SuiteRun, TestHost } from './host';
import { answerQuestions } from './screen';

/** VS Code's workbench in a Chromium, with the extension host in node, all of it from the npm registry. */
export async function findBrowserHost(cache: string, log: (line: string) => void): Promise<TestHost | MissingHost> {
  try {
    const browsers = await findBrowsers(cache, log);
    const folder = await installCodeServer(cache, log);
    return { name: 'VS Code 1.100 (code-server) in Chromium', run: (job) => runInBrowser(folder, browsers, job) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    return { missing: `The browser edition of VS Code cannot be had. ${reason}` };
  }
}

async function runInBrowser(folder: string, browsers: readonly Chromium[], job: SuiteRun): Promise<number> {
  const packed = job.extension.endsWith('.vsix');
  const extension = packed ? await installExtension(folder, job.state, job.extension) : job.extension;
  const screen = join(job.state, 'screen');
  const env = { ...job.env, [screenVariable]: screen };
  const server = await startCodeServer(folder, job.state, { env, log: (line) => job.log(`[server] ${line}`) });
  try {
    const browser = await launchChromium(browsers);
    let questions: { stop(): void } | undefined;
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.on('pageerror', (error) => job.log(`[page] ${error.stack ?? error.message}`));
      questions = await answerQuestions(page, screen);
      const failed = firstFailure(page, browser, server, job.timeout);
      let finish: (code: number) => void = () => {};
      const finished = new Promise<number>((resolve) => {
        finish = resolve;
      });
      // The two functions that VS Code's workbench calls when it runs extension tests in a browser.
      await page.exposeFunction('codeAutomationExit', (code: number) => finish(code));
      await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) =>
        job.log(`[${type}] ${args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ')}`),
      );
      await page.goto(
        workbenchAddress(server, job.workspace, [
          ['extensionDevelopmentPath', remoteUri(server, extension)],
          ['extensionTestsPath', remoteUri(server, job.suite)],
          ['skipWelcome', 'true'],
        ]),
      );
      return await Promise.race([finished, failed]);
    } finally {
      questions?.stop();
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** Rejects with the first thing that keeps the suite from ever ending. */
function firstFailure(page: Page, browser: Browser, server: CodeServer, timeout: number): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    const fail = (reason: string) => reject(new Error(reason));
    setTimeout(() => fail(`The suite was not done after ${timeout / 1000} s.`), timeout).unref();
    page.once('crash', () => fail('The browser page crashed.'));
    browser.once('disconnected', () => fail('The browser ended before the suite did.'));
    server.ended.then((how) => fail(`The VS Code server ended before the suite did: ${how}.`));
  });
  // It may come after the run is over, when nobody waits for it any more.
  failure.catch(() => {});
  return failure;
}
