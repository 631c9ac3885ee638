import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { readBuild } from '../server/src/core/index';
import { findBuildContext, readBuildContext } from '../server/src/disk/build-context';

const folder = mkdtempSync(join(tmpdir(), 'layerwise-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Files by path, in a repository of their own. */
function repository(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name);
  mkdirSync(join(root, '.git'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

suite('a directory as the builder gets it', () => {
  const root = repository('plain', {
    '.dockerignore': '.git\nnode_modules\n*.log\n!keep.log\n',
    'package.json': '{}',
    'src/index.js': '1',
    'node_modules/a/index.js': '2',
    'x.log': '',
    'keep.log': 'kept',
  });
  symlinkSync('/etc', join(root, 'out'));
  symlinkSync('src', join(root, 'in'));
  const context = readBuildContext(root);

  test('what is there and not ignored', () => {
    for (const path of ['package.json', 'src', 'src/', './src/index.js', '.', '', '/', 'keep.log', 'in/index.js']) {
      assert.equal(context.has(path), true, path);
    }
    for (const path of ['nope', 'x.log', 'node_modules', 'node_modules/a/index.js']) {
      assert.equal(context.has(path), false, path);
    }
    assert.equal(context.ignores('node_modules/a'), true);
  });

  test('files, without those behind links', () => {
    assert.deepEqual([...context.files!].sort(), [
      '.dockerignore',
      'in',
      'keep.log',
      'out',
      'package.json',
      'src/index.js',
    ]);
  });

  test('text, of files that are sent only', () => {
    assert.equal(context.read('package.json'), '{}');
    assert.equal(context.read('keep.log'), 'kept');
    assert.equal(context.read('node_modules/a/index.js'), undefined);
    assert.equal(context.read('src'), undefined);
    assert.equal(context.read('nope'), undefined);
  });

  test('a link out of it leads nowhere', () => {
    assert.equal(context.has('out/passwd'), false);
    assert.equal(context.read('out/passwd'), undefined);
    assert.equal(context.read('../plain/package.json'), '{}');
    assert.equal(context.read('../../../../etc/passwd'), undefined);
  });

  test('<Dockerfile>.dockerignore takes the place of .dockerignore', () => {
    const own = repository('own', {
      '.dockerignore': 'a',
      'docker/Dockerfile': '',
      'docker/Dockerfile.dockerignore': 'b',
      a: '',
      b: '',
    });
    const found = readBuildContext(own, join(own, 'docker/Dockerfile'));
    assert.deepEqual([found.has('a'), found.has('b')], [true, false]);
  });

  test('a directory with an exception is there', () => {
    const excepted = readBuildContext(repository('excepted', { '.dockerignore': '*\n!a/b\n', 'a/b': '', 'c/d': '' }));
    assert.deepEqual([excepted.has('a'), excepted.has('a/b'), excepted.has('c')], [true, true, false]);
    assert.deepEqual(excepted.files, ['a/b']);
  });

  test('a directory that is not there holds nothing', () => {
    const nothing = readBuildContext(join(folder, 'nowhere'));
    assert.equal(nothing.has('a'), false);
    assert.deepEqual(nothing.files, []);
  });
});

suite('which directory a Dockerfile is built with', () => {
  const root = repository('choice', {
    'package.json': '',
    'services/api/server.js': '',
    'services/api/Dockerfile': '',
    'services/api/start.sh': '',
  });
  const find = (text: string) => findBuildContext(join(root, 'services/api/Dockerfile'), readBuild(text));

  test('its own, where that holds what it copies', () => {
    assert.equal(find('FROM a\nCOPY server.js start.sh ./\n')?.has('server.js'), true);
  });

  test('one above, where that holds more', () => {
    const context = find('FROM a\nCOPY package.json .\nCOPY services/api services/api\n');
    assert.equal(context?.has('services/api/server.js'), true);
  });

  test('its own, where it names nothing', () => {
    assert.equal(find('FROM a\nCOPY . .\n')?.has('server.js'), true);
  });

  test('none, where nothing that it copies is anywhere', () => {
    assert.equal(find('FROM a\nCOPY target/app.jar /\n'), undefined);
  });

  test('its own folder where that has an ignore file, be nothing there yet', () => {
    const root = repository('filtered', { 'web/Dockerfile': '', 'web/.dockerignore': 'dist\n' });
    const build = readBuild('FROM a\nCOPY dist /srv\n');
    assert.equal(findBuildContext(join(root, 'web/Dockerfile'), build)?.ignores('dist'), true);
  });

  test('never one above the repository', () => {
    writeFileSync(join(folder, 'outside.txt'), '');
    assert.equal(find('FROM a\nCOPY outside.txt .\n'), undefined);
  });
});
