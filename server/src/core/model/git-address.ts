import { type Edit, insert, remove } from '../text/edit';
import { lineAt } from '../text/source';
import type { Span } from '../text/span';
import type { Build } from './build-types';
import { instructionLines } from './instruction-lines';
import type { KeptSecret } from './kept-secrets';
import { readRunLayout } from './run-layout';
import { findStart } from './runtime-needs';
import type { ShellCommand, ShellScript, ShellWord } from './shell-command';
import { removeStatements } from './shell-edits';
import { fetchesByGit } from './ssh-fetches';

/** How Git is kept from writing a credential down, in the place where a command would make it do so. */
export interface GitRewrite {
  readonly edits: readonly Edit[];
  /** The RUN that names the credential no more, if any. */
  readonly told?: ShellScript;
  /** The RUNs that name it afterwards. */
  readonly scripts: readonly ShellScript[];
  readonly note: string;
}

/** `https://user:secret@host/`, with the quotes that a shell word may have around it. */
const address = /(https?:\/\/)([^\s/@"'`]+@)([^\s/@"'`]+\/)/;

/**
 * A clone writes the address that it is given into `.git/config`; an address that the call alone rewrites it does not. Undefined
 * where this is no such clone, or something else may rely on what is written.
 * @param credential a part of the address to write differently
 */
export function rewriteClone(
  build: Build,
  { command, secrets, keeper }: KeptSecret,
  credential?: Span & { readonly text: string },
): GitRewrite | undefined {
  const { text } = build.source;
  const { nameWord, script } = command;
  const [word] = secrets;
  if (keeper?.verbs !== 'clone' || command.name !== 'git' || secrets.length !== 1 || !word || !nameWord)
    return undefined;
  if (script.form === 'exec' || command.quotedBy || nameWord.value !== 'git') return undefined;
  if (text.slice(word.start, word.end) !== word.text || /bitbucket/i.test(word.text)) return undefined;
  const found = address.exec(word.text);
  if (!found || word.text.startsWith("'") || reliesOnAddress(build, command)) return undefined;
  const [, scheme, userinfo, host] = found;
  const start = word.start + found.index + scheme!.length;
  const span = { start, end: start + userinfo!.length };
  const written = credential
    ? text.slice(span.start, credential.start) + credential.text + text.slice(credential.end, span.end)
    : userinfo!;
  return {
    edits: [insert(nameWord.end, ` -c "url.${scheme}${written}${host}.insteadOf=${scheme}${host}"`), remove(span)],
    scripts: [script],
    note: 'The clone has the address without the credential: what fetches later has to bring its own.',
  };
}

/** Whether Git goes to the network again by the address that a clone has written down. */
function reliesOnAddress(build: Build, clone: ShellCommand): boolean {
  const { instruction } = clone.script;
  const again = build.commands.some(
    (command) =>
      command.name === 'git' &&
      command !== clone &&
      command.script.instruction.index >= instruction.index &&
      command.arguments.some(({ value }) => /^(?:fetch|pull|submodule|lfs|push|ls-remote)$/.test(value)),
  );
  return again || startsGit(build);
}

const remoteGit = /\bgit\b.*\b(?:clone|pull|fetch|push|submodule|lfs|ls-remote)\b/;

function startsGit(build: Build): boolean {
  const start = findStart(build);
  return start !== undefined && remoteGit.test(build.source.text.slice(start.start, start.end));
}

/**
 * `git config url.….insteadOf` keeps the credential until it is told to forget it. The RUNs that fetch get the setting and its end;
 * a RUN that only makes the setting goes. Undefined where that can't be shown to be the same.
 */
export function rewriteConfig(build: Build, { command, secrets }: KeptSecret): GitRewrite | undefined {
  const { script } = command;
  const { text } = build.source;
  const [word] = secrets;
  const forget = word && forgetting(build, command, word);
  if (command.name !== 'git' || secrets.length !== 1 || !forget || script.form !== 'shell' || command.quotedBy)
    return undefined;
  const scope = command.arguments.find(({ value }) => value === '--global' || value === '--system')?.value;
  const statement = script.statements[command.statement];
  if (!scope || statement?.kind !== 'command' || statement.commands.length !== 1) return undefined;
  const setting = text.slice(statement.start, statement.end);
  if (/[\r\n]/.test(setting) || startsGit(build)) return undefined;
  const end = `git config ${scope} ${forget}`;

  const run = script.instruction;
  const stage = build.stages[run.stage];
  if (!stage || build.stages.some(({ parent }) => parent === stage)) return undefined;
  const following = build.scripts.filter(
    ({ instruction }) => instruction.stage === run.stage && instruction.index > run.index,
  );
  const fetching = following.filter(({ commands }) => commands.some((one) => fetchesByGit(build, one)));
  const here = script.commands.some((one) => one.start > command.start && fetchesByGit(build, one));
  if (fetching.length === 0 && !here) return undefined;
  if ([script, ...fetching].some((one) => one.form !== 'shell' || one.broken || !canAppend(text, one)))
    return undefined;

  const edits: Edit[] = [];
  const scripts: ShellScript[] = [];
  if (here) {
    edits.push(append(build, script, end));
    scripts.push(script);
  } else if (script.statements.length === 1) edits.push(remove(instructionLines(build, run)));
  else {
    const removal = removeStatements(build.source, script, [statement]);
    if (!removal) return undefined;
    edits.push(...removal);
  }
  for (const one of fetching) {
    edits.push(insert(one.statements[0]!.start, `${setting} && `), append(build, one, end));
    scripts.push(one);
  }
  return {
    edits,
    ...(here ? {} : { told: script }),
    scripts,
    note: 'Git forgets the address with the credential at the end of each RUN that fetches.',
  };
}

/** The options by which `git config` takes back what it was told: a section that holds the credential in its name, or a key. */
function forgetting({ source: { text }, commands }: Build, command: ShellCommand, word: ShellWord): string | undefined {
  if (text.slice(word.start, word.end) !== word.text) return undefined;
  const section = /^("?)(url\..*)\.insteadOf\1$/i.exec(word.text);
  if (section) return `--remove-section ${section[1]}${section[2]}${section[1]}`;
  const words = command.arguments;
  const key = words[words.indexOf(word) - 1];
  if (!key?.literal || !/^[\w.:/-]+\.[\w-]+$/.test(key.value)) return undefined;
  const others = commands.filter(
    ({ name, words: all }) => name === 'git' && all.some(({ value }) => value === key.value),
  );
  return others.length === 1 ? `--unset-all ${key.value}` : undefined;
}

/** A command behind the last one of a script, in the script's own layout. */
function append(build: Build, script: ShellScript, command: string): Edit {
  const { source, escape } = build;
  const { end } = script.statements.at(-1)!;
  const isOneLine = lineAt(source, script.instruction.keywordSpan.start) === lineAt(source, end);
  if (isOneLine) return insert(end, ` && ${command}`);
  const { operators, indent } = readRunLayout(build, [script]);
  const line = `${escape}${source.newline}${indent}`;
  return insert(end, operators === 'leading' ? ` ${line}&& ${command}` : ` && ${line}${command}`);
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
