import { npmReader } from '../knowledge/secret-readers';
import { type Edit, insert, remove, replace } from '../text/edit';
import { lineAt } from '../text/source';
import type { Span } from '../text/span';
import type { Build } from './build-types';
import type { KeeperRewrite } from './git-address';
import { startsGit } from './git-address';
import { instructionLines } from './instruction-lines';
import type { KeptSecret } from './kept-secrets';
import { readRunLayout } from './run-layout';
import { quotingAt } from './secret-delivery';
import { isReadBy } from './secret-uses';
import type { ShellCommand, ShellScript, ShellWord } from './shell-command';
import { removeStatements } from './shell-edits';
import { fetchesByGit } from './ssh-fetches';

/** A tool that keeps what it is told until it is told to forget it. */
interface Teller {
  readonly names: readonly string[];
  /** The words of the command that takes back what a command has told; undefined where that is not to be told. */
  forget(build: Build, command: ShellCommand, word: ShellWord): string | undefined;
  /** Whether a command makes use of the settings. */
  uses(build: Build, command: ShellCommand): boolean;
}

const tellers: readonly Teller[] = [
  { names: ['git'], forget: forgetByGit, uses: fetchesByGit },
  { names: ['npm', 'pnpm'], forget: forgetByNpm, uses: (_, command) => isReadBy(command, npmReader) },
  {
    names: ['pip', 'pip3'],
    forget: forgetByPip,
    uses: (_, { name = '', arguments: words }) =>
      /^(?:pip3?|pipenv)$/.test(name) && words.some(({ value }) => /^(?:install|download|wheel|sync)$/.test(value)),
  },
];

/**
 * A tool that keeps a setting with the credential in it is told to forget it at the end of each RUN that makes use of it; a RUN that
 * only makes the setting goes, and those that use it get it. Undefined where that can't be shown to be the same.
 * @param credential a part of the setting to write differently
 */
export function rewriteSetting(
  build: Build,
  { command, secrets }: KeptSecret,
  credential?: Span & { readonly text: string },
): KeeperRewrite | undefined {
  const { script } = command;
  const { text } = build.source;
  const [word] = secrets;
  const teller = tellers.find(({ names }) => names.includes(command.name ?? ''));
  if (!teller || secrets.length !== 1 || !word || script.form !== 'shell' || command.quotedBy) return undefined;
  if (text.slice(word.start, word.end) !== word.text || (credential && word.text.includes("'"))) return undefined;
  const statement = script.statements[command.statement];
  if (statement?.kind !== 'command' || statement.commands.length !== 1) return undefined;
  const value = credential && text.slice(credential.start, credential.end);
  const isBare = credential && quotingAt(word, credential.start - word.start) === 'none';
  const output = credential && (isBare ? `"${credential.text}"` : credential.text);
  const written = (part: string) => (output ? part.replaceAll(value!, output) : part);
  const forget = teller.forget(build, command, word);
  const setting = written(text.slice(statement.start, statement.end));
  if (forget === undefined || /[\r\n]/.test(setting)) return undefined;
  const end = written(forget);

  const run = script.instruction;
  const stage = build.stages[run.stage];
  if (!stage || build.stages.some(({ parent }) => parent === stage)) return undefined;
  const using = build.scripts.filter(
    ({ instruction, commands }) =>
      instruction.stage === run.stage &&
      instruction.index > run.index &&
      commands.some((one) => teller.uses(build, one)),
  );
  const here = script.commands.some((one) => one.start > command.start && teller.uses(build, one));
  if (using.length === 0 && !here) return undefined;
  const touched = here ? [script, ...using] : using;
  if (touched.some((one) => one.form !== 'shell' || one.broken || !canAppend(text, one))) return undefined;

  const edits: Edit[] = [];
  if (here) {
    edits.push(append(build, script, teller, end));
    if (credential) edits.push(replace(credential, output!));
  } else if (script.statements.length === 1) edits.push(remove(instructionLines(build, run)));
  else {
    const removal = removeStatements(build.source, script, [statement]);
    if (!removal) return undefined;
    edits.push(...removal);
  }
  for (const one of using)
    edits.push(insert(one.statements[0]!.start, `${setting} && `), append(build, one, teller, end));
  return {
    edits,
    ...(here ? {} : { told: script }),
    scripts: touched,
    note: `${command.name} forgets the setting with the credential at the end of each RUN that fetches.`,
  };
}

