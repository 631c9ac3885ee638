import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import { suite, test } from 'node:test';
import { docsFolder, readPages } from '../scripts/docs';
import { presets, refactorings, rules } from '../server/src/core/index';

const root = join(import.meta.dirname, '..');

/** Files below a folder, as paths from the repository's root. */
function filesBelow(folder: string, ending = '.ts'): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => posix.join(folder, name.replaceAll(sep, '/')))
    .sort();
}

const sources = [...filesBelow('server/src'), ...filesBelow('client/src')];

/** What a folder may import: files by the start of their path, packages by name. The longest matching row decides. */
const arrows: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['server/src/core/text/', ['server/src/core/text/', 'diff']],
  [
    'server/src/core/knowledge/',
    ['server/src/core/knowledge/', 'server/src/core/text/', 'smol-toml', 'spdx-license-ids/'],
  ],
  [
    'server/src/core/model/',
    ['server/src/core/model/', 'server/src/core/knowledge/', 'server/src/core/text/', 'dockerfile-ast', 'unbash'],
  ],
  [
    'server/src/core/rules/',
    ['server/src/core/rules/', 'server/src/core/model/', 'server/src/core/knowledge/', 'server/src/core/text/'],
  ],
  [
    'server/src/core/refactorings/',
    [
      'server/src/core/refactorings/',
      'server/src/core/rules/rule.ts',
      'server/src/core/model/',
      'server/src/core/knowledge/',
      'server/src/core/text/',
    ],
  ],
  ['server/src/core/features/', ['server/src/core/']],
  ['server/src/core/index.ts', ['server/src/core/']],
  ['server/src/disk/', ['server/src/disk/', 'server/src/core/index.ts', 'node:', 'yaml']],
  ['server/src/lsp/', ['server/src/lsp/', 'server/src/core/index.ts', 'vscode-languageserver', 'package.json']],
  [
    'server/src/lsp/node.ts',
    ['server/src/lsp/', 'server/src/core/index.ts', 'server/src/disk/', 'vscode-languageserver', 'node:'],
  ],
  [
    'server/src/cli/',
    ['server/src/cli/', 'server/src/core/index.ts', 'server/src/disk/', 'node:', 'diff', 'package.json'],
  ],
  [
    'server/src/cli/main.ts',
    ['server/src/cli/', 'server/src/core/index.ts', 'server/src/lsp/node.ts', 'node:', 'package.json'],
  ],
  ['client/src/', ['client/src/', 'server/src/lsp/protocol.ts', 'vscode', 'vscode-languageclient', 'node:']],
];

