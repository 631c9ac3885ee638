import { type Edit, replace } from '../../text/edit';
import type { Build } from '../build-types';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import { readImageReference } from '../syntax/image-reference';
import type { RunInstruction } from '../syntax/instruction';
import type { KeptSecret } from './kept-secrets';

/** A word that writes a variable's value into the settings of npm, and the edit by which it writes the variable's name. */
export interface NpmReference {
  readonly run: RunInstruction;
  readonly word: ShellWord;
  readonly edit: Edit;
}

const setting = /(?:_authToken|_auth|_password)\s*=\s*\$\{\w+\}$/;
const key = /(?:_authToken|_auth|_password)$/;

/**
 * How npm is made to write `${NAME}` instead of the value, which it looks up whenever it reads its settings; undefined where this
 * is not npm, or cannot be shown to go well. npm before 7 stops where the variable is missing, npm 7 and 8 write the value over
 * the name with the next `npm config set`: so the image must be known to have a newer one. Yarn reads the same file, and stops too.
 */
export function npmReferences(build: Build, kept: KeptSecret, names: readonly string[]): NpmReference[] | undefined {
  const { command, secrets } = kept;
  const { instruction: run, dialect, form } = command.script;
  const { text } = build.source;
  if (dialect !== 'posix' || form === 'exec' || command.quotedBy || secrets.length !== 1) return undefined;
  const [word] = secrets;
  const [name] = word?.variables ?? [];
  if (word?.variables.length !== 1 || !name || !names.includes(name)) return undefined;
  if (!isSetting(command, word, kept.path) || !hasNewNpm(build, run) || breaksReference(build)) {
    return undefined;
  }
  const written = text.slice(word.start, word.end);
  const plain = written.replace(/^"(.*)"$/, '$1').replace(new RegExp(`\\$${name}(?!\\w)`), `\${${name}}`);
  // Quotes, backslashes and other expansions inside would mean something else in single quotes.
  if (written !== word.text || plain !== word.value || /['"\\`]/.test(plain) || plain.split('$').length !== 2) {
    return undefined;
  }
  return [{ run, word, edit: replace({ start: word.start, end: word.end }, `'${plain}'`) }];
}

/** Whether the word is a setting of npm with the variable alone as its value. */
function isSetting({ name, arguments: words }: ShellCommand, word: ShellWord, path: string): boolean {
  if (name === 'npm') {
    if (setting.test(word.value)) return true;
    const before = words[words.indexOf(word) - 1];
    return /^\$\{\w+\}$/.test(word.value) && before !== undefined && key.test(before.value);
  }
  return (name === 'echo' || name === 'printf') && /(?:^|\/)\.npmrc$/.test(path) && setting.test(word.value);
}

/** Node.js 20 was the first to come with npm 9 from its first version on. */
const FIRST_NODE = 20;
const lasting = /^(?:lts|latest|current|iron|jod|krypton)(?:$|-)/;

function hasNewNpm({ stages }: Build, { stage: index }: RunInstruction): boolean {
  const root = stages[index]?.root;
  if (root === undefined) return false;
  const { name, tag } = readImageReference({ start: 0, end: root.length, value: root });
  if (name !== 'node' && name !== 'library/node') return false;
  if (tag === undefined || lasting.test(tag) || /^(?:alpine|slim|bookworm|trixie)/.test(tag)) return true;
  const major = /^(\d+)(?:[.-]|$)/.exec(tag)?.[1];
  return major !== undefined && Number(major) >= FIRST_NODE;
}

/** Whether the build or its containers call Yarn, or the build brings an older npm. */
function breaksReference({ commands, instructions }: Build): boolean {
  const startsYarn = instructions.some(
    ({ keyword, words }) =>
      (keyword === 'CMD' || keyword === 'ENTRYPOINT') &&
      words.some(({ value }) => /^(?:.*\/)?yarn(?:pkg)?$/.test(value)),
  );
  return startsYarn || commands.some(isOtherManager);
}

function isOtherManager({ name, arguments: words }: ShellCommand): boolean {
  if (name === 'yarn' || name === 'yarnpkg' || name === 'nvm' || name === 'n') return true;
  return words.some(({ value }) => /^npm@/.test(value) && !/^npm@(?:latest$|next|(?:9|\d{2})(?:\.|$))/.test(value));
}
