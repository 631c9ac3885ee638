import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { findBuildTargets } from '../server/src/disk/build-targets';
import { folderOf, layerwise } from './support/cli';

const top = mkdtempSync(join(tmpdir(), 'layerwise-targets-'));
after(() => rmSync(top, { recursive: true }));
let count = 0;

function find(files: Readonly<Record<string, string>>, at = '.'): string[] {
  const folder = join(top, String(++count));
  mkdirSync(join(folder, '.git'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, at), { recursive: true });
  return [...findBuildTargets(join(folder, at))].sort();
}

suite('stages that are built by name', () => {
  test('in Compose files', () => {
    const compose = `
services:
  web:
    build:
      context: .
      target: Dev
    volumes:
      - type: bind
        target: /app
    ports:
      - target: 80
  job:
    build: { context: ., target: job }
  other:
    build:
      target: \${TARGET:-prod}
      args: [a]
`;
    for (const name of ['compose.yaml', 'docker-compose.yml', 'docker-compose.override.yaml', 'compose.dev.yml'])
      assert.deepEqual(find({ [name]: compose }), ['dev', 'job', 'prod'], name);
    assert.deepEqual(find({ 'other.yaml': compose }), []);
  });

  test('in Bake files', () => {
    assert.deepEqual(
      find({ 'docker-bake.hcl': 'target "x" {\n  target = "release"\n}\ngroup "default" {\n  targets = ["x"]\n}\n' }),
      ['release'],
    );
    assert.deepEqual(find({ 'docker-bake.json': '{"target": {"x": {"target": "release", "context": "."}}}' }), [
      'release',
    ]);
  });

  test('behind --target in scripts and workflows', () => {
    assert.deepEqual(
      find({
        Makefile: 'a:\n\tdocker build --target=one -t x .\n\tdocker build --target $(T) .\n',
        'build.sh': 'docker build --target "two" . ; docker build --target \'three\' .\n',
        '.github/workflows/ci.yml':
          '      - with:\n          target: four # why\n    matrix:\n      target: [five, "six"]\n',
        '.gitlab-ci.yml': 'script: [docker, build, --target, seven]\n',
        'package.json': '{"scripts": {"b": "docker build --target eight ."}}',
        'fly.toml': '[build]\n  build-target = "nine"\n',
        'notes.txt': 'docker build --target never .\n',
      }),
      ['eight', 'five', 'four', 'nine', 'one', 'seven', 'six', 'three', 'two'],
    );
  });

  test('up to the repository’s folder, and no further', () => {
    const files = { 'compose.yaml': 'a:\n  target: root\n', 'docker/app/compose.yaml': 'a:\n  target: near\n' };
    assert.deepEqual(find(files, 'docker/app'), ['near', 'root']);
    assert.deepEqual(find(files, 'docker'), ['root']);
    const outside = mkdtempSync(join(tmpdir(), 'layerwise-outside-'));
    mkdirSync(join(outside, 'inside'));
    writeFileSync(join(outside, 'compose.yaml'), 'a:\n  target: dev\n');
    assert.deepEqual(findBuildTargets(join(outside, 'inside')), []);
    rmSync(outside, { recursive: true });
  });
});

test('such a stage is not unused', () => {
  const text = 'FROM debian:13.1 AS tools\nRUN make tools\nFROM debian:13.1\nRUN make\n';
  const found = (files: Record<string, string>, ...flags: string[]) => {
    const cwd = folderOf({ Dockerfile: text, ...files });
    return layerwise(['lint', '--rule', '*=off', '--rule', 'stages/unused=error', ...flags, 'Dockerfile'], { cwd })
      .stdout;
  };
  assert.match(found({}), /stages\/unused/);
  assert.equal(found({ 'compose.yaml': 'services:\n  a:\n    build:\n      target: Tools\n' }), '');
  assert.equal(found({ '.layerwise.yaml': 'targets: tools\n' }), '');
  assert.equal(found({}, '--target', 'tools'), '');
});
