import { credentialCommands } from '../../knowledge/secrets/credential-commands';
import {
  environmentPrinters,
  fileEditors,
  printers,
  type SecretKeeper,
  secretKeepers,
} from '../../knowledge/secrets/secret-keepers';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import type { Runs } from '../multi-stage/runs';
import { type Place, placeText, ROOT, readPlace, relate } from '../order/places';
import type { ShellCommand, ShellScript, ShellWord } from '../shell/shell-command';
import { readUser } from '../stages/user';
import { readsSecret, type SecretInputs } from './secret-inputs';

/** A command that leaves a secret of its RUN in a file of the layer. */
export interface KeptSecret {
  readonly command: ShellCommand;
  /** The word that names the file; the command itself names it where it is undefined. */
  readonly word?: ShellWord;
  /** The words that bring the secret along; none where it is piped in. */
  readonly secrets: readonly ShellWord[];
  /** The file, for messages. */
  readonly path: string;
  /** The tool that keeps it in a file of its own. */
  readonly keeper?: SecretKeeper;
}

/** What a RUN reads that must not stay: what its mounts give, or what stands in a part of its text. */
export interface SecretReads extends SecretInputs {
  readonly literal?: Span;
}

/** What writes the content of one place to another. */
const copiers = new Set(['cp', 'mv', 'install', 'rsync', 'dd']);

/** Every command of a script that leaves a secret in a file which the script neither deletes nor keeps in a mount. */
export function findKeptSecrets(build: Build, runs: Runs, script: ShellScript, reads: SecretReads): KeptSecret[] {
  const reader = new Reader(build, runs, script, reads);
  return script.commands.flatMap((command, index) => reader.keptBy(command, index) ?? []);
}

/** Why a secret mount alone does not keep a secret out of the image, and what to do by hand. `what` names the secret. */
export function whyKept({ command, path, keeper }: KeptSecret, what: string): string {
  const tool = [command.name ?? 'The command', ...(keeper?.verbs?.split(' ') ?? [])].join(' ');
  const instead =
    keeper?.instead ??
    (path.includes(' ') ? 'do this outside of the build' : `delete ${path} in the same RUN or mount it as a secret`);
  return `${tool} writes ${what} to ${path}, which the layer keeps; to keep it out, ${instead}.`;
}

/** Tools of which it is known what they do with a secret, and words of the shell. */
const judged = new Set([
  ...credentialCommands.flatMap(({ names }) => names.split(' ')),
  ...secretKeepers.flatMap(({ names }) => names.split(' ')),
  ...[...printers, ...environmentPrinters, ...copiers, ...fileEditors.keys()],
  ...['[', 'test', 'export', 'local', 'readonly', 'unset', 'true', 'pip', 'pip3', 'exit', 'chpasswd', 'passwd'],
]);

/** What a person has to look at after a secret mount took the place: hashes that stay, and tools that nobody here knows. */
export function notesOnSecrets(build: Build, runs: Runs, script: ShellScript, reads: SecretReads): string[] {
  const reader = new Reader(build, runs, script, reads);
  const notes = script.commands.flatMap((command, index) => {
    const { name } = command;
    if (name === undefined || !reader.isBrought(command, index)) return [];
    if (hashing.has(name)) return [`What ${name} makes of it, a hash as a rule, stays in the image.`];
    return judged.has(name)
      ? []
      : [`If ${name} writes it into a file, the layer keeps it: that cannot be told from here.`];
  });
  return [...new Set(notes)];
}

/** Tools that set a password and keep no more than a hash. */
const hashing = new Set(
  'chpasswd passwd htpasswd mysqladmin mariadb-admin add-user.sh rabbitmqctl neo4j-admin grafana-cli kcadm.sh'.split(
    ' ',
  ),
);

class Reader {
  readonly #build: Build;
  readonly #runs: Runs;
  readonly #script: ShellScript;
  #reads: SecretReads;

