import { type Chromium, findChromium, installChromium, launchChromium } from './chromium';
import { installCodeServer, installExtension, remoteUri, startCodeServer, workbenchAddress } from './code-server';
import type { MissingHost, SuiteRun, TestHost } from './host';

/** VS Code's workbench in a Chromium, with the extension host in node, all of it from the npm registry. */
export async function findBrowserHost(cache: string, log: (line: string) => void): Promise<TestHost | MissingHost> {
  try {
    const browsers = findChromium();
    if (browsers.length === 0 && !process.env.CHROMIUM_PATH) {
      const installed = await installChromium(cache, log);
      if (installed) browsers.push(installed);
    }
    if (browsers.length === 0) return { missing: noChromium() };
    const folder = await installCodeServer(cache, log);
    return { name: 'VS Code 1.100 (code-server) in Chromium', run: (job) => runInBrowser(folder, browsers, job) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    return { missing: `The browser edition of VS Code could not be installed from npm. ${reason}` };
  }
}

function noChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) return `CHROMIUM_PATH names ${named}, which does not exist.`;
  return 'No Chromium was found. Install one (Debian, Ubuntu: `apt-get install chromium`) or set CHROMIUM_PATH.';
}

async function runInBrowser(folder: string, browsers: readonly Chromium[], job: SuiteRun): Promise<number> {
  const packed = job.extension.endsWith('.vsix');
  const extension = packed ? await installExtension(folder, job.state, job.extension) : job.extension;
  const server = await startCodeServer(folder, job.state, { env: job.env, log: (line) => job.log(`[server] ${line}`) });
  try {
    const browser = await launchChromium(browsers);
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.on('pageerror', (error) => job.log(`[page] ${error.stack ?? error.message}`));
      const finished = new Promise<number>((resolve, reject) => {
        const seconds = job.timeout / 1000;
        setTimeout(() => reject(new Error(`The suite was not done after ${seconds} s.`)), job.timeout).unref();
        page.once('crash', () => reject(new Error('The browser page crashed.')));
        browser.once('disconnected', () => reject(new Error('The browser ended before the suite did.')));
        server.ended.then((how) => reject(new Error(`The VS Code server ended before the suite did: ${how}.`)));
        // The two functions that VS Code's workbench calls when it runs extension tests in a browser.
        Promise.all([
          page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) =>
            job.log(`[${type}] ${args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ')}`),
          ),
          page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)),
        ])
          .then(() =>
            page.goto(
              workbenchAddress(server, job.workspace, [
                ['extensionDevelopmentPath', remoteUri(server, extension)],
                ['extensionTestsPath', remoteUri(server, job.suite)],
                ['skipWelcome', 'true'],
              ]),
            ),
          )
          .catch(reject);
      });
      return await finished;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}
