import type { Build } from '../../model/build-types';
import { commandCredentials } from '../../model/secrets/command-credentials';
import { literalToSecretMount } from '../../model/secrets/literal-to-mount';
import { unlessRefused } from '../../model/secrets/secret-mount';
import { findUserinfo } from '../../model/secrets/userinfo';
import { tokens, variableLeaks } from '../../model/secrets/variable-leaks';
import { variableToSecretMount } from '../../model/secrets/variable-to-mount';
import { exposure } from '../../model/stages/exposure';
import type { Instruction, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { type Span, touches } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const credentialInUrl: Rule = {
  id: 'secrets/credential-in-url',
  severity: 'error',
  about: { texts: ['://'] },
  summary: 'Keep passwords and tokens out of URLs.',
  why:
    'A URL with a password or token in front of the host is kept with the instruction: in the history of the image, in the build ' +
    'cache, and often in what the tool writes (`git clone` puts it into `.git/config`). A secret mount, a netrc file mounted as a ' +
    'secret, or a credential helper gives it to the command alone. A clone is told the address for one call; where another tool keeps ' +
    'it, there is no fix: a mount would not keep it out of the layer.',
  fixable: { safety: 'unsafe', because: 'The build must then be given the secret with `--secret`.' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM python:3.13
        RUN pip install --index-url https://ci:tr0ub4dor@pypi.example.org/simple app
                                               ^^^^^^^^^ The URL holds a password, which stays in the image's history.
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM python:3.13
        RUN --mount=type=secret,id=pip_secret,env=PIP_SECRET,required pip install --index-url https://ci:"\${PIP_SECRET}"@pypi.example.org/simple app
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { instruction, pair, reason, credential } of variableLeaks(build)) {
      if (reason !== 'url') continue;
      found.push({
        at: credential ?? pair,
        message: `${instruction.keyword} ${pair.name.value} holds a URL with a credential in it: ${exposure(build, instruction)}.`,
        anchor: instruction.start,
        fix() {
          const isLabel = instruction.keyword === 'LABEL';
          return isLabel ? undefined : unlessRefused(variableToSecretMount(build, pair.name.value));
        },
      });
    }
    found.push(...inCommands(build));
    if (!build.source.text.includes('@')) return found;
    const unread = new Set(build.scripts.filter(({ broken }) => broken).map(({ instruction }) => instruction.index));
    for (const instruction of build.instructions) {
      const { keyword, index } = instruction;
      const isPairs = keyword === 'ENV' || keyword === 'ARG' || keyword === 'LABEL';
      if (!isPairs && (keyword !== 'RUN' || unread.has(index))) found.push(...inWords(build, instruction));
    }
    return found;
  },
};

function inCommands(build: Build): Finding[] {
  const found: Finding[] = [];
  for (const credential of commandCredentials(build)) {
    const { form, source, variable, command, start, end } = credential;
    if (form !== 'url' || source === 'arg' || isToken(build, credential)) continue;
    found.push({
      at: { start, end },
      message:
        source === 'literal'
          ? "The URL holds a password, which stays in the image's history."
          : `The URL holds ENV ${variable!.name}: ${exposure(build, variable!.declaration!)}.`,
      severity: source === 'literal' ? 'error' : 'warning',
      anchor: command.script.instruction.start,
      fix() {
        return unlessRefused(
          variable ? variableToSecretMount(build, variable.name) : literalToSecretMount(build, credential),
        );
      },
    });
  }
  return found;
}

/** Instructions whose words are not read as commands: FROM, COPY, ADD, what runs in a container, RUN of another shell. */
function inWords(build: Build, written: Instruction): Finding[] {
  const found: Finding[] = [];
  const instruction = written.keyword === 'ONBUILD' && written.trigger ? written.trigger : written;
  if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG' || instruction.keyword === 'LABEL') return found;
  const { text } = build.source;
  if (!text.slice(instruction.start, instruction.end).includes('://')) return found;
  for (const word of instruction.words) {
    for (const { from, to } of findUserinfo(word.value)) {
      const part = word.value.slice(from, to);
      const at = spanOf(word, part, from);
      if (isToken(build, at)) continue;
      const reads = word.references.find(({ text: written }) => part.includes(written));
      const variable = reads && build.states[written.index]!.scope.lookup(reads.name);
      if (reads ? variable?.kind !== 'ARG' && variable?.kind !== 'ENV' : part.includes('$')) continue;
      found.push({
        at,
        message: reads
          ? `The URL holds ${variable!.kind} ${reads.name}, whose value stays in the image's history.`
          : "The URL holds a password, which stays in the image's history.",
        severity: reads ? 'warning' : 'error',
        anchor: written.start,
      });
    }
  }
  return found;
}

function spanOf(word: Word, part: string, from: number): Span {
  const at = word.text.length === word.end - word.start ? word.text.indexOf(part, from) : -1;
  return at === -1 ? word : { start: word.start + at, end: word.start + at + part.length };
}

function isToken(build: Build, span: Span): boolean {
  return tokens(build).some((token) => touches(token, span));
}
