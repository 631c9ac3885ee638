import type { Build } from '../build-types';
import { placeText, ROOT, readPlace } from '../order/places';
import type { ShellCommand } from '../shell/shell-command';
import { readUser } from '../stages/user';
import { type Group, removePairs } from './secret-group';
import type { Use } from './secret-uses';
import type { SshKey } from './ssh-mount';

const keyFile =
  /(?:^|\/)\.ssh\/(?!known_hosts|config|authorized_keys)[^/]+$|(?:^|[/_-])(?:id_(?:rsa|dsa|ecdsa|ed25519)|(?:ssh|deploy|git|private)[_-]?key)[^/]*$/i;

/** A variable that RUNs write into the file of an SSH key, or give to `ssh-add`; undefined for any other. */
export function findWrittenKey(build: Build, group: Group, uses: readonly Use[]): SshKey | undefined {
  const paths = new Set<string>();
  let added = false;
  const reads = ({ words, redirects }: ShellCommand) =>
    [...words, ...redirects.flatMap(({ target }) => target ?? [])].some(({ variables }) =>
      variables.some((name) => group.names.has(name)),
    );
  for (const { script } of uses) {
    const run = script.instruction;
    const { home = '/root' } = readUser(build, run);
    const { workdir = '/' } = build.states[run.index]!;
    for (const { commands } of script.statements) {
      if (!commands.some(reads)) continue;
      for (const { name, redirects, arguments: words } of commands) {
        added ||= name === 'ssh-add';
        const targets = redirects
          .filter(({ operator }) => operator.startsWith('>'))
          .flatMap(({ target }) => target ?? []);
        for (const { value } of name === 'tee' ? [...targets, ...words] : targets) {
          if (!keyFile.test(value) || value.endsWith('.pub')) continue;
          const path = value.replace(/^(?:~|\$\{?HOME\}?)(?=\/)/, home);
          paths.add(placeText(readPlace(path, readPlace(workdir, ROOT))));
        }
      }
    }
  }
  const [first] = uses;
  if ((paths.size === 0 && !added) || !first) return undefined;
  const { instruction } = first.script;
  if (uses.some(({ script }) => script.instruction.stage !== instruction.stage)) return undefined;
  return { from: instruction, paths, variables: group.names, edits: removePairs(build, group.declarations) };
}
