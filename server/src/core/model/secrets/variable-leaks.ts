import { judgeAs, judgeValue, type ValueKind } from '../../knowledge/secrets/credential-values';
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
  let leaks: VariableLeak[] | undefined;
  const found = tokens(build);
  const leaking: number[] = [];
  for (const written of build.instructions) {
    const instruction = triggerOf(written);
    if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG' && instruction.keyword !== 'LABEL') continue;
    for (const pair of instruction.pairs) {
      const leak = readPair(build, instruction, pair, found, leaking);
      if (!leak) continue;
      leaks ??= [];
      leaks.push(leak);
      leaking.push(pair.name.start);
    }
  }
  return leaks ?? NONE;
});

const NONE: readonly VariableLeak[] = [];

function triggerOf(instruction: Instruction): Instruction {
  return instruction.keyword === 'ONBUILD' && instruction.trigger ? instruction.trigger : instruction;
}

function readPair(
  build: Build,
  instruction: Declaring,
  pair: Pair,
  known: readonly FoundToken[],
  leaking: readonly number[],
): VariableLeak | undefined {
  const credential = readCredentialName(pair.name.value);
  const found = judgePair(build, instruction, pair, credential, known, leaking);
  if (!found) return undefined;
  const { reason, severity = 'warning', token, span, copied } = found;
  return { instruction, pair, reason, severity, kind: credential?.kind, token, credential: span, copied };
}

/** Why a pair is a leak, and what is told of it. */
interface Judgement {
  readonly reason: LeakReason;
  readonly severity?: VariableLeak['severity'];
  readonly token?: FoundToken;
  readonly span?: Span;
  readonly copied?: string;
}

const RECEIVES: Judgement = { reason: 'receives' };

function judgePair(
  build: Build,
  instruction: Declaring,
  { name: { value: name }, value }: Pair,
  credential: CredentialName | undefined,
  known: readonly FoundToken[],
  leaking: readonly number[],
): Judgement | undefined {
  const receives = instruction.keyword === 'ARG' && credential?.receives === true;
  if (!value) return receives ? RECEIVES : undefined;

  for (const token of known) {
    if (token.start >= value.end || token.end <= value.start || token.pattern.severity === 'hint') continue;
    return { reason: 'token', token, span: token, severity: tokenSeverity(build, token, credential) };
  }
  for (const userinfo of findUserinfo(value.value)) {
    if (value.value.slice(userinfo.from, userinfo.to).includes('$')) continue;
    return { reason: 'url', span: credentialSpan(value, userinfo), severity: 'error' };
  }

  const { references } = value;
  if (references.length === 0) {
    const verdict = judgeAs(credential, name, value.value);
    if (verdict) return { reason: verdict.kind, severity: verdict.severity };
    return receives && isSentinel(value.value) ? RECEIVES : undefined;
  }
  const { scope } = build.states[instruction.index]!;
  for (const reference of references) {
    if (copies(reference, scope, leaking, credential !== undefined))
      return { reason: 'copies', copied: reference.name };
  }
  const fallback = references.find(({ operator, operand }) => operator?.endsWith('-') && operand);
  if (fallback && judgeAs(credential, name, fallback.operand!)) return { reason: 'literal' };
  const expanded = expand(value, scope);
  const verdict = expanded.known ? judgeAs(credential, name, expanded.value) : undefined;
  if (verdict) return { reason: verdict.kind, severity: verdict.severity };
  return receives && references.length === 1 && references[0]!.text === value.value ? RECEIVES : undefined;
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
  leaking: readonly number[],
  intoCredential: boolean,
): boolean {
  if (operator === '+' || operator === ':+' || (leaking.length === 0 && !intoCredential)) return false;
  const variable: Variable | undefined = scope.lookup(name);
  if (variable?.nameWord) return leaking.includes(variable.nameWord.start);
  const kind = readCredentialName(name)?.kind;
  return intoCredential && (kind === 'password' || kind === 'token');
}

function credentialSpan(value: Pair['value'] & object, { from, to }: { from: number; to: number }): Span {
  const part = value.value.slice(from, to);
  const at = value.text.length === value.end - value.start ? value.text.indexOf(part, from) : -1;
  return at === -1 ? value : { start: value.start + at, end: value.start + at + part.length };
}
