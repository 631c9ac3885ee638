import { readBuild } from '../model/build';
import type { Build } from '../model/build-types';
import { type Body, writeLines } from '../model/runs/body-lines';
import { readRunLayout } from '../model/runs/run-layout';
import { haveSameCommands, readScript } from '../model/runs/same-commands';
import { readContinuedLines } from '../model/shell/continued-lines';
import { findErrexitWitness, hasErrexit, isIndifferent, turnsErrexitOn } from '../model/shell/errexit';
import type { ShellScript, ShellStatement } from '../model/shell/shell-command';
import { joinLines, readShellLines } from '../model/shell/shell-lines';
import type { Instruction, RunInstruction } from '../model/syntax/instruction';
import { dockerfile } from '../text/dockerfile';
import { applyEdits, type Edit, insert, remove, replace } from '../text/edit';
import { type Span, touches } from '../text/span';
import type { Refactoring, Refusal, Rewrite } from './refactoring';

export const convertFromHeredoc: Refactoring = {
  id: 'convert-from-heredoc',
  aliases: ['from-heredoc'],
  title: 'Convert to continued lines',
  kind: 'rewrite',
  summary:
    'Writes the here-document of a RUN as one command over continued lines, which every builder reads. The lines are joined with ' +
    '`&&` where they stop at the first failure, with `;` where they go on.',
  examples: [
    {
      before: dockerfile`
        FROM debian:12
        RUN <<EOF<|>
        set -e
        apt-get update
        # tools we need
        apt-get install -y curl
        EOF
      `,
      after: dockerfile`
        FROM debian:12
        RUN apt-get update && \
            # tools we need
            apt-get install -y curl
      `,
    },
    {
      before: dockerfile`
        FROM debian:12
        RUN <<EOF<|>
        mkdir /srv/data
        if [ -d /srv/old ]; then
          mv /srv/old/* /srv/data
        fi
        EOF
      `,
      after: dockerfile`
        FROM debian:12
        RUN mkdir /srv/data; \
            if [ -d /srv/old ]; then \
              mv /srv/old/* /srv/data; \
            fi
      `,
    },
    {
      before: dockerfile`
        FROM python:3.12
        RUN <<EOF<|>
        #!/usr/bin/env python3
        print("hello")
        EOF
      `,
      refusal: 'The first line of the here-document names the program that runs it.',
    },
  ],

  apply(build, selection) {
    const found = findRun(build, selection);
    if (found?.keyword === 'ONBUILD') return { because: 'A RUN behind ONBUILD belongs to another build.' };
    const script = build.scripts.find(({ instruction }) => instruction === found);
    if (!script || script.instruction.heredocs.length === 0) return undefined;
    const obstacle = findObstacle(build, script);
    return obstacle === undefined ? convert(build, script) : { because: obstacle };
  },
};

function findRun({ instructions }: Build, selection: Span): Instruction | undefined {
  const isRun = (one: Instruction | undefined) => one?.keyword === 'RUN' && one.heredocs.length > 0;
  return instructions.find(
    (instruction) =>
      touches(instruction, selection) &&
      (isRun(instruction) || (instruction.keyword === 'ONBUILD' && isRun(instruction.trigger))),
  );
}

function findObstacle(build: Build, script: ShellScript): string | undefined {
  const { instruction, heredoc } = script;
  const { text } = build.source;
  if (!heredoc) return 'The here-document is the input of a command, not the script itself.';
  if (!heredoc.terminator) return 'The here-document is never closed.';
  if (text.startsWith('#!', heredoc.body.start)) {
    return 'The first line of the here-document names the program that runs it.';
  }
  if (script.dialect !== 'posix') return 'SHELL names a shell that is not read here.';
  if (text.slice(instruction.start, instruction.end).includes('\r')) {
    return 'The lines end with CR LF, and the shell takes the CR for a part of each command.';
  }
  return undefined;
}

