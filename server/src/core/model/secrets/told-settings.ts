import { findSecretFile } from '../../knowledge/secrets/secret-files';
import { npmReader } from '../../knowledge/secrets/secret-readers';
import { type Edit, insert, remove, replace } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { runsOf } from '../multi-stage/runs';
import { relate } from '../order/places';
import { readRunLayout } from '../runs/run-layout';
import type { ShellCommand, ShellScript, ShellStatement, ShellWord } from '../shell/shell-command';
import { removeStatements } from '../shell/shell-edits';
import { instructionLines } from '../syntax/instruction-lines';
import type { KeeperRewrite } from './git-address';
import { startsGit } from './git-address';
import type { KeptSecret } from './kept-secrets';
import { quotingAt } from './secret-delivery';
import { isReadBy } from './secret-uses';
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
  { names: ['npm'], forget: forgetByNpm, uses: (_, command) => isReadBy(command, npmReader) },
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
  kept: KeptSecret,
  credential?: Span & { readonly text: string },
): KeeperRewrite | undefined {
  const { command, secrets, word: path } = kept;
  const { script } = command;
  const { text } = build.source;
  const [word] = secrets;
  const file = path ? readWrittenFile(build, kept) : undefined;
  const teller = file?.teller ?? tellers.find(({ names }) => names.includes(command.name ?? ''));
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
  } else if (!takeOut(build, script, [statement, ...(file?.cares(script) ?? [])], edits)) return undefined;
  for (const one of file ? build.scripts : []) {
    if (one.instruction.stage !== run.stage || one.instruction.index <= run.index) continue;
    if (!takeOut(build, one, file!.cares(one), edits)) return undefined;
  }
  for (const one of using)
    edits.push(insert(one.statements[0]!.start, `${setting} && `), append(build, one, teller, end));
  return {
    edits,
    ...(here ? {} : { told: script }),
    scripts: touched,
    note: file
      ? `${kept.path} is there for the RUNs that read it, and no longer than they run.`
      : `${command.name} forgets the setting with the credential at the end of each RUN that fetches.`,
  };
}

function takeOut(build: Build, script: ShellScript, gone: readonly ShellStatement[], edits: Edit[]): boolean {
  if (gone.length === 0) return true;
  const removal =
    gone.length === script.statements.length
      ? [remove(instructionLines(build, script.instruction))]
      : removeStatements(build.source, script, gone);
  edits.push(...(removal ?? []));
  return removal !== undefined;
}

/** Whether a command fetches by settings that some tools read. */
function readsSettings(build: Build, command: ShellCommand, readers: readonly string[]): boolean {
  const { name = '', words, arguments: given } = command;
  if (/^(?:rm|chmod|echo|printf)$/.test(name) || !words.some(({ value }) => readers.includes(value.split('/').at(-1)!)))
    return false;
  if (readers.includes('npm')) return isReadBy(command, npmReader);
  if (/^pip3?$/.test(name)) return given.some(({ value }) => /^(?:install|download|wheel)$/.test(value));
  return (name !== 'git' && name !== 'go') || fetchesByGit(build, command);
}

/** A file of settings that an `echo` writes and known tools read, such as `.npmrc`. */
interface WrittenFile {
  readonly teller: Teller;
  /** What only looks after the file. */
  cares(script: ShellScript): ShellStatement[];
}

/** A file that one command of the stage writes anew and that nothing else handles; undefined for any other. */
function readWrittenFile(build: Build, { command, word, path }: KeptSecret): WrittenFile | undefined {
  const { script } = command;
  const run = script.instruction;
  const target = command.redirects.find(({ operator }) => operator === '>')?.target;
  const file = findSecretFile(path);
  if (!target || target !== word || file?.readers === undefined || !/^(?:echo|printf)$/.test(command.name ?? ''))
    return undefined;
  const readers = file.readers.split(' ');
  const runs = runsOf(build);
  const place = runs
    .facts(run)
    ?.commands.find((one) => one.command === command)
    ?.mentions.find((one) => one.word === word)?.place;
  if (!place || /[*?[]/.test(target.value)) return undefined;
  const named: { readonly script: ShellScript; readonly command: ShellCommand }[] = [];
  for (const one of build.scripts) {
    if (one.instruction.stage !== run.stage) continue;
    for (const { command: other, mentions } of runs.facts(one.instruction)?.commands ?? []) {
      if (other !== command && mentions.some((mention) => relate(mention.place, place) === 'same'))
        named.push({ script: one, command: other });
    }
  }
  const isCare = ({ name = '', arguments: words, script: { statements }, statement }: ShellCommand) =>
    /^(?:rm|chmod)$/.test(name) &&
    statements[statement]?.kind === 'command' &&
    words.filter(({ value }) => !value.startsWith('-')).length === (name === 'chmod' ? 2 : 1);
  if (named.some((one) => !isCare(one.command) || (one.command.script === script && one.command.name === 'rm')))
    return undefined;
  // A relative path is the same file in one directory only.
  const { workdir } = build.states[run.index]!;
  const isFixed = /^(?:\/|~\/|\$\{?HOME\}?\/)/.test(target.value);
  const moves = build.scripts.some(
    ({ instruction, commands }) =>
      instruction.stage === run.stage &&
      instruction.index >= run.index &&
      (build.states[instruction.index]!.workdir !== workdir ||
        commands.some(({ name }) => name === 'cd' || name === 'pushd')),
  );
  if (!isFixed && moves) return undefined;
  if (build.context?.has(target.value.replace(/^\.\//, ''))) return undefined;
  const end = Math.min(...named.filter((one) => one.command.name === 'rm').map((one) => one.script.instruction.index));
  const isReader = (one: ShellCommand) => one.script.instruction.index <= end && readsSettings(build, one, readers);
  return {
    teller: { names: [], forget: () => `rm -f ${target.text}`, uses: (_, one) => isReader(one) },
    cares: (one) =>
      named.filter((other) => other.script === one).map(({ command: { statement } }) => one.statements[statement]!),
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
