import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { findOnPath, runCommand } from '../support/processes';
import { installOnce, unpackFromNpm } from './npm';

/** A browser of this machine, and what it needs to start. */
export interface Chromium {
  readonly path: string;
  readonly env?: Readonly<Record<string, string>>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium for Linux on x64 inside an npm package, made for places where nothing can be installed. */
const packagedVersion = '153.0.0';

/** The machine's fonts, and the one of the package for machines that have none. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * The Chromium browsers to try, the likeliest to start first: those of this machine, else one from the npm registry,
 * installed below `cache`. `CHROMIUM_PATH` overrides the search. Throws when there is none.
 */
export async function findBrowsers(cache: string, log: (line: string) => void): Promise<Chromium[]> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  const paths = named ? [named] : [...findOnPath(names), ...applications, chromium.executablePath()];
  const browsers = paths.filter((path) => path && existsSync(path)).map((path): Chromium => ({ path }));
  if (browsers.length > 0) return browsers;
  const advice = 'Install Chromium (Debian, Ubuntu: `apt-get install chromium`) or set CHROMIUM_PATH.';
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`No Chromium was found. ${advice}`);
  try {
    return [await installChromium(cache, log)];
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new Error(`No Chromium was found, and npm gave none. ${advice}\n${reason}`);
  }
}

/** Installs a headless Chromium from the npm registry, for Linux on x64 only. */
async function installChromium(cache: string, log: (line: string) => void): Promise<Chromium> {
  const folder = join(cache, `chromium-${packagedVersion}`);
  await installOnce(folder, log, async (unfinished) => {
    log(`No Chromium found: downloading @sparticuz/chromium@${packagedVersion} from the npm registry (70 MB) ...`);
    await unpackFromNpm(`@sparticuz/chromium@${packagedVersion}`, 'package/bin', unfinished);
    const path = join(unfinished, 'chromium');
    await inflate(`${path}.br`, path);
    await chmod(path, 0o755);
    for (const part of ['al2023', 'fonts', 'swiftshader']) {
      const archive = join(unfinished, `${part}.tar`);
      await inflate(`${archive}.br`, archive);
      await runCommand(['tar', '-xf', archive], { cwd: unfinished, timeout: 60_000 });
      await rm(archive);
    }
    await writeFile(join(unfinished, 'fonts.conf'), fontSettings);
  });
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

async function inflate(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
  await rm(from);
}

/** Starts the first of the browsers that does start: some distributions ship a stub that only advertises a package. */
export async function launchChromium(browsers: readonly Chromium[]): Promise<Browser> {
  const failures: string[] = [];
  for (const { path, env } of browsers) {
    try {
      return await chromium.launch({
        executablePath: path,
        env: { ...process.env, ...env } as Record<string, string>,
        timeout: 30_000,
        args: [
          '--disable-gpu',
          '--disable-dev-shm-usage',
          '--no-first-run',
          '--no-zygote',
          // The page is ours and lives on this machine; nothing else may be asked for.
          '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
        ],
      });
    } catch (error) {
      failures.push(`${path}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new Error(`No browser could be started.\n  ${failures.join('\n  ')}`);
}
