import { findManager } from '../installs/installs';
import type { ShellCommand, ShellWord } from '../shell/shell-command';

/** Commands that write nothing but what they are redirected to, or the files of users. */
const QUIET = new Set(
  `: [ [[ addgroup adduser alias cat cd command date echo env exit export expr false getent grep egrep groupadd groupmod head id
  ls locale nproc printenv printf pwd read readonly seq set shopt sleep sort tail test tr true type ulimit umask uname unset useradd
  usermod wc which whoami`.split(/\s+/),
);
/** Commands that write where their words say. */
const NAMED = new Set(
  'chgrp chmod chown cp curl cut dd gunzip git install ln mkdir mv sed awk tar tee touch unzip wget'.split(' '),
);
/** Those of them that write where they stand, unless a flag says otherwise. */
const HERE: ReadonlyMap<string, RegExp> = new Map([
  ['curl', /^-[a-zA-Z]*[oO]$|^--output/],
  ['wget', /^-[a-zA-Z]*[OP]|^--output-document|^--directory-prefix/],
  ['tar', /^-[a-zA-Z]*C|^--directory/],
  ['unzip', /^-d/],
  ['git', /^$/],
]);

const REMOVERS = new Set(['rm', 'rmdir', 'unlink', 'shred', 'truncate', 'find', 'fdupes']);
/** They write the file that they change anew, so that a layer above holds it once more. */
const CHANGERS = new Set([
  'chmod',
  'chown',
  'chgrp',
  'mv',
  'strip',
  'upx',
  'setcap',
  'setfacl',
  'patchelf',
  'gzip',
  'gunzip',
  'bunzip2',
  'xz',
  'unxz',
  'jdeps',
]);
/** A failure of theirs must not leave what they look at in the cache of an earlier step. */
const CHECKERS = /^(?:(?:sha\d+|md5|sha|b2)sum|shasum|gpgv?|cosign|minisign)$/;
const REMOVING_VERBS =
  /^(?:remove|purge|autoremove|auto-remove|autopurge|clean|autoclean|auto-clean|distclean|del|erase|uninstall|unlink|prune|rm|cc|cleanup|clear-cache|clearcache|cache|dedupe|delete|store|history|mark)$/;
