import { nameOf } from '../../knowledge/images/image-paths';
import { toolsOfImage } from '../../knowledge/images/image-tools';
import type { Build, Stage } from '../../model/build-types';
import { placeOfForm, readStartForm, type StartForm } from '../../model/stages/start-form';
import type { Instruction, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Finding, Fix, Rule } from '../rule';

export const execFormNeedsShell: Rule = {
  id: 'correctness/exec-form-needs-shell',
  severity: 'warning',
  about: { instructions: ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'RUN'], texts: ['['] },
  summary: 'Name a shell in exec form where its strings need one.',
  why:
    'In exec form no shell reads the strings: the program gets `$PORT`, `&&`, `~/app` and `*.jar` as they are written, and a program ' +
    'whose name has a blank in it is not found. Nothing is said where one of the strings is a shell, nor of programs that read such ' +
    'text themselves, as find, awk, envsubst or `python -c` do.',
  fixable: {
    safety: 'unsafe',
    because: 'A shell then makes something else of the strings, which may be what is wanted.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM node:22
        CMD ["node", "server.js", "--port", "$PORT"]
                                             ^^^^^ No shell reads exec form, so the program gets $PORT as it is written.
      `,
      good: dockerfile`
        FROM node:22
        CMD ["/bin/sh", "-c", "exec node server.js --port $PORT"]
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    for (const instruction of build.instructions) {
      const strings = stringsOf(build, instruction);
      if (!strings || strings.length === 0 || !strings.some((value) => TELLING.test(value))) continue;
      const stage = build.stages[instruction.stage];
      if (stage?.os === 'windows' || readsText(strings)) continue;
      if (instruction.keyword === 'CMD' && stage && entrypointReads(stage)) continue;
      const found = findSyntax(strings, instruction.keyword === 'CMD' && isArguments(strings, stage));
      if (found === undefined) continue;
      const { at, what } = found;
      findings.push({
        at: spanOf(build, instruction, at),
        message: `No shell reads exec form, so ${what}.`,
        fix: () => toFix(build, instruction, strings, stage),
      });
    }
    return findings;
  },
};

/** Something of this is in all that needs a shell. */
const TELLING = /[$&|;<>~*\s]/;

/** The strings of a valid exec form. */
function stringsOf(build: Build, instruction: Instruction): readonly string[] | undefined {
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return instruction.json ? instruction.words.map(({ value }) => value) : undefined;
    case 'HEALTHCHECK':
      return readStartForm(build, instruction)?.strings;
    default:
      return undefined;
  }
}

const READERS = new Set(
  `sh bash ash dash zsh ksh fish csh tcsh busybox pwsh powershell cmd cmd.exe nu
  find awk gawk mawk sed jq yq envsubst perl expr test [ parallel xargs su make gomplate dockerize confd psql mysql mongo mongosh
  rsync tar grep egrep rg watch entr s6-svscan execlineb supervisord`.split(/\s+/),
);

const INTERPRETER = /^(?:python[\d.]*|node|ruby|perl|php[\d.]*|lua[\d.]*|deno|bun|Rscript|env)$/;

/** Whether one of the strings is a program that reads such text itself, or tells an interpreter that what follows is a script. */
function readsText(strings: readonly string[]): boolean {
  if (strings.some((value) => READERS.has(nameOf(value)))) return true;
  const isScript = (value: string) => /^-(?:[pln]{0,2}e|[ISBuE]*c|S|r)$|^--eval$|^eval$/.test(value);
  return strings.some((value) => INTERPRETER.test(nameOf(value))) && strings.some(isScript);
}

/** CMD is what an ENTRYPOINT gets: one that is or starts a shell reads it. */
function entrypointReads(stage: Stage): boolean {
  for (let one: Stage | undefined = stage; one; one = one.parent) {
    const found = one.instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT');
    if (found) return !found.json || readsText(found.words.map(({ value }) => value));
  }
  return false;
}

