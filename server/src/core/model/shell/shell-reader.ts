import {
  type Assignment,
  type Word as BashWord,
  type Command,
  type CommandNode,
  type ParsedScript,
  parse,
  type Script,
  type Statement,
  type WordPart,
} from 'unbash';
import type { Span } from '../../text/span';
import type { Word } from '../syntax/instruction';
import { dialectOf } from './dialect';
import type {
  Nesting,
  Separator,
  ShellAssignment,
  ShellCommand,
  ShellExtension,
  ShellPipeline,
  ShellRedirect,
  ShellScript,
  ShellStatement,
  ShellWord,
} from './shell-command';
import { expandedParts, operandsOf, testedWords } from './shell-expressions';
import {
  assignmentWord,
  endOf,
  isContinued,
  isPlain,
  NO_VARIABLES,
  plainWord,
  toShellWord,
  toSpan,
} from './shell-words';
import { programName, unwrap } from './shell-wrappers';

/** Scripts nested deeper than this (`sh -c "sh -c …"`, substitutions) are left unread. */
const MAX_DEPTH = 12;

interface Where {
  readonly nesting: Nesting;
  /** Added to unbash's positions; or the one span that stands for all of them, where there is no one-to-one mapping. */
  readonly base: number | Span;
  readonly depth: number;
  readonly quotedBy: ShellCommand | undefined;
}

/** What stands between the `&&` and `||` of a list. */
type Member = CommandNode | Extract<Statement['command'], { type: 'Pipeline' }>;

const NONE: readonly never[] = [];

/** Walks unbash's tree once and collects commands and top-level statements. */
export class Reader {
  readonly statements: ShellStatement[] = [];
  readonly commands: ShellCommand[] = [];
  readonly pipelines: ShellPipeline[] = [];
  readonly extensions: ShellExtension[] = [];
  broken = false;
  readonly #script: ShellScript;

  constructor(script: ShellScript) {
    this.#script = script;
  }

  readTop(text: string, base: number): void {
    const script = parseOrNothing(text);
    if (!script) {
      this.broken = true;
      return;
    }
    this.broken = (script.errors?.length ?? 0) > 0;
    const where = { nesting: 'top', base, depth: 0, quotedBy: undefined } as const;
    let before: { separator: Separator; span: Span } | undefined;
    let last = 0;
    for (const { command, pos, end, background } of script.commands) {
      if (this.statements.length > 0) before = findSeparator(text, last, pos, base);
      if (command.type === 'AndOr') {
        const { commands, operators } = command;
        for (let index = 0; index < commands.length; index++) {
          if (index > 0) {
            const operator = operators[index - 1]!;
            const start = base + text.indexOf(operator, commands[index - 1]!.end);
            before = { separator: operator, span: { start, end: start + operator.length } };
          }
          this.#statement(commands[index]!, text, where, before, background === true && index === commands.length - 1);
        }
      } else this.#statement(command, text, where, before, background === true);
      last = end;
    }
  }