  constructor(build: Build, runs: Runs, script: ShellScript, reads: SecretReads) {
    this.#build = build;
    this.#runs = runs;
    this.#script = script;
    this.#reads = reads;
    this.#reads = { ...reads, variables: this.#withDerived() };
  }

  keptBy(command: ShellCommand, index: number): KeptSecret | undefined {
    const { name = '', arguments: all, redirects } = command;
    // The words of `sh -c '…'` stand for themselves as the commands that follow.
    if (this.#script.commands[index + 1]?.quotedBy === command) return undefined;
    const words = command.words.filter((word) => this.#brings(word));
    const inputs = redirects.filter(({ operator }) => operator === '<' || operator === '<<<');
    const secrets = [...words, ...inputs.flatMap(({ target }) => (target && this.#brings(target) ? target : []))];
    const fed = this.#isFed(command, index) || (secrets.length > words.length && words.length === 0);
    const brought = secrets.length > 0 || fed;
    const target = redirects.find(({ operator }) => /^(?:&?>>?|1>>?|>\|)$/.test(operator))?.target;
    const kept = (path: string, word?: ShellWord, keeper?: SecretKeeper): KeptSecret | undefined => {
      const stays = this.#stays(command, index, path, word);
      return stays === undefined
        ? undefined
        : { command, secrets, path: stays, ...(word ? { word } : {}), ...(keeper ? { keeper } : {}) };
    };

    if (copiers.has(name)) {
      const to = all.findLast(({ value }) => !value.startsWith('-'));
      return brought && to && !words.includes(to) ? kept(to.value.replace(/^of=/, ''), to) : undefined;
    }
    const editor = fileEditors.get(name);
    if (editor && words.length > 0 && all.some(({ value }) => editor.test(value))) {
      const file = all.at(-1)!;
      return kept(file.value, words.includes(file) ? undefined : file);
    }
    if (environmentPrinters.has(name) && target && this.#reads.variables.size > 0) {
      if (all.every(({ value }) => value.startsWith('-') || this.#reads.variables.has(value))) {
        return kept(target.value, target);
      }
    }
    if (printers.has(name)) {
      const expands = name === 'envsubst' && all.every((word) => this.#names(word.value));
      if (!brought && !(expands && this.#reads.variables.size > 0)) return undefined;
      const to =
        target ??
        (name === 'tee' ? all.find(({ value }) => !value.startsWith('-')) : undefined) ??
        // What openssl is told on its command line opens files; what it is fed it writes.
        (name === 'openssl' && fed ? all[all.findIndex(({ value }) => value === '-out') + 1 || all.length] : undefined);
      return to && kept(to.value, to);
    }
    if (!brought || takesBack(command)) return undefined;
    const keeper = secretKeepers.find((one) => isKeeper(one, command, words, fed));
    return keeper && kept(keeper.verbs === 'clone' ? `${cloneOf(all)}/${keeper.file}` : keeper.file, undefined, keeper);
  }

  /** Whether the secret comes to a command in its words or by a pipe. */
  isBrought(command: ShellCommand, index: number): boolean {
    if (this.#script.commands[index + 1]?.quotedBy === command) return false;
    return command.words.some((word) => this.#brings(word)) || this.#isFed(command, index);
  }

  /** Names that the script itself gives the secret to: `auth=$(echo -n "ci:$TOKEN" | base64)`. */
  #withDerived(): ReadonlySet<string> {
    const names = new Set(this.#reads.variables);
    this.#reads = { ...this.#reads, variables: names };
    for (const { assignments, nameWord, name, words } of this.#script.commands) {
      if (!nameWord) for (const { name: to, value } of assignments) if (this.#brings(value)) names.add(to);
      if (name !== 'export' && name !== 'local' && name !== 'readonly' && name !== 'declare') continue;
      for (const word of words) {
        const equals = word.value.indexOf('=');
        if (equals > 0 && this.#brings(word)) names.add(word.value.slice(0, equals));
      }
    }
    return names;
  }

  /** Whether a word brings the secret along; the output of a command does when the command prints what it is given. */
  #brings(word: ShellWord): boolean {
    const { literal } = this.#reads;
    if (literal && word.start <= literal.start && literal.end <= word.end) return true;
    if (!word.value.includes('${…}')) return readsSecret(word, this.#reads);
    if (
      word.variables.some(
        (name) => new RegExp(`\\$\\{${name}(?!\\w)`).test(word.value) && this.#reads.variables.has(name),
      )
    ) {
      return true;
    }
    const inside = this.#script.commands.filter(({ start, end }) => word.start <= start && end <= word.end);
    // Scripts in backticks have no commands of their own.
    if (inside.length === 0) return readsSecret(word, this.#reads);
    return inside.some(
      ({ name, nameWord, words, redirects }) =>
        (nameWord === undefined || printers.has(name ?? '') || name === 'printenv') &&
        (words.some((one) => readsSecret(one, this.#reads)) ||
          words.some(({ value }) => name === 'printenv' && this.#reads.variables.has(value)) ||
          redirects.some(({ target }) => target && readsSecret(target, this.#reads))),
    );
  }

  /** Whether a text that a program expands by itself names one of the variables. */
  #names(text: string): boolean {
    return [...this.#reads.variables].some((name) => new RegExp(`\\$\\{?${name}(?!\\w)`).test(text));
  }

  /** Whether the secret is piped into a command, or stands in its here-document. */
  #isFed(command: ShellCommand, index: number): boolean {
    if (command.redirects.some(({ operator, start, end }) => this.#isHereText(operator, { start, end }))) return true;
    if (command.nesting !== 'pipeline') return false;
    for (let at = index - 1; this.#script.commands[at]?.statement === command.statement; at--) {
      const one = this.#script.commands[at]!;
      // `{ echo x; echo y; } | tool`: what stands in the group goes through the pipe as well.
      if (
        !/^(?:pipeline|group|subshell)$/.test(one.nesting) ||
        !(printers.has(one.name ?? '') || one.name === 'printenv')
      )
        continue;
      if (
        one.words.some(
          (word) => this.#brings(word) || (one.name === 'printenv' && this.#reads.variables.has(word.value)),
        )
      )
        return true;
      if (one.redirects.some(({ target }) => target && this.#brings(target))) return true;
    }
    return false;
  }

  #isHereText(operator: string, { start, end }: Span): boolean {
    if (operator !== '<<' && operator !== '<<-') return false;
    const { text } = this.#build.source;
    const delimiter = text.slice(start, end).replace(/^\d*<<-?\s*/, '');
    // In a quoted one nothing is expanded.
    if (/["'\\]/.test(delimiter)) return false;
    const lines = text.slice(text.indexOf('\n', end) + 1).split('\n');
    const last = lines.findIndex((line) => line.trim() === delimiter);
    return this.#names(lines.slice(0, last === -1 ? lines.length : last).join('\n'));
  }

  /** The file as text, when the RUN neither deletes it afterwards nor has a mount there. */
  #stays(command: ShellCommand, index: number, path: string, word: ShellWord | undefined): string | undefined {
    if (/^\/dev\/|^&?\d$/.test(path)) return undefined;
    const { instruction, commands } = this.#script;
    const facts = this.#runs.facts(instruction)?.commands.find((one) => one.command === command);
    const home = readUser(this.#build, instruction).home;
    const mention = facts?.mentions.find((one) => one.word === word);
    const place: Place | undefined =
      mention?.place ??
      (path.startsWith('~/') && home
        ? readPlace(`${home}/${path.slice(2)}`, ROOT)
        : path.startsWith('/') && !path.includes(' ')
          ? readPlace(path, ROOT)
          : undefined);
    const covered = (mount: string | undefined) =>
      place !== undefined && mount !== undefined && /same|inside/.test(relate(place, readPlace(mount, ROOT)));
    if (instruction.mounts.some(({ target }) => covered(target))) return undefined;
    const plain = withoutHome(path, home);
    const gone = commands.some((one, at) => {
      if (one.name === 'trap')
        return one.words.some(({ value }) => value.includes('rm ') && value.includes(plain.split('/').at(-1)!));
      return at > index && (deletes(one, plain, home) || undoes(one, command));
    });
    if (gone) return undefined;
    return word && place?.root === '/' ? placeText(place) : path;
  }
}

function isKeeper(keeper: SecretKeeper, command: ShellCommand, secrets: readonly ShellWord[], fed: boolean): boolean {
  const { names, verbs, needs, given, piped } = keeper;
  if (!names.split(' ').includes(command.name ?? '')) return false;
  const words = command.arguments;
  let from = 0;
  for (const verb of verbs?.split(' ') ?? []) {
    const at = words.findIndex(({ value }, index) => index >= from && value === verb);
    if (at === -1) return false;
    from = at + 1;
  }
  // What stands in front of the verb is for this one call: `git -c http.extraHeader=… clone`.
  const kept = secrets.filter((word) => !words.slice(0, verbs ? from : 0).includes(word) && words.includes(word));
  if (needs && !words.some(({ value }) => needs.test(value))) return false;
  if (kept.length === 0) return piped === true && fed;
  return given === undefined || kept.some(({ value }) => given.test(value));
}

/** The directory of a clone: the word behind the address, or the last part of that. */
function cloneOf(words: readonly ShellWord[]): string {
  const at = words.findIndex(({ value }) => value.includes('://'));
  const next = words.slice(at + 1).find(({ value }) => !value.startsWith('-'));
  return (
    next?.value.replace(/\/+$/, '') ??
    words[at]?.value
      .replace(/\/+$|\.git\/*$/g, '')
      .split('/')
      .at(-1) ??
    '.'
  );
}

function withoutHome(path: string, home: string | undefined): string {
  const rest = path.replace(/^(?:~|\$\{?HOME\}?)(?=\/|$)/, '~');
  return home && rest.startsWith(`${home}/`) ? `~${rest.slice(home.length)}` : rest;
}

/** Whether a command deletes a file, or a directory around it. */
function deletes({ name, arguments: words }: ShellCommand, path: string, home: string | undefined): boolean {
  const finds = name === 'find' && words.some(({ value }) => value === '-delete' || value === 'rm');
  if (name !== 'rm' && name !== 'shred' && name !== 'unlink' && !finds) return false;
  const recursive = finds || words.some(({ value }) => /^-[a-zA-Z]*[rR]|^--recursive$/.test(value));
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return words.some(({ value }) => {
    if (value.startsWith('-')) return false;
    const named = withoutHome(value, home)
      .split('/')
      .filter((part) => part !== '' && part !== '.');
    const last = parts.lastIndexOf(named.at(-1)!);
    if (last === -1 || (last < parts.length - 1 && !recursive)) return false;
    for (let back = 1; back < named.length && back <= last; back++) {
      if (named.at(-1 - back) !== parts[last - back]) return false;
    }
    return true;
  });
}

/** Whether a later call of a tool takes back what it kept. */
function undoes(command: ShellCommand, kept: ShellCommand): boolean {
  return command.name !== undefined && command.name === kept.name && takesBack(command);
}

function takesBack({ arguments: words }: ShellCommand): boolean {
  return words.some(
    ({ value }, index) =>
      /^(?:logout|delete|unset|--unset(?:-all)?|--delete|--remove-section)$/.test(value) ||
      (/^(?:rm|remove)$/.test(value) && words[index - 1]?.value === 'remote') ||
      (value === 'set-url' && !words.some((word) => /:\/\/[^/\s]*@/.test(word.value))),
  );
}