function convert(build: Build, { instruction, heredoc }: ShellScript): Rewrite | Refusal {
  const written = build.source.text.slice(heredoc!.body.start, heredoc!.body.end).replace(/\n$/, '');
  const chomped = heredoc!.chomp ? written.replace(/^\t+/gm, '') : written;
  // Only in a quoted text are the tabs more than a blank.
  const quotes = readShellLines(chomped).breaks.some(({ place, inner }) => place === 'quoted' || inner);
  const text = quotes ? chomped : written;
  const script = readScript(text);
  const shell = readShellLines(text);
  if (!script || shell.broken) return { because: "The here-document's shell text can't be read." };
  if (script.statements.length === 0) return { because: 'The here-document runs nothing.' };
  const base = script.span.start;
  const shift = <Part extends Span>(part: Part): Part => ({ ...part, start: part.start - base, end: part.end - base });
  const statements = script.statements.map((one) => ({
    ...shift(one),
    separator: one.separator && shift(one.separator),
  }));
  const body: Body = { text, script, shell, statements };
  const obstacle = findTextObstacle(build, body);
  if (obstacle !== undefined) return { because: obstacle };

  const lists = readLists(statements);
  const plan = planConjunction(build, instruction, body, lists);
  const layout = readRunLayout(build, build.scripts);
  const leading = plan !== undefined && layout.operators === 'leading';
  const indent = plan !== undefined || layout.operators === 'trailing' ? layout.indent : '    ';
  const edits = plan ? joinWithAnd(body, lists, plan, leading) : joinWithSemicolons(body, lists);
  const { above, lines } = writeLines(build, body, edits, indent, leading);
  const run = build.source.text.slice(instruction.start, heredoc!.operator.start);
  const change = [
    ...(above.length > 0 ? [insert(instruction.start, above.map((comment) => `${comment}\n`).join(''))] : []),
    replace({ start: instruction.start, end: heredoc!.end }, run + lines.join('\n')),
  ];
  const after = readBuild(applyEdits(build.source.text, change), undefined, build.builder);
  const result = after.scripts.find((one) => one.instruction.index === instruction.index);
  const joined = result?.form === 'shell' ? readContinuedLines(after, result.instruction)?.joined : undefined;
  const same =
    joined !== undefined && result!.instruction.heredocs.length === 0 && haveSameCommands(joinLines(text), joined);
  if (!same) return { because: "The here-document's commands can't be written in continued lines." };
  const errexit = hasErrexit(build.states[instruction.index]!.shell.words) || turnsErrexitOn(statements[0]);
  const why = errexit
    ? '";" joins the lines: "&&" would mean something else to what "set -e" does in them.'
    : '";" joins the lines, since they go on after a failure.';
  const notes = plan || lists.length < 2 ? [] : [why];
  return { edits: change, notes, safety: 'safe' };
}

function findTextObstacle({ escape }: Build, { text, script, shell }: Body): string | undefined {
  for (const { at, kind, place, inner } of shell.breaks) {
    const next = text.slice(at + 2).trimStart();
    const data = place === 'literal' || (place === 'quoted' && kind === 'newline');
    if (data) return 'A quoted text goes over several lines.';
    if (inner && kind === 'newline') return 'A command substitution goes over several lines.';
    if (kind === 'newline') continue;
    if (text[at - 1] === escape || text[at - 1] === '\\')
      return 'A line ends with escape characters that the builder reads otherwise.';
    if (place === 'quoted' && next.startsWith('#'))
      return 'A quoted text has a line that the builder would take for a comment.';
  }
  if (shell.comments.some(({ inner }) => inner)) return 'A command substitution holds a comment.';
  const odd = script.commands.find(({ words }) => /^(?:alias|shopt)$/.test(words[0]?.value ?? ''));
  if (odd) return `"${odd.words[0]!.value}" acts on the lines below it, and there would be none.`;
  return /\bLINENO\b/.test(text) ? 'The here-document reads its own line numbers.' : undefined;
}

/** Lists of statements joined by `&&` and `||`, as indexes of the first and the last. */
interface List {
  readonly first: number;
  readonly last: number;
}

function readLists(statements: readonly ShellStatement[]): readonly List[] {
  const starts = statements.flatMap(({ before }, index) => (before === '&&' || before === '||' ? [] : [index]));
  return starts.map((first, at) => ({ first, last: (starts[at + 1] ?? statements.length) - 1 }));
}