/** What a file imports: paths from the root, or names of packages. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [...text.matchAll(/^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm)];
  return found.map((match) => {
    const name = (match[1] ?? match[2])!;
    if (!name.startsWith('.')) return name;
    const path = posix.normalize(posix.join(dirname(file), name));
    return posix.extname(path) === '' || !/\.(?:ts|json)$/.test(path) ? `${path}.ts` : path;
  });
}

suite('the tree', () => {
  test('a folder imports only what it may', () => {
    const wrong = sources.flatMap((file) => {
      const [, allowed] =
        arrows.filter(([from]) => file.startsWith(from)).sort((a, b) => b[0].length - a[0].length)[0] ?? [];
      assert.ok(allowed, `${file} is in a folder that no row tells about.`);
      return importsOf(file)
        .filter((to) => !allowed.some((start) => to === start || (to.startsWith(start) && isBoundary(to, start))))
        .map((to) => `${file} → ${to}`);
    });
    assert.deepEqual(wrong, []);
  });

  test('a rule never imports a rule, a refactoring never a refactoring', () => {
    const lone = sources.filter(isRuleFile).concat(sources.filter(isRefactoringFile));
    const wrong = lone.flatMap((file) =>
      importsOf(file)
        .filter((to) => lone.includes(to))
        .map((to) => `${file} → ${to}`),
    );
    assert.deepEqual(wrong, []);
  });

  test('file names are kebab-case, and none is a drawer for odds and ends', () => {
    const wrong = sources.filter(
      (file) =>
        !/^[a-z0-9-]+(?:\.[a-z]+)*\.ts$/.test(basename(file)) ||
        /(?:^|\/)(?:common|shared|helpers?|utils?|misc)(?:\.ts)?(?:\/|$)/.test(file),
    );
    assert.deepEqual(wrong, []);
  });
});

function isBoundary(to: string, start: string): boolean {
  return start.endsWith('/') || start.endsWith(':') || to[start.length] === '/' || to[start.length] === '-';
}

function isRuleFile(file: string): boolean {
  return /^server\/src\/core\/rules\/[^/]+\/(?!index\.ts)[^/]+$/.test(file);
}

function isRefactoringFile(file: string): boolean {
  return refactorings.some(({ id }) => file === `server/src/core/refactorings/${id}.ts`);
}

suite('rules', () => {
  const ids = rules.map(({ id }) => id);

  test('are sorted, each once', () => {
    assert.deepEqual(ids, [...new Set(ids)].sort());
  });

  test('each is in the file of its name, or in that of its family: cache/mounts.ts holds cache/mount-…', () => {
    const files = sources
      .filter(isRuleFile)
      .map((file) => relative('server/src/core/rules', file).slice(0, -'.ts'.length));
    const holds = (file: string, id: string) =>
      id === file || (file.endsWith('s') && id.startsWith(`${file.slice(0, -1)}-`));
    const homeless = ids.filter((id) => !files.some((file) => holds(file, id)));
    assert.deepEqual(homeless, []);
    const empty = files.filter((file) => !ids.some((id) => holds(file, id)));
    assert.deepEqual(empty, [], 'Files of which no rule is on the list.');
  });

  test('a name of another tool stands for one rule', () => {
    const names = rules
      .flatMap(({ aliases = [] }) => aliases)
      .filter((alias) => /^DL\d+$|^[A-Z]+[a-z]+[A-Z]/.test(alias));
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  for (const { id, summary, why, examples, fixable, aliases = [], codes, hadolint, buildkit } of rules) {
    test(`${id} is documented`, () => {
      assert.match(summary, /^[A-Z].*\.$/);
      assert.match(why, /^\S[\s\S]*\.$/);
      assert.ok(examples.length > 0, 'An example is missing.');
      if (fixable && fixable.safety !== 'draft') {
        assert.ok(
          examples.some(({ good }) => good !== undefined),
          'No example shows the fix.',
        );
      }
      const isHadolints = codes !== undefined || aliases.some((alias) => alias.startsWith('DL'));
      assert.equal(hadolint !== undefined, isHadolints, "A rule of hadolint's has its code and its severity.");
      const isBuildkits = aliases.some((alias) => /^[A-Z]+[a-z]+[A-Z]/.test(alias));
      assert.equal(buildkit !== undefined, isBuildkits, "A check of BuildKit's has its name and is marked.");
    });
  }
});

suite('refactorings', () => {
  test('are sorted, each in the file of its name', () => {
    const ids = refactorings.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
    for (const id of ids) assert.ok(sources.includes(`server/src/core/refactorings/${id}.ts`), id);
  });

  for (const { id, title, summary, examples } of refactorings) {
    test(`${id} is documented`, () => {
      assert.match(title, /^[A-Z].*[^.]$/);
      assert.match(summary, /^[A-Z].*\.$/);
      assert.ok(
        examples.some(({ after }) => after !== undefined),
        'No example shows what it does.',
      );
      for (const { after, refusal } of examples) {
        assert.notEqual(after === undefined, refusal === undefined, 'An example shows a result or a refusal.');
      }
    });
  }
});

suite('generated pages', () => {
  const pages = readPages();

  test('are what the source says (npm run docs writes them)', () => {
    const files = filesBelow('server/docs/rules', '.md').map((file) => posix.relative('server/docs', file));
    assert.deepEqual([...files, 'refactorings.md'].sort(), [...pages.keys()].sort());
    for (const [path, text] of pages) {
      assert.ok(readFileSync(join(docsFolder, path), 'utf8') === text, `${path} is stale: npm run docs.`);
    }
  });
});

test('the settings of the extension offer the presets that there are', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    contributes?: { configuration?: { properties?: Record<string, { enum?: string[] }> } };
  };
  const offered = manifest.contributes?.configuration?.properties?.['layerwise.preset']?.enum;
  // `auto` leaves the choice to configuration files.
  assert.deepEqual([...(offered ?? [])].sort(), ['auto', ...presets].sort());
});
