import type { Build } from '../model/build-types';
import { instructionAt } from '../model/syntax/instruction-at';
import { type Span, touches } from '../text/span';
import { table } from '../text/table';
import type { Diagnostic } from './lint';

/** Where two rules tell the same story about the same place, the telling ones; the rule on the left then keeps silent. */
const moreSpecific: Readonly<Record<string, readonly string[]>> = table({
  'cache/add-mutable-url': ['pinning/add-checksum'],
  'cache/download-every-time': ['pinning/git-clone-floating'],
  'cache/unused-arg-before-run': ['cache/frequently-changing-early'],
  'correctness/copy-after-user-without-chown': ['security/state-paths-not-writable'],
  'correctness/invalid-default-arg-in-from': ['correctness/arg-in-wrong-scope', 'correctness/undefined-arg-in-from'],
  'correctness/invalid-json-form': ['correctness/shell-not-json'],
  'correctness/shell-form-entrypoint': ['correctness/invalid-json-form'],
  'correctness/undefined-arg-in-from': ['correctness/arg-in-wrong-scope', 'stages/invalid-name'],
  'correctness/undefined-var': ['correctness/arg-in-wrong-scope', 'correctness/env-self-reference'],
  'correctness/workdir-relative-to-base': ['correctness/workdir-tilde'],
  'pinning/download-unverified': ['pinning/install-script-floating', 'security/pipe-to-shell'],
  'security/http-download': ['security/git-add-unencrypted'],
  'security/missing-user': ['security/user-created-unused'],
  'security/user-not-numeric': [
    'correctness/chown-name-without-passwd',
    'correctness/user-unknown',
    'security/last-user-root',
  ],
  'size/add-url-then-run-rm': ['size/rm-in-later-layer'],
  'size/apt-lists-left': ['cache/apt-update-alone'],
  'size/archive-left': ['size/copy-then-extract', 'size/rm-in-later-layer'],
  'stages/circular': ['stages/copy-from-self'],
  'stages/from-unresolved': ['correctness/flag-value', 'stages/circular', 'stages/copy-from-self'],
  'style/blank-line-between-groups': ['style/multiple-empty-lines'],
  'style/eol-last': ['style/multiple-empty-lines'],
  'style/label-not-email': ['style/label-empty'],
  'style/label-not-git-hash': ['style/label-empty'],
  'style/label-not-rfc3339': ['style/label-empty'],
  'style/label-not-semver': ['style/label-empty'],
  'style/label-not-spdx': ['style/label-empty'],
  'style/label-not-url': ['style/label-empty'],
  'style/prefer-workdir': ['correctness/cd-only-run'],
  'style/trailing-spaces': ['correctness/dangling-continuation', 'style/multiple-empty-lines'],
});

/** The same where the two stand at different commands of one instruction. */
const moreSpecificInInstruction: Readonly<Record<string, readonly string[]>> = table({
  'size/apt-lists-left': ['cache/mount-apt'],
  'size/npm-cache-left': ['cache/mount-node'],
  'size/other-cache-left': [
    'cache/mount-cargo',
    'cache/mount-dotnet',
    'cache/mount-go',
    'cache/mount-jvm',
    'cache/mount-node',
    'cache/mount-php',
    'cache/mount-python-modern',
    'cache/mount-ruby',
  ],
  'size/pip-no-cache-dir': ['cache/mount-pip'],
  'size/yarn-cache-clean': ['cache/mount-node'],
});

/** The same wherever in the file the two stand. */
const moreSpecificInFile: Readonly<Record<string, string>> = table({
  'size/build-tools-in-final': 'stages/single-stage-build',
});

/** The findings without those that only repeat what a more specific rule tells of the same place. */
export function withoutEchoes(build: Build, diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ rule, at }) => {
    const better = moreSpecific[rule];
    if (better && diagnostics.some((other) => better.includes(other.rule) && tellsOf(other, at))) return false;
    const inFile = moreSpecificInFile[rule];
    if (inFile !== undefined && diagnostics.some((other) => other.rule === inFile)) return false;
    const inInstruction = moreSpecificInInstruction[rule];
    const instruction = inInstruction && instructionAt(build, at.start);
    return !(
      instruction &&
      diagnostics.some(
        (other) => inInstruction.includes(other.rule) && instructionAt(build, other.at.start) === instruction,
      )
    );
  });
}

/** Whether a finding is about a place, be it in its related places. */
function tellsOf({ at, related }: Diagnostic, place: Span): boolean {
  return touches(at, place) || (related?.some((other) => touches(other.at, place)) ?? false);
}
