import { judgeValue, type ValueKind } from '../../knowledge/secrets/credential-values';
import { isSentinel } from '../../knowledge/secrets/placeholders';
import { type CredentialName, type NameKind, readCredentialName } from '../../knowledge/secrets/secret-names';
import { type FoundToken, findTokens } from '../../knowledge/secrets/secret-patterns';
import type { Span } from '../../text/span';
import type { Build, Scope, Variable } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import { expand } from '../stages/variables';
import type {
  ArgInstruction,
  EnvInstruction,
  Instruction,
  LabelInstruction,
  Pair,
  Reference,
} from '../syntax/instruction';
import { findUserinfo } from './userinfo';

type Declaring = ArgInstruction | EnvInstruction | LabelInstruction;

/** Why a variable or label is a leak. Each leak has one reason, and each reason is told by one rule of those that are recommended. */
export type LeakReason =
  /** A literal that is a credential by its name and look. */
  | ValueKind
  /** The value holds a token of a known format. */
  | 'token'
  /** The value is a URL with a password or token in its user part. */
  | 'url'
  /** An ARG that is made to take a credential. */
  | 'receives'
  /** The value is, or holds, another variable that is a leak. */
  | 'copies';

export interface VariableLeak {
  readonly instruction: Declaring;
  readonly pair: Pair;
  readonly reason: LeakReason;
  /** `error` where the value opens something by itself. */
  readonly severity: 'error' | 'warning';
  /** What the name says, where that was needed. */
  readonly kind?: NameKind;
  readonly token?: FoundToken;
  /** The part of the value that is the credential, for `token` and `url`. */
  readonly credential?: Span;
  /** The name that the value reads, for `copies`. */
  readonly copied?: string;
}

/** Every token of a known format in the file, comments left out: they are in no image. */
export const tokens = oncePerBuild((build: Build): readonly FoundToken[] => {
  const found = findTokens(build.source.text);
  if (found.length === 0) return found;
  return found.filter(
    ({ start, end }) => !build.comments.some((comment) => comment.start <= start && end <= comment.end),
  );
});

/** Every ENV, ARG and LABEL that holds a credential, takes one, or copies one; those of ONBUILD too. */
export const variableLeaks = oncePerBuild((build: Build): readonly VariableLeak[] => {
  const leaks: VariableLeak[] = [];
  const leaking = new Set<number>();
  for (const written of build.instructions) {
    const instruction = triggerOf(written);
    if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG' && instruction.keyword !== 'LABEL') continue;
    for (const pair of instruction.pairs) {
      const leak = readPair(build, instruction, pair, leaking);
      if (!leak) continue;
      leaks.push(leak);
      leaking.add(pair.name.start);
    }
  }
  return leaks;
});

function triggerOf(instruction: Instruction): Instruction {
  return instruction.keyword === 'ONBUILD' && instruction.trigger ? instruction.trigger : instruction;
}

function readPair(
  build: Build,
  instruction: Declaring,
  pair: Pair,
  leaking: ReadonlySet<number>,
): VariableLeak | undefined {
  const name = pair.name.value;
  const { value } = pair;
  const credential = readCredentialName(name);
  const leak = (reason: LeakReason, more: Partial<VariableLeak> = {}): VariableLeak => ({
    instruction,
    pair,
    reason,
    severity: 'warning',
    ...(credential ? { kind: credential.kind } : {}),
    ...more,
  });
  const isArg = instruction.keyword === 'ARG';
  if (!value) return isArg && credential?.receives ? leak('receives') : undefined;

  const token = tokens(build).find(
    ({ start, end, pattern }) => start < value.end && end > value.start && pattern.severity !== 'hint',
  );
  if (token) return leak('token', { token, credential: token, severity: tokenSeverity(build, token, credential) });
  const userinfo = findUserinfo(value.value).find(({ from, to }) => !value.value.slice(from, to).includes('$'));
  if (userinfo) return leak('url', { credential: credentialSpan(value, userinfo), severity: 'error' });

  if (value.references.length === 0) {
    const verdict = judgeValue(name, value.value);
    if (verdict) return leak(verdict.kind, { severity: verdict.severity });
    return isArg && credential?.receives && isSentinel(value.value) ? leak('receives') : undefined;
  }
  const scope = build.states[instruction.index]!.scope;
  const copied = value.references.find((reference) => copies(reference, scope, leaking, credential !== undefined));
  if (copied) return leak('copies', { copied: copied.name });
  const fallback = value.references.find(({ operator, operand }) => operator?.endsWith('-') && operand);
  if (fallback && judgeValue(name, fallback.operand!)) return leak('literal');
  const expanded = expand(value, scope);
  const verdict = expanded.known ? judgeValue(name, expanded.value) : undefined;
  if (verdict) return leak(verdict.kind, { severity: verdict.severity });
  const only = value.references.length === 1 && value.references[0]!.text === value.value;
  return isArg && credential?.receives && only ? leak('receives') : undefined;
}

/** A web token under the name of a secret is one; an access key id opens something once its secret key stands beside it. */
function tokenSeverity(build: Build, { pattern }: FoundToken, name: CredentialName | undefined): 'error' | 'warning' {
  if (pattern.severity === 'error') return 'error';
  if (pattern.id === 'jwt' && name && name.kind !== 'connection') return 'error';
  return pattern.id === 'aws-access-key-id' && hasAwsSecretKey(build) ? 'error' : 'warning';
}

function hasAwsSecretKey({ instructions }: Build): boolean {
  return instructions.some(
    (instruction) =>
      (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') &&
      instruction.pairs.some(
        ({ name, value }) =>
          /aws.*secret/i.test(name.value) && value && judgeValue(name.value, value.value)?.severity === 'error',
      ),
  );
}

/** Whether a reference brings a credential along: that of a leak in this file, or one that only its name tells. */
function copies(
  { name, operator }: Reference,
  scope: Scope,
  leaking: ReadonlySet<number>,
  intoCredential: boolean,
): boolean {
  if (operator === '+' || operator === ':+') return false;
  const variable: Variable | undefined = scope.lookup(name);
  if (variable?.nameWord) return leaking.has(variable.nameWord.start);
  const kind = readCredentialName(name)?.kind;
  return intoCredential && (kind === 'password' || kind === 'token');
}

function credentialSpan(value: Pair['value'] & object, { from, to }: { from: number; to: number }): Span {
  const part = value.value.slice(from, to);
  const at = value.text.length === value.end - value.start ? value.text.indexOf(part, from) : -1;
  return at === -1 ? value : { start: value.start + at, end: value.start + at + part.length };
}