/** How lists that stop at the first failure become one list joined by `&&`. */
interface Conjunction {
  /** Whether the `set -e` at the start has nothing left to do. */
  readonly dropped: boolean;
  /** Lists whose `|| exit` the `&&` replaces. */
  readonly stripped: ReadonlySet<List>;
  readonly grouped: ReadonlySet<List>;
}

/** Undefined where the lines have to stay lists of their own. */
function planConjunction(
  build: Build,
  instruction: RunInstruction,
  { text, script, statements }: Body,
  lists: readonly List[],
): Conjunction | undefined {
  const given = hasErrexit(build.states[instruction.index]!.shell.words);
  const first = statements[0]!;
  const own = lists[0]!.last === 0 && turnsErrexitOn(first);
  if (lists.length < 2 || !(given || own)) return undefined;
  if (statements.some(({ background, before }) => background || before === '&')) return undefined;
  if (findErrexitWitness(script, joinLines(text), build.states[instruction.index]!) !== undefined) return undefined;

  const isCalm = (index: number) => {
    const { start, end } = statements[index]!;
    return isIndifferent(statements[index]!, joinLines(text.slice(start, end)));
  };
  const stripped = new Set<List>();
  const grouped = new Set<List>();
  let dropped = own && first.commands[0]!.words.length === 2 && first.commands[0]!.words[1]!.value === '-e' && !given;
  const start = dropped ? 1 : 0;
  for (const [at, list] of lists.entries()) {
    const isLast = at === lists.length - 1;
    const ends = isExit(statements[list.last]!) && statements[list.last]!.before === '||';
    if (ends) stripped.add(list);
    else if (!isLast) {
      // A failure in front of the last `&&` of a line does not end the script.
      if (statements[list.last]!.before === '&&' && list.last > list.first) return undefined;
      if (!isCalm(list.last)) return undefined;
    } else if (!isCalm(list.last)) dropped = false;
  }
  // Where `-e` stays, the last list would come under it.
  const final = lists.at(-1)!;
  if (!dropped && stripped.has(final) && !(final.last - final.first === 1 && isCalm(final.first)))
    stripped.delete(final);
  for (const [at, list] of lists.entries()) {
    const end = stripped.has(list) ? list.last - 1 : list.last;
    const alternatives = statements.slice(list.first + 1, end + 1).some(({ before }) => before === '||');
    if (alternatives && at > (dropped ? start : 0)) grouped.add(list);
  }
  return { dropped, stripped, grouped };
}

function isExit({ kind, commands }: ShellStatement): boolean {
  const [command] = commands;
  return (
    kind === 'command' &&
    command?.words.length === 1 &&
    command.words[0]!.text === 'exit' &&
    command.redirects.length + command.assignments.length === 0
  );
}

function joinWithAnd(
  { statements }: Body,
  lists: readonly List[],
  { dropped, stripped, grouped }: Conjunction,
  leading: boolean,
): Edit[] {
  const edits: Edit[] = [];
  for (const [at, list] of lists.entries()) {
    const first = statements[list.first]!;
    const last = statements[stripped.has(list) ? list.last - 1 : list.last]!;
    const end = statements[list.last]!.end;
    const next = lists[at + 1] && statements[lists[at + 1]!.first]!;
    const [open, close] = grouped.has(list) ? ['{ ', '; }'] : ['', ''];
    const goesOn = next !== undefined && !(dropped && at === 0);
    if (dropped && at === 0) edits.push(remove(first));
    else {
      const operator = leading && at > (dropped ? 1 : 0) ? '&& ' : '';
      if (operator || open) edits.push(insert(first.start, operator + open));
      const behind = close + (goesOn && !leading ? ' &&' : '');
      if (stripped.has(list) || behind) edits.push(replace({ start: last.end, end }, behind));
    }
    if (next?.before === ';') edits.push(remove(next.separator!));
  }
  return edits;
}

function joinWithSemicolons({ statements }: Body, lists: readonly List[]): Edit[] {
  return lists.slice(1).flatMap(({ first }) => {
    const { before } = statements[first]!;
    return before === '\n' ? [insert(statements[first - 1]!.end, ';')] : [];
  });
}
