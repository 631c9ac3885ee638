import type { Build } from '../model/build-types';
import { bindsToNextLine, readIgnoreComment } from '../model/syntax/ignore-comment';
import type { Comment } from '../model/syntax/instruction';
import { instructionAt } from '../model/syntax/instruction-at';
import type { Fix } from '../rules/rule';

import { type Edit, insert } from '../text/edit';
import { lineAt, nextLineStart } from '../text/source';

/** What an ignore comment silences: one instruction, the stage that it is in, or the whole file. */
export type IgnoreScope = 'instruction' | 'stage' | 'global';

const scopeTitles: Record<IgnoreScope, string> = {
  instruction: 'for this instruction',
  stage: 'in this stage',
  global: 'in this file',
};

/** A finding, as far as its comment goes: by its own code where it has one, else by its rule. */
interface Found {
  readonly rule: string;
  readonly code?: string;
  readonly at: { readonly start: number };
  readonly anchor?: number;
}

/**
 * The comment that silences a rule where it found something: added to an ignore comment of the same scope, or on a line of its
 * own. Undefined where there is nothing to put it above.
 */
export function ignoreComment(build: Build, found: Found, scope: IgnoreScope = 'instruction'): Fix | undefined {
  const name = found.code ?? found.rule;
  const edit = scope === 'global' ? inFile(build, name) : aboveInstruction(build, { ...found, rule: name }, scope);
  return edit && { title: `Ignore ${name} ${scopeTitles[scope]}`, edits: [edit] };
}

function aboveInstruction(build: Build, { rule, at, anchor }: Found, scope: 'instruction' | 'stage'): Edit | undefined {
  const found = instructionAt(build, anchor ?? at.start);
  const instruction = scope === 'stage' && found ? build.stages[found.stage]?.from : found;
  if (!instruction) return undefined;
  return extend(build, instruction.leading, rule, scope) ?? newLine(build, instruction, rule, scope);
}

/** Behind the directives, which a comment above them would turn into comments. */
function inFile(build: Build, rule: string): Edit {
  const { source, directives } = build;
  const extended = extend(build, build.comments, rule, 'global');
  if (extended) return extended;
  const last = directives.at(-1);
  const bom = source.text.startsWith('\uFEFF') ? 1 : 0;
  const at = last ? nextLineStart(source, lineAt(source, last.start)) : bom;
  const comment = `# layerwise global ignore=${rule}`;
  // A directive in the last line of a file without final newline.
  const open = last !== undefined && at === source.text.length && !source.text.endsWith('\n');
  return insert(at, open ? source.newline + comment : comment + source.newline);
}

/** One more id in the nearest comment of that scope. */
function extend(build: Build, comments: readonly Comment[], rule: string, scope: IgnoreScope): Edit | undefined {
  for (const comment of comments.toReversed()) {
    const own = readIgnoreComment(comment.text);
    if (own?.tool !== 'layerwise' || own.scope !== scope) continue;
    const text = build.source.text.slice(comment.start, comment.end);
    return insert(comment.start + text.indexOf(own.list, text.indexOf('=')) + own.list.length, `,${rule}`);
  }
  return undefined;
}

/** A line above the instruction, with its indentation; above comments of other tools that must touch the instruction. */
function newLine(
  { source }: Build,
  instruction: { readonly start: number; readonly leading: readonly Comment[] },
  rule: string,
  scope: 'instruction' | 'stage',
): Edit {
  let line = lineAt(source, instruction.start);
  for (const comment of instruction.leading.toReversed()) {
    if (lineAt(source, comment.start) !== line - 1 || !bindsToNextLine(comment.text)) break;
    line--;
  }
  // Read from the text, and put in front of the first word: a byte order mark then stays in front of everything.
  const lineStart = source.lineStarts[line]!;
  const at = lineStart + /^[\uFEFF \t]*/.exec(source.text.slice(lineStart, instruction.start))![0].length;
  const indentation = source.text.slice(lineStart, at).replace('\uFEFF', '');
  const words = scope === 'stage' ? 'stage ignore' : 'ignore';
  return insert(at, `# layerwise ${words}=${rule}${source.newline}${indentation}`);
}
