import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findRules, lineAt, type Rule, readBuild } from '../server/src/core/index';
import { type Fixture, readFixtures } from './support/fixture';

/** Every rule of hadolint 2.15: ours, and hadolint's own severity (its `style` is our hint, its `ignore` our off). */
const HADOLINT: Readonly<Record<string, readonly [id: string, severity: NonNullable<Rule['hadolint']>]>> = {
  DL1001: ['style/no-inline-ignore', 'off'],
  DL3000: ['correctness/workdir-absolute', 'error'],
  DL3001: ['style/container-irrelevant-command', 'info'],
  DL3002: ['security/last-user-root', 'warning'],
  DL3003: ['style/prefer-workdir', 'warning'],
  DL3004: ['security/no-sudo', 'error'],
  DL3006: ['pinning/base-image-untagged', 'warning'],
  DL3007: ['pinning/base-image-latest', 'warning'],
  DL3008: ['pinning/apt-get', 'warning'],
  DL3009: ['size/apt-lists-left', 'info'],
  DL3010: ['size/copy-then-extract', 'info'],
  DL3011: ['correctness/expose-out-of-range', 'error'],
  DL3012: ['correctness/multiple-healthcheck', 'error'],
  DL3013: ['pinning/pip', 'warning'],
  DL3014: ['correctness/apt-get-assume-yes', 'warning'],
  DL3015: ['size/apt-no-recommends', 'info'],
  DL3016: ['pinning/npm', 'warning'],
  DL3018: ['pinning/apk', 'warning'],
  DL3019: ['size/apk-no-cache', 'info'],
  DL3020: ['style/prefer-copy-over-add', 'error'],
  DL3021: ['correctness/copy-multiple-needs-slash', 'error'],
  DL3022: ['stages/copy-from-unknown', 'warning'],
  DL3023: ['stages/copy-from-self', 'error'],
  DL3024: ['stages/duplicate-name', 'error'],
  DL3025: ['correctness/shell-form-cmd-strict', 'warning'],
  DL3026: ['pinning/untrusted-registry', 'error'],
  DL3027: ['style/prefer-apt-get', 'warning'],
  DL3028: ['pinning/gem', 'warning'],
  DL3029: ['correctness/from-platform-any', 'warning'],
  DL3030: ['correctness/yum-assume-yes', 'warning'],
  DL3032: ['size/yum-clean', 'warning'],
  DL3033: ['pinning/yum', 'warning'],
  DL3034: ['correctness/zypper-non-interactive', 'warning'],
  DL3035: ['pinning/zypper-dist-upgrade', 'warning'],
  DL3036: ['size/zypper-clean', 'warning'],
  DL3037: ['pinning/zypper', 'warning'],
  DL3038: ['correctness/dnf-assume-yes', 'warning'],
  DL3040: ['size/dnf-clean', 'warning'],
  DL3041: ['pinning/dnf', 'warning'],
  DL3042: ['size/pip-no-cache-dir', 'warning'],
  DL3043: ['correctness/onbuild-forbidden-trigger', 'error'],
  DL3044: ['correctness/env-self-reference', 'error'],
  DL3045: ['correctness/copy-relative-without-workdir', 'warning'],
  DL3046: ['size/useradd-large-uid', 'warning'],
  DL3047: ['style/wget-progress', 'info'],
  DL3048: ['style/label-invalid-key', 'hint'],
  DL3049: ['style/label-missing', 'info'],
  DL3050: ['style/label-superfluous', 'info'],
  DL3051: ['style/label-empty', 'warning'],
  DL3052: ['style/label-not-url', 'warning'],
  DL3053: ['style/label-not-rfc3339', 'warning'],
  DL3054: ['style/label-not-spdx', 'warning'],
  DL3055: ['style/label-not-git-hash', 'warning'],
  DL3056: ['style/label-not-semver', 'warning'],
  DL3057: ['correctness/healthcheck-missing', 'off'],
  DL3058: ['style/label-not-email', 'warning'],
  DL3059: ['style/consecutive-runs', 'info'],
  DL3060: ['size/yarn-cache-clean', 'info'],
  DL3061: ['correctness/instruction-before-from', 'error'],
  DL3062: ['pinning/go', 'warning'],
  DL3063: ['stages/reserved-name', 'warning'],
  DL3064: ['secrets/name-in-arg-or-env-wide', 'warning'],
  DL3065: ['correctness/redundant-target-platform', 'warning'],
  DL3066: ['security/user-not-numeric', 'info'],
  DL3067: ['stages/copy-root-filesystem', 'warning'],
  DL4000: ['style/maintainer-deprecated', 'error'],
  DL4001: ['style/wget-and-curl', 'warning'],
  DL4003: ['correctness/multiple-cmd', 'warning'],
  DL4004: ['correctness/multiple-entrypoint', 'error'],
  DL4005: ['correctness/ln-bin-sh', 'warning'],
  DL4006: ['correctness/pipe-without-pipefail', 'warning'],
};

