import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readPages } from '../scripts/docs';
import { explainRule, findRules, rules, toolOf } from '../server/src/core/index';
import { explanationUrl } from '../server/src/lsp/convert';

const pages = readPages();
const index = pages.get('rules/README.md')!;

/** The anchors that GitHub makes of a page's headings. */
function anchorsOf(page: string): Set<string> {
  return new Set(
    [...page.matchAll(/^#+ (.+)$/gm)].map((match) =>
      match[1]!
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
}

suite('the pages of rules', () => {
  test('every link leads to a heading that is there', () => {
    for (const [path, text] of pages) {
      for (const [, file, anchor] of text.matchAll(/\]\(([\w.-]*\.md)?#([\w-]+)\)/g)) {
        const target = file === undefined ? text : pages.get(`rules/${file}`);
        assert.ok(target && anchorsOf(target).has(anchor!), `${path}: ${file}#${anchor}`);
      }
    }
  });

  test('a diagnostic links to its rule’s entry', () => {
    for (const { id } of rules) {
      const [, path, anchor] = /server\/docs\/(.+)#(.+)$/.exec(explanationUrl(id))!;
      assert.ok(anchorsOf(pages.get(path!)!).has(anchor!), id);
    }
  });

  test('the index has every rule, and every name of another tool', () => {
    for (const { id, aliases = [] } of rules) {
      assert.ok(index.includes(`[${id}](`), id);
      for (const alias of aliases) assert.ok(index.includes(`| \`${alias}\` |`), alias);
    }
  });

  test('an entry tells severities, options, names, and how far its fix can be trusted', () => {
    for (const rule of rules) {
      const entry = explainRule(rule);
      assert.match(entry, /^- Severity by preset: recommended: \*\*\w+\*\*, strict: \*\*\w+\*\*/m);
      for (const name of [...(rule.aliases ?? []), ...(rule.options ?? []).map((option) => option.name)])
        assert.ok(entry.includes(`\`${name}\``), `${rule.id}: ${name}`);
      assert.match(entry, rule.fixable ? /^The fix is (?:safe|unsafe|a draft): \S/m : /^It has no fix\.$/m);
      assert.match(entry, /^Reported/m);
    }
  });
});

test('names tell their tool', () => {
  const names = {
    DL3008: 'hadolint',
    SC2086: 'ShellCheck',
    DS002: 'Trivy',
    'AVD-DS-0002': 'Trivy',
    CKV_DOCKER_7: 'Checkov',
    CKV2_DOCKER_1: 'Checkov',
    JSONArgsRecommended: 'BuildKit',
    FromAsCasing: 'BuildKit',
    UNKNOWN_INSTRUCTION: 'dockerfile-utils',
    'tally/max-lines': 'tally',
    'missing-user': 'Semgrep',
    ruleAptGetInstallUseY: 'binnacle',
    'Missing User Instruction': 'KICS',
  };
  for (const [name, tool] of Object.entries(names)) assert.equal(toolOf(name), tool, name);
});

test('a rule is found under any of its names', () => {
  for (const rule of rules) {
    for (const name of [rule.id, ...(rule.aliases ?? [])]) {
      assert.ok(findRules(name).includes(rule), name);
      assert.ok(findRules(name.toLowerCase()).includes(rule), name);
    }
  }
  assert.deepEqual(findRules('hadolint/DL3008'), findRules('DL3008'));
  assert.deepEqual(findRules('buildkit/FromAsCasing'), findRules('FromAsCasing'));
  assert.deepEqual(findRules('AVD-DS-0002'), findRules('DS002'));
  assert.deepEqual(findRules('nonsense'), []);
});