  #statement(
    member: Member,
    text: string,
    where: Where & { readonly base: number },
    before: { separator: Separator; span: Span } | undefined,
    background: boolean,
  ): void {
    const first = this.commands.length;
    this.#node(member, where);
    this.statements.push({
      start: where.base + member.pos,
      end: where.base + (isContinued(text, member.end) ? member.end - 2 : member.end),
      kind: kindOf(member),
      before: before?.separator,
      separator: before?.span,
      background,
      commands: this.commands.slice(first),
    });
  }

  /** Exec form: one command whose words are the JSON strings. */
  readExec(words: readonly Word[], text: string): void {
    const shellWords: ShellWord[] = [];
    for (const { start, end, value } of words) {
      // Without JSON escapes the string's characters stand in the document one for one.
      const quote = end - start - 2 === value.length ? 1 : 0;
      const written = text.slice(start, end);
      shellWords.push({
        start: start + quote,
        end: end - quote,
        text: written,
        value,
        literal: true,
        variables: NO_VARIABLES,
      });
    }
    const first = shellWords[0];
    const last = shellWords.at(-1);
    if (!first || !last) return;
    const span = { start: first.start, end: last.end };
    this.#command(shellWords, NONE, NONE, span, { nesting: 'top', base: 0, depth: 0, quotedBy: undefined });
    this.statements.push({
      start: span.start,
      end: span.end,
      kind: 'command',
      before: undefined,
      separator: undefined,
      background: false,
      commands: [...this.commands],
    });
  }

  #statements(statements: readonly Statement[], where: Where): void {
    for (const { command } of statements) {
      if (command.type === 'AndOr') for (const member of command.commands) this.#node(member, where);
      else this.#node(command, where);
    }
  }

  #node(node: Member, where: Where): void {
    if (where.depth > MAX_DEPTH) return;
    switch (node.type) {
      case 'Command':
        this.#simple(node, where);
        return;
      case 'Pipeline': {
        const timed = node.commands.length === 1 && node.prefixes.every(({ type }) => type === 'Time');
        const inner = timed ? where : within(where, 'pipeline');
        const members: (readonly ShellCommand[])[] = [];
        for (const command of node.commands) {
          const first = this.commands.length;
          this.#node(command, inner);
          members.push(this.commands.slice(first));
        }
        if (members.length === 1) return;
        const { start, end } = toSpan(node.pos, node.end, where.base);
        this.pipelines.push({ start, end, members, quotedBy: where.quotedBy });
        if (node.operators.includes('|&')) this.#extension('|&', node, where);
        return;
      }
      case 'Subshell':
        this.#statements(node.body.commands, within(where, 'subshell'));
        return;
      case 'BraceGroup':
        this.#statements(node.body.commands, within(where, 'group'));
        return;
      case 'If': {
        const inner = within(where, 'condition');
        for (const list of [node.clause, node.then]) this.#statements(list.commands, inner);
        for (const branch of node.elif) {
          this.#statements(branch.clause.commands, inner);
          this.#statements(branch.then.commands, inner);
        }
        if (node.else) this.#statements(node.else.commands, inner);
        return;
      }
      case 'For':
      case 'Select':
        for (const word of node.wordlist ?? []) this.#substitutions(word, where);
        this.#statements(node.body.commands, within(where, 'loop'));
        return;
      case 'While':
        this.#statements(node.clause.commands, within(where, 'loop'));
        this.#statements(node.body.commands, within(where, 'loop'));
        return;
      case 'ArithmeticFor':
        this.#statements(node.body.commands, within(where, 'loop'));
        return;
      case 'TestCommand':
        this.#extension('[[', node, where);
        for (const word of testedWords(node.expression)) this.#substitutions(word, where);
        return;
      case 'Case':
        this.#substitutions(node.word, where);
        for (const item of node.items) this.#statements(item.body.commands, within(where, 'condition'));
        return;
      case 'Function':
        if (node.name.pos > node.pos) this.#extension('function', { pos: node.pos, end: node.name.end }, where);
        this.#body(node.body, within(where, 'function'));
        return;
      case 'Coproc':
        this.#body(node.body, within(where, 'function'));
        return;
      case 'Redirected': {
        this.#node(node.command, where);
        const nested: BashWord[] = [];
        for (const item of node.redirects) this.#redirect(item, where, nested);
        for (const word of nested) this.#substitutions(word, where);
        return;
      }
      default:
        return;
    }
  }

  #body(body: { readonly type: string }, where: Where): void {
    if (body.type === 'CompoundList')
      this.#statements((body as { commands: readonly Statement[] } & typeof body).commands, where);
    else this.#node(body as CommandNode, where);
  }

  #simple(node: Command, where: Where): void {
    const { base } = where;
    const { name, prefix, suffix } = node;
    const words: ShellWord[] = [];
    let assignments: ShellAssignment[] | undefined;
    let redirects: ShellRedirect[] | undefined;
    /** Words with something in them that may run too. */
    const nested: BashWord[] = [];
    for (const item of prefix) {
      if (item.type === 'Assignment') {
        const value = item.value.type === 'Word' ? item.value : undefined;
        const { start, end } = toSpan(item.pos, endOf(item, item.text), base);
        const word = value
          ? toShellWord(value, base)
          : { start, end, text: '', value: '', literal: false, variables: NO_VARIABLES };
        assignments ??= [];
        assignments.push({ start, end, name: item.name, value: word });
        this.#assigned(item, where, nested);
      } else {
        redirects ??= [];
        redirects.push(this.#redirect(item, where, nested));
      }
    }
    if (name) this.#word(name, words, nested, base);
    for (const item of suffix) {
      if (item.type === 'Word') this.#word(item, words, nested, base);
      else if (item.type === 'Assignment') {
        // `export A=b`, `env A=b cmd`: an argument like any other to the command.
        words.push(assignmentWord(item, base));
        this.#assigned(item, where, nested);
      } else {
        redirects ??= [];
        redirects.push(this.#redirect(item, where, nested));
      }
    }
    const last = suffix.length > 0 ? suffix[suffix.length - 1] : (name ?? prefix.at(-1));
    const span = toSpan(node.pos, endOf(node, writtenEnd(last)), base);
    this.#command(words, assignments ?? NONE, redirects ?? NONE, span, where);
    for (const word of nested) this.#substitutions(word, where);
  }

  #word(word: BashWord, words: ShellWord[], nested: BashWord[], base: number | Span): void {
    if (isPlain(word.text)) {
      words.push(plainWord(word, base));
      return;
    }
    words.push(toShellWord(word, base));
    nested.push(word);
  }

  #assigned({ value, pos, end }: Assignment, where: Where, nested: BashWord[]): void {
    if (value.type === 'Word') nested.push(value);
    else {
      this.#extension('array', { pos, end }, where);
      nested.push(...value.elements);
    }
  }

  #extension(kind: ShellExtension['kind'], node: { readonly pos: number; readonly end: number }, where: Where): void {
    const { start, end } = toSpan(node.pos, node.end, where.base);
    this.extensions.push({ start, end, kind, quotedBy: where.quotedBy });
  }

  #redirect(item: Exclude<Command['redirects'][number], never>, where: Where, nested: BashWord[]): ShellRedirect {
    const { start, end } = toSpan(item.pos, endOf(item, writtenEnd(item)), where.base);
    const word = item.type === 'HereDoc' ? undefined : item.target;
    if (word) nested.push(word);
    else if (item.type === 'HereDoc') for (const part of item.body.parts ?? []) this.#part(part, where);
    if (item.operator === '<<<') this.#extension('<<<', item, where);
    else if (item.operator === '&>' || item.operator === '&>>') this.#extension('&>', item, where);
    return { start, end, operator: item.operator, target: word && toShellWord(word, where.base) };
  }

  #command(
    words: readonly ShellWord[],
    assignments: readonly ShellAssignment[],
    redirects: readonly ShellRedirect[],
    span: Span,
    where: Where,
  ): void {
    const at = unwrap(words);
    const nameWord = words[at];
    const name = nameWord?.literal ? programName(nameWord.value) : undefined;
    const command: ShellCommand = {
      start: span.start,
      end: span.end,
      script: this.#script,
      name: name || undefined,
      nameWord,
      arguments: words.slice(at + 1),
      words,
      assignments,
      redirects,
      nesting: where.nesting,
      statement: this.statements.length,
      quotedBy: where.quotedBy,
    };
    this.commands.push(command);
    if (name) this.#quotedScript(command, name, where);
  }

  /** `sh -c '…'` and `su -c '…'` with a literal script: its commands run too. */
  #quotedScript(command: ShellCommand, name: string, where: Where): void {
    if (name !== 'su' && !(mayBeShell(name) && dialectOf(name) === 'posix')) return;
    if (where.depth >= MAX_DEPTH) return;
    const flag = command.arguments.findIndex(({ value }) => value.startsWith('-') && /^-[a-zA-Z]*c$/.test(value));
    const word = flag === -1 ? undefined : command.arguments[flag + 1];
    if (!word?.literal || word.value.trim() === '') return;
    const inner = parseOrNothing(word.value);
    if (!inner) return;
    const exact = word.text.slice(1, -1) === word.value ? word.end - word.start - word.value.length : -1;
    // The characters stand one for one between the quotes (offset 1), or the word is a JSON string's inside (offset 0).
    const base = exact === 2 ? word.start + 1 : exact === 0 ? word.start : { start: word.start, end: word.end };
    this.#statements(inner.commands, { nesting: 'group', base, depth: where.depth + 1, quotedBy: command });
  }

  /** What runs in a place of its own: a substitution. */
  #substitution(
    part: { readonly pos: number; readonly end: number; readonly script: ParsedScript | undefined },
    where: Where,
  ): void {
    if (!part.script || where.depth >= MAX_DEPTH) return;
    const base = ownsSource(part.script) ? toSpan(part.pos, part.end, where.base) : where.base;
    const { depth, quotedBy } = where;
    this.#statements(part.script.commands, { nesting: 'substitution', base, depth: depth + 1, quotedBy });
  }

  /** Command substitutions inside a word. */
  #substitutions(word: BashWord, where: Where): void {
    if (!/[$`<>{]/.test(word.text)) return;
    for (const part of word.parts ?? []) this.#part(part, where);
  }

  #part(part: WordPart, where: Where): void {
    switch (part.type) {
      case 'BraceExpansion':
        this.#extension('{,}', part, where);
        return;
      case 'CommandExpansion':
      case 'ProcessSubstitution': {
        if (part.type === 'ProcessSubstitution') this.#extension('<()', part, where);
        this.#substitution(part, where);
        return;
      }
      case 'DoubleQuoted':
      case 'LocaleString':
        for (const child of part.parts) this.#part(child, where);
        return;
      case 'ParameterExpansion':
        for (const word of operandsOf(part.operation)) this.#substitutions(word, where);
        return;
      case 'ArithmeticExpansion':
        for (const inner of part.expression ? expandedParts(part.expression) : []) {
          if (inner.type === 'ArithmeticCommandExpansion') this.#substitution(inner, where);
          else this.#part(inner, where);
        }
        return;
      default:
        return;
    }
  }
}

function within({ base, depth, quotedBy }: Where, nesting: Nesting): Where {
  return { nesting, base, depth: depth + 1, quotedBy };
}

/** Whether a name can be a shell's, by its last letter: of most it is told so at once. */
function mayBeShell(name: string): boolean {
  const last = name.at(-1);
  return last === 'h' || last === 'H' || last === 'x' || last === 'X' || last === 'e' || last === 'E';
}

/** The last word of a part of a command, as written. */
function writtenEnd(part: Command['name'] | Command['prefix'][number] | Command['suffix'][number]): string | undefined {
  if (!part || part.type === 'Word' || part.type === 'Assignment') return part?.text;
  return part.type === 'HereDoc' ? undefined : part.target?.text;
}

/** Whether a script's positions index a decoded text of its own (escaped backticks) instead of the text around it. */
function ownsSource(script: Script): boolean {
  return script.source !== undefined;
}

function parseOrNothing(text: string): ParsedScript | undefined {
  try {
    return parse(text);
  } catch {
    // A parser's crash on odd input must not cost the whole file: the script then counts as unreadable.
    return undefined;
  }
}

function kindOf({ type }: { readonly type: string }): ShellStatement['kind'] {
  switch (type) {
    case 'Command':
      return 'command';
    case 'Pipeline':
      return 'pipeline';
    case 'Subshell':
      return 'subshell';
    case 'BraceGroup':
      return 'group';
    case 'Function':
      return 'function';
    default:
      return 'compound';
  }
}

/** What separates two statements: `;`, `&` or a newline, right behind the first one but for blanks and comments. */
function findSeparator(text: string, from: number, to: number, base: number): { separator: Separator; span: Span } {
  let at = from;
  while (at < to && (text[at] === ' ' || text[at] === '\t' || text[at] === '\r' || text[at] === '\\'))
    at += text[at] === '\\' ? 2 : 1;
  // The statement's own end may lie behind its `;` or `&`.
  const char =
    text[at] === ';' || text[at] === '&'
      ? text[at]
      : (text[from - 1] === ';' || text[from - 1] === '&') && text[from - 2] !== '\\'
        ? text[from - 1]
        : '\n';
  const start = text[at] === char ? at : char === '\n' ? Math.max(from, text.indexOf('\n', from)) : from - 1;
  return { separator: char as Separator, span: { start: base + start, end: base + start + 1 } };
}
