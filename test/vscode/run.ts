import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSuite } from './bundle';
import { findBrowserHost } from './hosts/browser';
import { findDesktopHost } from './hosts/desktop';
import type { TestHost } from './hosts/host';
import { type Report, reportVariable } from './suite/protocol';

/*
 * Runs the suite inside a real VS Code: the desktop edition where there is one, else the browser edition.
 *   node --import tsx test/vscode/run.ts [--host desktop|browser] [--extension FOLDER|FILE.vsix]
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, '.cache', 'vscode-host');
const patience = 180_000;

/** What the build leaves for the editor to load. */
const bundles = ['dist/client/extension.js', 'dist/server/node.js'];

const hosts = { desktop: findDesktopHost, browser: findBrowserHost };

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  const { extension } = options;
  const needed = extension.endsWith('.vsix') ? [extension] : bundles.map((bundle) => join(extension, bundle));
  const absent = needed.find((path) => !existsSync(path));
  if (absent) {
    console.error(`${absent} is not there: run \`npm run build\` (or \`npm run package\` for a .vsix) first.`);
    return 2;
  }
  const suite = await bundleSuite(root);
  const host = await findHost(options.hosts);
  if (!host) return 2;
  console.log(`Running in ${host.name}.`);
  return await runSuite(host, suite, extension);
}

async function findHost(kinds: readonly (keyof typeof hosts)[]): Promise<TestHost | undefined> {
  const reasons: string[] = [];
  for (const kind of kinds) {
    const found = await hosts[kind](cache, (line) => console.log(line));
    if (!('missing' in found)) return found;
    reasons.push(found.missing);
  }
  console.error(['The tests in VS Code did not run: no host is available.', ...reasons].join('\n  - '));
  return undefined;
}

async function runSuite(host: TestHost, suite: string, extension: string): Promise<number> {
  const scratch = await mkdtemp(join(tmpdir(), 'layerwise-vscode-'));
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
  const workspace = join(scratch, 'workspace');
  const reportPath = join(scratch, 'report.jsonl');
  await mkdir(workspace);

  const log: string[] = [];
  const printer = new ReportPrinter(reportPath);
  const watch = setInterval(() => printer.print(), 200);
  try {
    const code = await host.run({
      extension,
      suite,
      workspace,
      state: join(scratch, 'state'),
      env: { [reportVariable]: reportPath },
      timeout: patience,
      log: (line) => log.push(line),
    });
    await printer.print();
    // The editor's word alone is not enough: a suite that never ran has no failures either.
    if (code === 0 && printer.passed > 0 && printer.failed === 0) return 0;
    if (printer.failed === 0) console.error(`The editor ended the run with code ${code}, and no test had failed.`);
  } catch (error) {
    await printer.print();
    console.error(error instanceof Error ? error.message : error);
  } finally {
    clearInterval(watch);
  }
  console.error(['--- what the editor printed', ...log.slice(-60).map((line) => line.slice(0, 1000))].join('\n'));
  return 1;
}

/** Prints what the suite has reported since the last time. */
class ReportPrinter {
  passed = 0;
  failed = 0;
  private printed = 0;

  constructor(private readonly path: string) {}

  async print(): Promise<void> {
    const text = await readFile(this.path, 'utf8').catch(() => '');
    const lines = text.split('\n').slice(0, -1);
    const fresh = lines.slice(this.printed);
    this.printed = lines.length;
    for (const line of fresh) this.printLine(JSON.parse(line) as Report);
  }

  private printLine(report: Report): void {
    if (report.kind === 'begin') {
      console.log(`${report.editor}, ${report.tests} tests`);
    } else if (report.kind === 'passed') {
      console.log(`  ✔ ${report.test} (${report.milliseconds} ms)`);
    } else if (report.kind === 'skipped') {
      console.log(`  - ${report.test}: skipped, ${report.because}`);
    } else if (report.kind === 'failed') {
      console.log(`  ✖ ${report.test} (${report.milliseconds} ms)\n${report.error.replace(/^/gm, '      ')}`);
    } else {
      this.passed = report.passed;
      this.failed = report.failed;
      console.log(`${report.passed} passed, ${report.failed} failed`);
    }
  }
}

interface Options {
  readonly hosts: readonly (keyof typeof hosts)[];
  readonly extension: string;
}

/** The options, or what is wrong with them. */
function readOptions(args: readonly string[]): Options | string {
  let options: Options = { hosts: ['desktop', 'browser'], extension: root };
  for (let index = 0; index < args.length; index += 2) {
    const [name, value] = args.slice(index, index + 2);
    if (name === '--host' && (value === 'desktop' || value === 'browser')) options = { ...options, hosts: [value] };
    else if (name === '--extension' && value) options = { ...options, extension: resolve(value) };
    else return 'Usage: run.ts [--host desktop|browser] [--extension FOLDER|FILE.vsix]';
  }
  return options;
}

// Whatever hangs, the run ends; ending it ends the processes that it started.
setTimeout(() => {
  console.error('The run did not come to an end by itself.');
  process.exit(1);
}, 1_200_000).unref();

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
