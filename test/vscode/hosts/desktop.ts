import { existsSync, realpathSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { findOnPath, runCommand } from '../support/processes';
import { editorSettings, type MissingHost, type SuiteRun, type TestHost } from './host';

const releases = 'https://update.code.visualstudio.com/api/releases/stable';

/** Desktop VS Code: the one installed, else a download. `VSCODE_PATH` names the executable, `VSCODE_VERSION` the download. */
export async function findDesktopHost(cache: string, log: (line: string) => void): Promise<TestHost | MissingHost> {
  const display = findDisplay();
  if (!display) return { missing: 'Desktop VS Code needs a display: set DISPLAY or install xvfb.' };

  const installed = findInstalled();
  if (installed) return desktopHost(installed, display);
  if (process.env.VSCODE_PATH)
    return { missing: `VSCODE_PATH names ${process.env.VSCODE_PATH}, which does not exist.` };

  if (!(await canDownload())) return { missing: 'No desktop VS Code is installed and none can be downloaded.' };
  const version = process.env.VSCODE_VERSION ?? 'stable';
  log(`Downloading desktop VS Code (${version}) ...`);
  try {
    return desktopHost(await downloadAndUnzipVSCode({ version, cachePath: join(cache, 'desktop') }), display);
  } catch (error) {
    return { missing: `Desktop VS Code could not be downloaded. ${error instanceof Error ? error.message : error}` };
  }
}

function desktopHost(executable: string, display: readonly string[]): TestHost {
  return {
    name: `desktop VS Code (${executable})`,
    async run(job: SuiteRun) {
      if (job.extension.endsWith('.vsix')) throw new Error('Desktop VS Code tests the folder of an extension only.');
      const userFolder = join(job.state, 'User');
      await mkdir(userFolder, { recursive: true });
      await writeFile(join(userFolder, 'settings.json'), JSON.stringify(editorSettings));
      // An editor that starts another one hands down variables that would make it a plain node.
      const { ELECTRON_RUN_AS_NODE: _node, VSCODE_IPC_HOOK: _hook, ...env } = process.env;
      try {
        await runCommand(
          [
            ...display,
            executable,
            job.workspace,
            '--no-sandbox',
            '--disable-gpu',
            '--disable-updates',
            '--disable-workspace-trust',
            '--skip-welcome',
            '--skip-release-notes',
            '--disable-extensions',
            `--user-data-dir=${job.state}`,
            `--extensions-dir=${join(job.state, 'extensions')}`,
            `--extensionDevelopmentPath=${job.extension}`,
            `--extensionTestsPath=${job.suite}`,
          ],
          { env: { ...env, ...job.env }, onLine: job.log, timeout: job.timeout },
        );
        return 0;
      } catch (error) {
        job.log(error instanceof Error ? error.message : String(error));
        return 1;
      }
    },
  };
}

/** What to put before the command so that it has a display: nothing, or a virtual one. */
function findDisplay(): readonly string[] | undefined {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return [];
  const [virtual] = findOnPath(['xvfb-run']);
  return virtual ? [virtual, '-a'] : undefined;
}

function findInstalled(): string | undefined {
  const named = process.env.VSCODE_PATH;
  if (named) return existsSync(named) ? named : undefined;
  // `code` on the PATH is a script in the `bin` folder of the application, beside the executable of the same name.
  const besideScripts = findOnPath(['code', 'code-insiders', 'codium']).map((script) => {
    const target = realpathSync(script);
    return join(dirname(dirname(target)), target.split('/').at(-1) ?? 'code');
  });
  return [
    ...besideScripts,
    '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
    join(homedir(), 'AppData', 'Local', 'Programs', 'Microsoft VS Code', 'Code.exe'),
  ].find((path) => existsSync(path));
}

async function canDownload(): Promise<boolean> {
  try {
    return (await fetch(releases, { signal: AbortSignal.timeout(4000) })).ok;
  } catch {
    return false;
  }
}
