import { type Edit, insert, replace } from '../../text/edit';
import { lineAt, lineEnd } from '../../text/source';
import type { Build } from '../build-types';
import { frontendMinor, readFrontend } from '../frontend';
import { readContinuedLines } from '../shell/continued-lines';
import type { ShellScript } from '../shell/shell-command';
import { joinLines, readShellLines } from '../shell/shell-lines';
import type { RunInstruction } from '../syntax/instruction';
import { BodyWriter, flagsEnd, isIgnore } from './heredoc-body';
import { haveSameCommands } from './same-commands';

/** Here-documents came with docker/dockerfile 1.4. */
export const HEREDOC_MINOR = 4;

/** A RUN as a here-document, or why it can't be one. */
export type HeredocForm =
  | { readonly edits: readonly Edit[]; readonly notes: readonly string[] }
  | { readonly because: string };

/** Writes a RUN in shell form as a here-document that does the same, with a command on each line. */
export function toHeredoc(build: Build, script: ShellScript): HeredocForm {
  const obstacle = findFrontendObstacle(build) ?? findObstacle(build, script);
  return obstacle === undefined ? convert(build, script) : { because: obstacle };
}

function findFrontendObstacle(build: Build): string | undefined {
  if ((frontendMinor(build) ?? 0) >= HEREDOC_MINOR) return undefined;
  const needs = `A here-document needs docker/dockerfile 1.${HEREDOC_MINOR}`;
  switch (readFrontend(build).kind) {
    case 'other':
      return `${needs}, and the # syntax line names a frontend of its own.`;
    case 'pinned':
      return `${needs}, and the # syntax line holds the frontend back: "# syntax=docker/dockerfile:1" takes the newest.`;
    default:
      return `${needs}: put "# syntax=docker/dockerfile:1" on the first line, or set minimumFrontend to what your builders have.`;
  }
}

function findObstacle(build: Build, script: ShellScript): string | undefined {
  const { instruction } = script;
  const { text } = build.source;
  const { words } = build.states[instruction.index]!.shell;
  if (build.stages[instruction.stage]?.os === 'windows') return 'Windows containers have another shell.';
  if (script.dialect !== 'posix') return 'SHELL names a shell that is not read here.';
  if (!/^-[a-zA-Z]*c$/.test(words.at(-1) ?? '')) return 'SHELL hands the text to the shell in a way of its own.';
  if (instruction.heredocs.length > 0) return 'The RUN has a here-document already.';
  if (script.broken) return "The RUN's shell text can't be read.";
  if (text.slice(instruction.start, instruction.end).includes('\r') || build.source.newline === '\r\n') {
    return 'Lines that end with CR LF break a here-document: the shell takes the CR for a part of each command.';
  }
  return undefined;
}

function convert(build: Build, script: ShellScript): HeredocForm {
  const { instruction } = script;
  const lines = readContinuedLines(build, instruction);
  if (!lines) return { because: 'The RUN has a comment of the shell that takes the lines below it with it.' };
  const shell = readShellLines(lines.text);
  if (shell.broken) return { because: "The RUN's shell text can't be read." };
  const odd = script.commands.find(({ words }) => /^(?:alias|shopt)$/.test(words[0]?.value ?? ''));
  if (odd) return { because: `"${odd.words[0]!.value}" acts on the lines below it, and there are none so far.` };
  if (/\bLINENO\b/.test(lines.joined)) return { because: 'The RUN reads its own line number.' };

  const writer = new BodyWriter(build, script, lines, shell);
  const body = writer.write();
  if (body.startsWith('#!')) return { because: 'The first line would name a program to run the text.' };
  if (!haveSameCommands(lines.joined, joinLines(body)))
    return { because: "The RUN's shell text can't be split into lines." };
  const taken = new Set(body.split('\n'));
  const delimiter = ['EOF', 'EOT', 'END', 'SCRIPT', 'END_OF_RUN'].find((name) => !taken.has(name));
  if (!delimiter) return { because: 'Every usual delimiter stands on a line of its own.' };
  // Blanks at the line's end would make the delimiter another word.
  const end = lineEnd(build.source, lineAt(build.source, instruction.body.end));
  return {
    edits: [
      ...hoistIgnores(build, instruction),
      replace({ start: flagsEnd(instruction), end }, ` <<${delimiter}\n${body}${delimiter}`),
    ],
    notes: writer.notes,
  };
}

/** Comments that silence rules hold for the instruction below them; in the body they would be comments of the shell. */
function hoistIgnores({ source: { text } }: Build, { inner, leading, start }: RunInstruction): Edit[] {
  const moved = inner.filter(isIgnore);
  if (moved.length === 0) return [];
  // hadolint reads the nearest comment only.
  const nearest = leading.at(-1);
  const place = nearest && isIgnore(nearest) ? nearest.start : start;
  return [insert(place, moved.map((comment) => `${text.slice(comment.start, comment.end)}\n`).join(''))];
}