const OPERATOR = /^(?:&&|\|\|?|;|&|\d?>>?|\d>&\d|&>>?|<)$/;
const VARIABLE = /\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*(?::?[-+=?][^}]*)?\}|\([^)]+\))/;
/** Programs of whose arguments it is known that globs in them are for a shell. */
const TAKES_FILES = new Set(
  `cat chmod chown cp diff du echo gunzip gzip head java less ln ls md5sum mkdir mv node php python python3 rm ruby sha256sum sort
  stat tail touch wc`.split(/\s+/),
);
/** Their arguments may hold what frameworks replace: `-Dserver.port=${PORT}`, `--server.port=${PORT}`. */
const REPLACES = new Set(['java']);

/** Whether CMD holds arguments for an ENTRYPOINT, and not a program. */
function isArguments([first = '']: readonly string[], stage: Stage | undefined): boolean {
  if (first.startsWith('-')) return true;
  for (let one = stage; one; one = one.parent) {
    if (one.instructions.some(({ keyword }) => keyword === 'ENTRYPOINT')) return true;
  }
  return false;
}

function findSyntax(
  strings: readonly string[],
  areArguments: boolean,
): { readonly at: number; readonly what: string } | undefined {
  const program = strings[0]!;
  if (!areArguments && /^[\w./-]+\s+\S/.test(program))
    return { at: 0, what: 'a program of this whole name, blanks included, is looked for' };
  const name = nameOf(program);
  for (const [at, value] of strings.entries()) {
    if (OPERATOR.test(value)) return { at, what: `${value} is an argument like any other` };
    const variable = VARIABLE.exec(value)?.[0];
    if (variable !== undefined && !(REPLACES.has(name) && /^-D|^--/.test(value)))
      return { at, what: `the program gets ${variable} as it is written` };
    if (/^~(?:\/|$)/.test(value)) return { at, what: '~ is no home directory' };
    const isGlob = /^[\w./~-]*\*[\w.*-]*$/.test(value) && /[/.]/.test(value);
    const before = strings[at - 1] ?? '';
    if (
      at > 0 &&
      isGlob &&
      TAKES_FILES.has(name) &&
      (!before.startsWith('-') || before === '-jar' || /^-[rf]+$/.test(before))
    )
      return { at, what: `${value} is taken for the name of one file` };
  }
  return undefined;
}

function spanOf(build: Build, instruction: Instruction, at: number): Span {
  const { keyword, words, body } = instruction;
  if (keyword === 'HEALTHCHECK') return placeOfForm(build, readStartForm(build, instruction) as StartForm);
  const word: Word | undefined = words[at];
  if (!word) return body;
  const isQuoted = word.end - word.start === word.value.length + 2;
  return isQuoted ? { start: word.start + 1, end: word.end - 1 } : word;
}

function toFix(
  build: Build,
  instruction: Instruction,
  strings: readonly string[],
  stage: Stage | undefined,
): Fix | undefined {
  if (!stage || toolsOfImage(stage.root)?.includes('sh') === false) return undefined;
  const words = strings.map((value, index) => (index === 0 || OPERATOR.test(value) ? value : quote(value)));
  if (words.includes(undefined)) return undefined;
  const line = words.join(' ');
  const isMore =
    strings.some((value) => OPERATOR.test(value)) || OPERATOR.test(strings[0]!) || /[&|;<>]/.test(strings[0]!);
  if (instruction.keyword === 'RUN' || instruction.keyword === 'HEALTHCHECK') {
    const at = instruction.keyword === 'RUN' ? instruction.body : (readStartForm(build, instruction) as StartForm).body;
    return { title: 'Write it in shell form', edits: [replace(at, line)] };
  }
  // What the one gets from the other would be lost.
  const other = instruction.keyword === 'CMD' ? 'ENTRYPOINT' : 'CMD';
  if (stage.instructions.some(({ keyword }) => keyword === other) || stage.parent) return undefined;
  const text = JSON.stringify(isMore ? line : `exec ${line}`);
  return { title: 'Start it with a shell', edits: [replace(instruction.body, `["/bin/sh", "-c", ${text}]`)] };
}

/** A string as a word of a shell that expands what is to be expanded; undefined where quotes would be needed for the rest. */
function quote(value: string): string | undefined {
  if (/^[\w@%+=:,./${}*~-]+$/.test(value)) return value;
  return /['"$\\`]/.test(value) ? undefined : `'${value}'`;
}