/** Every check of BuildKit's Dockerfile frontend: ours, and whether it is on without being opted in to. */
const BUILDKIT: Readonly<Record<string, readonly [id: string, kind: NonNullable<Rule['buildkit']>]>> = {
  ConsistentInstructionCasing: ['style/instruction-casing', 'on'],
  CopyIgnoredFile: ['correctness/copy-ignored-file', 'on'],
  DuplicateStageName: ['stages/duplicate-name', 'on'],
  ExposeInvalidFormat: ['correctness/expose-invalid-format', 'on'],
  ExposeProtoCasing: ['style/expose-proto-casing', 'on'],
  FromAsCasing: ['style/from-as-casing', 'on'],
  FromPlatformFlagConstDisallowed: ['correctness/from-platform-constant', 'on'],
  InvalidBaseImagePlatform: ['correctness/base-image-platform', 'on'],
  InvalidDefaultArgInFrom: ['correctness/invalid-default-arg-in-from', 'on'],
  InvalidDefinitionDescription: ['style/definition-description', 'experimental'],
  JSONArgsRecommended: ['correctness/shell-form-entrypoint', 'on'],
  LegacyKeyValueFormat: ['correctness/legacy-key-value', 'on'],
  MaintainerDeprecated: ['style/maintainer-deprecated', 'on'],
  MultipleInstructionsDisallowed: ['correctness/overridden-instruction', 'on'],
  NoEmptyContinuation: ['correctness/empty-continuation', 'on'],
  RedundantTargetPlatform: ['correctness/redundant-target-platform', 'on'],
  ReservedStageName: ['stages/reserved-name', 'on'],
  SecretsUsedInArgOrEnv: ['secrets/name-in-arg-or-env', 'on'],
  StageNameCasing: ['style/stage-name-casing', 'on'],
  UndefinedArgInFrom: ['correctness/undefined-arg-in-from', 'on'],
  UndefinedVar: ['correctness/undefined-var', 'on'],
  WorkdirRelativePath: ['correctness/workdir-relative-to-base', 'on'],
};

suite('every check of hadolint has its rule', () => {
  for (const [code, [id, severity]] of Object.entries(HADOLINT)) {
    test(`${code} is ${id}`, () => {
      const rule = theRule(code, id);
      assert.equal(rule.hadolint, severity);
      checkFixtures(rule, ({ hadolint }) => hadolint === true);
    });
  }
});

suite('every check of BuildKit has its rule', () => {
  for (const [name, [id, kind]] of Object.entries(BUILDKIT)) {
    test(`${name} is ${id}`, () => {
      const rule = theRule(name, id);
      assert.equal(rule.buildkit, kind);
      checkFixtures(rule, ({ buildkit }) => buildkit === true);
    });
  }
});

function theRule(name: string, id: string): Rule {
  const found = findRules(name);
  assert.deepEqual(
    found.map((rule) => rule.id),
    [id],
  );
  return found[0]!;
}

/**
 * Cases show what is reported and what is left alone, the latter by an instruction of the same kind: with the settings of the other
 * tool's preset where the rule has cases of its own for it, else with none.
 */
function checkFixtures(rule: Rule, isTheirs: (settings: { hadolint?: boolean; buildkit?: boolean }) => boolean): void {
  const cases = readFixtures(`rules/${rule.id}`);
  const theirs = cases.filter(({ settings = {} }) => isTheirs(settings));
  const shown = [theirs, cases].map((some) => some.map(readShown));
  assert.ok(
    shown.some((some) => some.some(({ reported }) => reported.size > 0)),
    'No case shows what it reports.',
  );
  const reported = new Set(shown.flatMap((some) => some.flatMap((one) => [...one.reported])));
  const isQuiet = ({ alone, isEmpty }: Shown) => isEmpty || [...alone].some((keyword) => reported.has(keyword));
  assert.ok(shown[1]!.some(isQuiet), 'No case shows what it leaves alone.');
  assert.ok(cases.length >= 3, 'Its conditions and exemptions are not shown.');
}

/** The keywords of the instructions that a case has findings in, and of those that it has none in. */
interface Shown {
  readonly reported: ReadonlySet<string>;
  readonly alone: ReadonlySet<string>;
  readonly isEmpty: boolean;
}

const MARK = /^[ \t]*\^+(?: .*)?$/;

function readShown({ marked, text }: Fixture): Shown {
  const lines = new Set<number>();
  let line = -1;
  for (const one of marked.split('\n')) {
    if (MARK.test(one)) lines.add(line);
    else line++;
  }
  const { instructions, source } = readBuild(text);
  const [reported, alone] = [new Set<string>(), new Set<string>()];
  for (const { keyword, start, end } of instructions) {
    let isReported = false;
    for (let at = lineAt(source, start); at <= lineAt(source, end); at++) isReported ||= lines.has(at);
    (isReported ? reported : alone).add(keyword);
  }
  // A finding may be about a comment.
  if (lines.size > 0 && reported.size === 0) reported.add('#');
  return { reported, alone, isEmpty: lines.size === 0 };
}