/** A section of Git that holds the credential in its name, or a key. */
function forgetByGit(build: Build, command: ShellCommand, word: ShellWord): string | undefined {
  const words = command.arguments;
  const scope = words.find(({ value }) => value === '--global' || value === '--system')?.value;
  if (!scope || !words.some(({ value }) => value === 'config') || startsGit(build)) return undefined;
  const section = /^("?)(url\..*)\.insteadOf\1$/i.exec(word.text);
  if (section) return `git config ${scope} --remove-section ${section[1]}${section[2]}${section[1]}`;
  const key = words[words.indexOf(word) - 1];
  if (!key?.literal || !/^[\w.:/-]+\.[\w-]+$/.test(key.value)) return undefined;
  const others = build.commands.filter(
    ({ name, words: all }) => name === 'git' && all.some(({ value }) => value === key.value),
  );
  return others.length === 1 ? `git config ${scope} --unset-all ${key.value}` : undefined;
}

/** `npm config set KEY VALUE`, `npm set KEY=VALUE`. */
function forgetByNpm(_: Build, { name, arguments: words }: ShellCommand, word: ShellWord): string | undefined {
  const verbs = words.filter(({ value }) => /^(?:config|set)$/.test(value)).length;
  const plain = words.slice(verbs);
  if (words.slice(0, verbs).some(({ value }) => !/^(?:config|set)$/.test(value)) || plain.length > 2) return undefined;
  const key = plain.length === 1 ? /^([^=$]+)=/.exec(word.value)?.[1] : plain[1] === word ? plain[0]!.value : undefined;
  return key !== undefined && /^[\w@./:-]+$/.test(key) ? `${name} config delete ${key}` : undefined;
}

function forgetByPip(_: Build, { name, arguments: words }: ShellCommand, word: ShellWord): string | undefined {
  const values = words.map(({ value }) => value);
  const scope = values.find((value) => /^--(?:global|user|site)$/.test(value));
  const plain = values.filter((value) => value !== scope);
  if (plain.length !== 4 || plain[0] !== 'config' || plain[1] !== 'set' || words.at(-1) !== word) return undefined;
  return /^[\w.-]+$/.test(plain[2]!) ? `${name} config${scope ? ` ${scope}` : ''} unset ${plain[2]}` : undefined;
}

/** A command behind the last one that uses the settings, in the script's own layout; what cleans up behind that stays the last. */
function append(build: Build, script: ShellScript, teller: Teller, command: string): Edit {
  const { source, escape } = build;
  const { statements } = script;
  const used = statements.findLastIndex(({ commands }) => commands.some((one) => teller.uses(build, one)));
  const next = statements[used + 1]?.before;
  const inside = used !== -1 && (next === '&&' || next === ';');
  const { end } = inside ? statements[used]! : statements.at(-1)!;
  const operator = inside && next === ';' ? ';' : ' &&';
  const isOneLine =
    lineAt(source, script.instruction.keywordSpan.start) === lineAt(source, script.instruction.body.end);
  if (isOneLine) return insert(end, `${operator} ${command}`);
  const { operators, indent } = readRunLayout(build, [script]);
  const line = `${escape}${source.newline}${indent}`;
  return insert(
    end,
    operators === 'leading' && operator !== ';' ? ` ${line}&& ${command}` : `${operator} ${line}${command}`,
  );
}

/** Whether `&& …` behind the last command runs when, and only when, the script went well. */
function canAppend(text: string, { statements, heredoc, instruction }: ShellScript): boolean {
  const last = statements.at(-1);
  if (!last || heredoc || instruction.heredocs.length > 0) return false;
  if (statements.some(({ background, before }) => background || before === '&')) return false;
  return (
    /^[;\s\\`]*$/.test(text.slice(last.end, instruction.body.end)) && last.commands.every(({ name }) => name !== 'exit')
  );
}