const SYSTEM_PLACES = /^\/(?:var|usr|etc|lib\w*|bin|sbin|opt|boot|run)(?:\/|$)|^\/[*?[]/;
const MANAGERS = new Set('apt apt-get aptitude apk dnf dnf5 yum microdnf tdnf zypper pacman'.split(' '));

/** What a command takes back, or writes once more, of what commands before it did. */
export type Undoing =
  | { readonly kind: 'paths'; readonly words: readonly ShellWord[] }
  | { readonly kind: 'packages'; readonly system: boolean }
  | { readonly kind: 'anything' };

/** Reads what a command undoes; undefined where that is nothing. */
export function readUndoing(command: ShellCommand): Undoing | undefined {
  const { name, arguments: words } = command;
  if (name === undefined) return undefined;
  const values = words.map(({ value }) => value);
  const operands = words.filter(({ value }) => !/^-./.test(value));
  if (name === 'find' && !values.some((value) => /^-(?:delete|exec(?:dir)?|ok)$/.test(value))) return undefined;
  if (name === 'find')
    return {
      kind: 'paths',
      words: words.slice(
        0,
        values.findIndex((value) => /^[-(!]/.test(value)),
      ),
    };
  if (REMOVERS.has(name)) return { kind: 'paths', words: operands };
  if (name === 'gpg' && !values.includes('--verify')) return undefined;
  if (CHANGERS.has(name) || name === 'gpg' || name === 'gpgv') {
    // Mode and owner come first, though `-x` looks like a flag.
    const paths = /^(?:chmod|chown|chgrp|setcap)$/.test(name) ? operands.slice(1) : operands;
    return { kind: 'paths', words: paths.length > 0 ? paths : operands };
  }
  if (CHECKERS.test(name))
    return values.some((value) => /^-[a-z]*c|^--check/.test(value)) ? { kind: 'anything' } : undefined;
  if (MANAGERS.has(name))
    return operands.some(({ value }) => REMOVING_VERBS.test(value)) ? { kind: 'packages', system: true } : undefined;
  if (name === 'dpkg' || name === 'rpm')
    return values.some((value) => /^-(?:[erP]|-purge|-remove|-erase)/.test(value))
      ? { kind: 'packages', system: true }
      : undefined;
  const manager = findManager(command);
  const verb = (manager?.words ?? words).find(({ value }) => !value.startsWith('-'))?.value ?? '';
  if (manager) return REMOVING_VERBS.test(verb) ? { kind: 'packages', system: false } : undefined;
  return REMOVING_VERBS.test(verb) || name === 'gpgconf' || name === 'xargs' || name === 'deborphan'
    ? { kind: 'anything' }
    : undefined;
}

/** Whether a command, as far as its words tell, did nothing of what another one undoes. */
export function isInnocent(command: ShellCommand, undoing: Undoing, workdir: string | undefined): boolean {
  const { name, words, redirects, nameWord } = command;
  if (name === undefined && nameWord !== undefined) return false;
  const targets = undoing.kind === 'paths' ? undoing.words.map(({ value }) => value) : [];
  const written = redirects.flatMap(({ operator, target }) => (operator.includes('>') && target ? [target.value] : []));
  if (
    written.some((value) => !/^\d|^\/dev\//.test(value) && (undoing.kind === 'anything' || isRelated(value, targets)))
  )
    return false;
  if (name === undefined || QUIET.has(name)) return true;
  const here = HERE.get(name);
  const writesHere = here !== undefined && !words.some(({ value }) => here.test(value));
  switch (undoing.kind) {
    case 'anything':
      return MANAGERS.has(name) || name === 'mkdir';
    case 'packages': {
      if (NAMED.has(name)) return true;
      const manager = findManager(command)?.manager;
      return manager !== undefined && manager.kind !== 'build' && (manager.kind === 'system') !== undoing.system;
    }
    case 'paths': {
      if (targets.some((value) => value.startsWith('${'))) return name === 'mkdir';
      if (MANAGERS.has(name)) return targets.every((value) => isOutside(value, workdir));
      if (!NAMED.has(name)) return false;
      if (writesHere && !targets.every((value) => liesElsewhere(value, workdir))) return false;
      return words.slice(1).every(({ value }) => !isRelated(value, targets));
    }
  }
}

/** Whether a path lies where packages of the operating system put nothing. */
function isOutside(value: string, workdir: string | undefined): boolean {
  const path = value.startsWith('/') || value.startsWith('~') ? value : `${workdir ?? ''}/${value}`;
  return !SYSTEM_PLACES.test(path) && !value.includes('..') && path !== '/';
}

/** Whether a path is absolute and lies apart from the working directory, known or not. */
function liesElsewhere(value: string, workdir: string | undefined): boolean {
  if (!value.startsWith('/') || value.includes('..')) return false;
  if (workdir === undefined) return SYSTEM_PLACES.test(value);
  const path = value.replace(/[*?[].*$/, '');
  return !path.startsWith(workdir === '/' ? '/' : `${workdir}/`) && !`${workdir}/`.startsWith(path);
}

/** Whether a word names one of some paths, something in one or around one, or has the same name. */
function isRelated(value: string, paths: readonly string[]): boolean {
  if (value.startsWith('-') && !value.includes('/')) return false;
  return paths.some((path) => {
    const fixed = path.replace(/[*?[{].*$/, '').replace(/\/+$/, '');
    const name = fixed.slice(fixed.lastIndexOf('/') + 1);
    if (fixed === '' || fixed === '.' || value.includes('${')) return true;
    const own = value.replace(/\/+$/, '');
    if (fixed.startsWith('/') && own.startsWith('/'))
      return own === fixed || own.startsWith(`${fixed}/`) || fixed.startsWith(`${own}/`) || own === '';
    return name !== '' && (own.includes(name) || name.startsWith(own.slice(own.lastIndexOf('/') + 1)));
  });
}
