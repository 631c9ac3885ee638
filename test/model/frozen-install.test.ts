import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { lint, readBuild, readContext, type Safety } from '../../server/src/core/index';

const manifest = { name: 'shop', dependencies: { 'left-pad': '^1.3.0' } };
const lock = {
  lockfileVersion: 3,
  packages: { '': { ...manifest }, 'node_modules/left-pad': { version: '1.3.0' } },
};
const yarnLock = '# yarn lockfile v1\n\n\nleft-pad@^1.3.0:\n  version "1.3.0"\n';
const SPLIT = 'FROM node:20-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm install\nCOPY . .\n';

type Files = Readonly<Record<string, object | string>>;

/** How far the frozen form of an installation can be trusted. */
function trustIn(text: string, files: Files = {}): Safety | undefined {
  const all: Files = { 'package.json': manifest, 'package-lock.json': lock, ...files };
  const read = (path: string) => {
    const content = all[path];
    return content === undefined || typeof content === 'string' ? content : JSON.stringify(content);
  };
  const context = readContext({
    exists: (path) => Object.keys(all).some((file) => file === path || file.startsWith(`${path}/`)),
    read,
    list: (keep) => Object.keys(all).filter(keep),
  });
  const found = lint(readBuild(text, context)).find(({ rule }) => rule === 'pinning/no-lockfile-install');
  return found?.fixes[0]?.safety;
}

suite('an installation is frozen safely', () => {
  test('where the lock file agrees and the image gets that of the context', () => {
    assert.equal(trustIn(SPLIT), 'safe');
    assert.equal(trustIn(SPLIT.replace('npm install', 'npm i --omit=dev --no-audit')), 'safe');
    assert.equal(trustIn(SPLIT.replace('RUN', 'RUN apt-get update && apt-get install -y python3\nRUN')), 'safe');
    const yarn = SPLIT.replace('package*.json', 'package.json yarn.lock').replace('npm install', 'yarn install');
    assert.equal(trustIn(yarn, { 'yarn.lock': yarnLock }), 'safe');
  });

  test('where only the packages are taken from its stage', () => {
    const deps =
      'FROM node:20 AS deps\nWORKDIR /app\nCOPY package*.json ./\nRUN npm install\nFROM node:20-slim\nWORKDIR /app\n';
    assert.equal(trustIn(`${deps}COPY --from=deps /app/node_modules node_modules\n`), 'safe');
    assert.equal(trustIn(`${deps}COPY --from=deps /app .\n`), 'unsafe');
    assert.equal(trustIn(`${deps}RUN --mount=from=deps,target=/deps cp /deps/app/package-lock.json .\n`), 'unsafe');
  });

  test('but not where the image keeps the lock file that the installation leaves', () => {
    assert.equal(trustIn('FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm install\n'), 'unsafe');
    assert.equal(trustIn(SPLIT.replace('COPY . .', 'COPY src src')), 'unsafe');
  });

  test('but not where the lock file and the manifest differ', () => {
    const cases: Files[] = [
      { 'package.json': { ...manifest, dependencies: { 'left-pad': '^1.2.0' } } },
      { 'package.json': { ...manifest, devDependencies: { mkdirp: '^1.0.0' } } },
      { 'package-lock.json': { ...lock, lockfileVersion: 1 } },
      { 'package-lock.json': { ...lock, packages: { '': manifest } } },
      { 'package-lock.json': '<<<<<<< HEAD' },
      { 'package.json': '{' },
      { 'npm-shrinkwrap.json': lock },
    ];
    for (const files of cases) {
      assert.equal(trustIn(SPLIT, files), 'unsafe', JSON.stringify(files));
    }
    const yarn = SPLIT.replace('package*.json', 'package.json yarn.lock').replace('npm install', 'yarn');
    assert.equal(trustIn(yarn, { 'yarn.lock': yarnLock.replace('^1.3.0', '^1.2.0') }), 'unsafe');
    assert.equal(trustIn(yarn, { 'yarn.lock': `${yarnLock}\nmkdirp@^1.0.0:\n  version "1.0.4"\n` }), 'unsafe');
  });

  test('but not where more than the two decide what is installed', () => {
    const cases: Files[] = [
      { 'package.json': { ...manifest, workspaces: ['a'] } },
      { 'package.json': { ...manifest, overrides: { x: '1.0.0' } } },
      { 'package.json': { ...manifest, dependencies: { 'left-pad': 'file:pad' } } },
      { '.npmrc': 'package-lock=false' },
      { 'node_modules/left-pad/index.js': '' },
    ];
    for (const files of cases) {
      const text = 'node_modules/left-pad/index.js' in files ? SPLIT.replace('package*.json', '.') : SPLIT;
      assert.equal(trustIn(text, files), 'unsafe', JSON.stringify(files));
    }
  });

  test('but not where something comes before it', () => {
    for (const line of [
      'RUN npm install -g npm@6',
      'RUN npm pkg set dependencies.x=1.0.0',
      'RUN sed -i s/1.3.0/1.2.0/ package.json',
      'RUN ./prepare.sh',
      'COPY --from=x /app/node_modules node_modules',
      'ENV NPM_CONFIG_PACKAGE_LOCK=false',
    ]) {
      assert.equal(trustIn(SPLIT.replace('RUN npm', `${line}\nRUN npm`)), 'unsafe', line);
    }
    assert.equal(trustIn(SPLIT.replace('npm install', 'npm install --production && npm install')), 'safe', 'the first');
    assert.equal(trustIn(SPLIT.replace('RUN ', 'RUN --mount=type=cache,target=/app/node_modules ')), 'unsafe');
  });

  test('but not with a Node.js that is old or not known', () => {
    for (const base of ['node:14', 'ubuntu:22.04', 'node:$VERSION', 'example.com/node:20']) {
      assert.equal(trustIn(SPLIT.replace('node:20-slim', base)), 'unsafe', base);
    }
  });

  test('but not by other managers, whose lock files are not read', () => {
    const text = SPLIT.replace('package*.json', 'package.json pnpm-lock.yaml').replace('npm install', 'pnpm install');
    assert.equal(trustIn(text, { 'pnpm-lock.yaml': 'lockfileVersion: 9' }), 'unsafe');
  });
});
