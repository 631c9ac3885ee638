import type { State } from '../build-types';
import { type Place, placeIn, readPlace } from '../order/places';
import type { ShellCommand, ShellStatement } from './shell-command';

const NOTHING: readonly Place[] = [];

/** The working directory and the shell's own variables, followed through a script. */
export class Walk {
  directory: Place;
  readonly start: Place;
  readonly #state: State;
  #home: Place | undefined;
  #variables: Map<string, string> | undefined;
  /** `$_`: the last word of the command before. */
  #lastWord: string | undefined;
  #stack: Place[] | undefined;
  /** What the script has downloaded or written so far. */
  made: readonly Place[] = NOTHING;
  /** What a subshell or `sh -c` started from, to go back to behind it. */
  #outside: { readonly key: unknown; readonly directory: Place } | undefined;

  constructor(state: State, directory: Place) {
    this.directory = directory;
    this.start = directory;
    this.#state = state;
  }

  enter(command: ShellCommand, statement: ShellStatement | undefined): void {
    const key = command.quotedBy ?? (statement?.kind === 'subshell' ? statement : undefined);
    if (this.#outside && this.#outside.key !== key) {
      this.directory = this.#outside.directory;
      this.#outside = undefined;
    }
    if (key && !this.#outside) this.#outside = { key, directory: this.directory };
    if (!command.nameWord) {
      for (const { name, value } of command.assignments) this.#set(name, this.expand(value.value));
    }
    if (command.name === 'export' || command.name === 'local' || command.name === 'declare') {
      for (const word of command.arguments) {
        const equals = word.value.indexOf('=');
        if (equals > 0) this.#set(word.value.slice(0, equals), this.expand(word.value.slice(equals + 1)));
      }
    }
  }

  leave(command: ShellCommand): void {
    if (command.nesting === 'substitution') return;
    if (command.name === 'popd') this.directory = this.#stack?.pop() ?? this.directory;
    if (command.name === 'cd' || command.name === 'pushd') {
      if (command.arguments[0]?.value === '-') {
        this.directory = this.#stack?.pop() ?? this.directory;
      } else {
        const target = command.arguments.find(({ value }) => !value.startsWith('-') && !value.startsWith('+'));
        this.#stack ??= [];
        this.#stack.push(this.directory);
        this.directory = target ? this.place(target.value) : this.#homePlace();
      }
    }
    const last = command.arguments[command.arguments.length - 1];
    if (last) this.#set('_', this.expand(last.value));
  }

  /** Notes what a command brings that was not there before: a download, a clone, a file written by a redirection. */
  make({ name, arguments: words, redirects }: ShellCommand): void {
    for (const { operator, target } of redirects) {
      if (target && operator.startsWith('>') && !target.value.startsWith('&')) this.#bring(this.place(target.value));
    }
    if (name === 'git' && words[0]?.value === 'clone') {
      const operands = words.slice(1).filter(({ value }) => !value.startsWith('-'));
      const url = operands.findIndex(({ value }) => isRemote(this.expand(value)));
      if (url !== -1)
        this.#bring(this.place(operands[url + 1]?.value ?? nameOfLink(this.expand(operands[url]!.value))));
    }
    if (name !== 'curl' && name !== 'wget') return;
    for (const { value } of words) {
      const text = this.expand(value);
      if (isRemote(text)) this.#bring(this.place(nameOfLink(text)));
    }
    for (let at = 1; at < words.length; at++) {
      if (/^-[a-zA-Z]*[oO]$|^--output(?:-document)?$/.test(words[at - 1]!.value)) {
        if (!isRemote(this.expand(words[at]!.value))) this.#bring(this.place(words[at]!.value));
      }
    }
  }

  #bring(place: Place): void {
    this.made = [...this.made, place];
  }

  #set(name: string, value: string): void {
    const known = value.includes('${') && (value.includes('${…}') || value.includes(`\${${name}`)) ? undefined : value;
    if (name === '_') this.#lastWord = known;
    else if (known === undefined) this.#variables?.delete(name);
    else {
      this.#variables ??= new Map();
      this.#variables.set(name, known);
    }
  }

  #valueOf(name: string): string | undefined {
    const own = name === '_' ? this.#lastWord : this.#variables?.get(name);
    return own ?? this.#state.scope.lookup(name)?.value;
  }

  #homePlace(): Place {
    const { scope, home = '${HOME}' } = this.#state;
    this.#home ??= readPlace(scope.lookup('HOME')?.value ?? home, this.start);
    return this.#home;
  }

  /** A word's value with the variables that the file tells; others stay as `${NAME}`. */
  expand(value: string): string {
    if (!value.includes('${')) return value;
    return value.replace(/\$\{([A-Za-z_]\w*)(?::?-([^}$]*))?\}/g, (written, name: string, fallback?: string) => {
      const known = this.#valueOf(name);
      if (known !== undefined && (known !== '' || fallback === undefined)) return known;
      return name === 'HOME' || name === 'PWD' ? written : (fallback ?? written);
    });
  }

  /** The place that a word names. */
  place(value: string): Place {
    const expanded = this.expand(value);
    const text = expanded.startsWith('file:') ? expanded.replace(/^file:(?:\/\/)?/, '') : expanded;
    if (text === '~' || text.startsWith('~/')) return placeIn(this.#homePlace(), text.slice(1));
    if (text.startsWith('${')) {
      if (/^\$\{HOME\}(?=\/|$)/.test(text)) return placeIn(this.#homePlace(), text.slice(7));
      if (/^\$\{PWD\}(?=\/|$)/.test(text)) return placeIn(this.directory, text.slice(6));
    }
    return readPlace(text, this.directory);
  }
}

export const LINK = /^[a-z][a-z+.-]*:\/\/|^git@/i;

/** The name under which a download or clone ends up. */
function nameOfLink(link: string): string {
  return (
    link
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1)!
      .replace(/\.git$/, '') || '.'
  );
}

/** A host's name with a path behind it, without a scheme in front. */
const HOST = /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/|^\$\{|^(?:www|github)\./i;

export function isRemote(value: string): boolean {
  if (!LINK.test(value) && !HOST.test(value)) return false;
  return !/localhost|127\.0\.0\.1|\[::1\]/.test(value);
}
