import { type Edit, insert, remove } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import type { ShellCommand, ShellScript } from '../shell/shell-command';
import type { KeptSecret } from './kept-secrets';
import { findStart } from './runtime-needs';

/** How a tool is kept from leaving a credential in a file, in the place of a command that makes it do so. */
export interface KeeperRewrite {
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
): KeeperRewrite | undefined {
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

/** Whether the container goes to the network by Git. */
export function startsGit(build: Build): boolean {
  const start = findStart(build);
  return start !== undefined && remoteGit.test(build.source.text.slice(start.start, start.end));
}
