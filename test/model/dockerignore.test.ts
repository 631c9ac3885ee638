import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readDockerignore } from '../../server/src/core/index';

/** A file, a path, and whether it is taken out. */
const cases: readonly (readonly [patterns: string, path: string, ignored: boolean])[] = [
  ['', 'a', false],
  ['a', 'a', true],
  ['a', 'b/a', false],
  ['a', 'a/b/c', true],
  ['/a', 'a', true],
  ['a/', 'a', true],
  ['./a/../b', 'b', true],
  ['*.log', 'x.log', true],
  ['*.log', 'sub/x.log', false],
  ['*/x', 'sub/x', true],
  ['*/x', 'a/b/x', false],
  ['**/x.log', 'x.log', true],
  ['**/x.log', 'a/b/x.log', true],
  ['a/**', 'a/b/c', true],
  ['a/**', 'a', false],
  ['a/**/z', 'a/z', true],
  ['a/**/z', 'a/b/c/z', true],
  ['**', 'a/b', true],
  ['*', 'a', true],
  ['*', 'a/b', true],
  ['?.txt', 'a.txt', true],
  ['?.txt', 'ab.txt', false],
  ['[ab].txt', 'b.txt', true],
  ['[^ab].txt', 'b.txt', false],
  ['a+(b).txt', 'a+(b).txt', true],
  ['a.b', 'axb', false],
  ['a\\*b', 'a*b', true],
  ['a\\*b', 'axb', false],
  ['# a comment', '# a comment', false],
  ['  a  ', 'a', true],
  ['a\r\nb\r\n', 'b', true],
  ['\uFEFFa', 'a', true],
  ['[', '[', false],
  ['*\n!a', 'a', false],
  ['*\n!a', 'a/b', false],
  ['*\n!a\na/b', 'a/b', true],
  ['!a\n*', 'a', true],
  ['*\n! a', 'a', false],
  ['node_modules\n!node_modules/keep', 'node_modules/keep', false],
  ['node_modules\n!node_modules/keep', 'node_modules/other', true],
  ['*.md\n!README*.md\nREADME-secret.md', 'README-secret.md', true],
  ['*.md\n!README*.md\nREADME-secret.md', 'README.md', false],
  ['.', 'a', false],
  ['..', 'a', false],
];

suite('.dockerignore', () => {
  for (const [patterns, path, ignored] of cases) {
    test(`${JSON.stringify(patterns)} ${ignored ? 'takes out' : 'keeps'} ${path}`, () => {
      assert.equal(readDockerignore(patterns).ignores(path), ignored);
    });
  }

  test('a walk looks into an ignored directory only where something in it may be kept', () => {
    const { keepsBelow } = readDockerignore('*\n!a/b/c\n!d/*/e\n!**/f');
    assert.equal(readDockerignore('*\n!a/b/c').keepsBelow('a'), true);
    assert.equal(readDockerignore('*\n!a/b/c').keepsBelow('a/b'), true);
    assert.equal(readDockerignore('*\n!a/b/c').keepsBelow('b'), false);
    assert.equal(readDockerignore('*\n!d/*/e').keepsBelow('d/x'), true);
    assert.equal(keepsBelow('anything'), true);
  });
});
