import { isSentinel } from '../../knowledge/secrets/placeholders';
import { bundledName } from '../../knowledge/secrets/secret-names';
import { npmReader } from '../../knowledge/secrets/secret-readers';
import { overlapping } from '../../text/edit';
import type { Build } from '../build-types';
import { Runs } from '../multi-stage/runs';
import type { ShellScript, ShellWord } from '../shell/shell-command';
import { isShipped } from '../stages/exposure';
import { type KeeperRewrite, rewriteClone } from './git-address';
import { findKeptSecrets, notesOnSecrets, whyKept } from './kept-secrets';
import { type NpmReference, npmReferences } from './npm-reference';
import { runtimeNeed } from './runtime-needs';
import { deliverSecret, readDelivery } from './secret-delivery';
import { type Group, readGroup, removePairs } from './secret-group';
import { type NoSecretMount, type SecretMountRewrite, secretId } from './secret-mount';
import { buildNotes } from './secret-notes';
import { isInScope, isReadBy, readUses, type Use } from './secret-uses';
import { keyToSshMount } from './ssh-mount';
import { rewriteSetting } from './told-settings';
import { findWrittenKey } from './written-key';

/**
 * Gives a variable that ARG or ENV declares to the RUNs that use it as a secret mount, and takes the declarations away: those of
 * its name, and of variables that only copy it.
 */
export function variableToSecretMount(build: Build, name: string): SecretMountRewrite | NoSecretMount {
  const group = readGroup(build, name);
  if ('because' in group) return group;
  const uses = readUses(build, group);
  if ('because' in uses) return uses;
  const lasting = group.declarations.find(({ instruction }) => instruction.keyword === 'ENV');
  if (uses.runs.length === 0) {
    return {
      because:
        lasting && isShipped(build, lasting.instruction.stage)
          ? `No RUN uses ENV ${lasting.pair.name.value}: it is there for the running container, which a build secret does not reach.`
          : `No RUN names ${name}, so it can't be told which step needs the secret.`,
    };
  }
  for (const declaration of group.declarations) {
    const because = runtimeNeed(build, declaration);
    if (because !== undefined) return { because };
  }
  const key = findWrittenKey(build, group, uses.runs);
  const ssh = key && keyToSshMount(build, key);
  if (ssh && !('because' in ssh)) return { ...ssh, notes: [...ssh.notes, ...argNotes(group)] };
  const kept = readKept(build, uses.runs);
  if ('because' in kept) return ssh ?? kept;
  const { rewritten, forgetting } = kept;
  const named = forgetting.length === 0 ? uses.runs : usesOfKeepers(group, uses.runs, forgetting);
  const runs = rewritten.length === 0 ? named : usesOfNpm(build, group, named, rewritten);
  if (runs.length === 0) return { because: `No RUN is known to read ${name} from the settings of npm.` };

  const delivery = readDelivery(
    build,
    runs.map(({ script }) => script),
  );
  if ('because' in delivery) return delivery;
  const id = secretId(name);
  const secret = { id, required: hasLiteral(group) };
  const mounts = runs.flatMap(({ script, names }) =>
    deliverSecret(build, delivery, script, secret, names, forgetting.length === 0),
  );
  const removals = removePairs(build, group.declarations);
  const notes = buildNotes(build, id, name);
  notes.push(...argNotes(group));
  if (lasting && isShipped(build, lasting.instruction.stage)) {
    notes.push(
      `${lasting.pair.name.value} is no longer set in containers; give it to those that need it when they start.`,
    );
  }
  notes.push(...kept.notes);
  if (rewritten.length > 0) {
    notes.push(
      `The settings of npm hold the name ${name} now: each npm command that needs the registry needs the mount.`,
    );
  }
  const edits = [
    ...delivery.edits,
    ...removals,
    ...mounts,
    ...rewritten.map(({ edit }) => edit),
    ...forgetting.flatMap((one) => one.edits),
  ];
  if (overlapping(edits)) return { because: `What keeps ${name} stands in the way of what reads it.` };
  return {
    title: `Convert ${name} to a secret mount`,
    edits,
    notes,
  };
}

/** Whether the file itself gave the value, so that every build had one. */
function hasLiteral({ declarations }: Group): boolean {
  return declarations.some(
    ({ pair: { value } }) => value !== undefined && value.references.length === 0 && !isSentinel(value.value),
  );
}

/** What callers of the build have to leave out. */
function argNotes({ declarations }: Group): string[] {
  const arg = declarations.find(({ instruction }) => instruction.keyword === 'ARG');
  return arg ? [`--build-arg ${arg.pair.name.value} has no effect any more.`] : [];
}

/** What is written differently so that no file keeps the value, and what to tell of it. */
interface Kept {
  readonly rewritten: readonly NpmReference[];
  readonly forgetting: readonly KeeperRewrite[];
  readonly notes: readonly string[];
}

/**
 * Where the value would stay in a file although a mount brings it: npm is given the variable's name to write instead; any other
 * tool is a reason to refuse.
 */
function readKept(build: Build, uses: readonly Use[]): Kept | NoSecretMount {
  const runs = new Runs(build);
  const rewritten: NpmReference[] = [];
  const forgetting: KeeperRewrite[] = [];
  const notes = new Set<string>();
  for (const { script, names } of uses) {
    if (script.broken) return { because: `A RUN that uses ${names[0]} cannot be understood.` };
    const bundled = names.find((name) => bundledName.test(name)) ?? bundledCopy(script, names);
    if (bundled) return { because: `A bundler writes ${bundled} into what it builds, where everybody can read it.` };
    const reads = { files: [], variables: new Set(names) };
    for (const note of notesOnSecrets(build, runs, script, reads)) notes.add(note);
    for (const kept of findKeptSecrets(build, runs, script, reads)) {
      const told = rewriteClone(build, kept) ?? (kept.command.name === 'git' ? rewriteSetting(build, kept) : undefined);
      const references = told ? undefined : npmReferences(build, kept, names);
      const forgotten = told ?? (references ? undefined : rewriteSetting(build, kept));
      if (forgotten) {
        forgetting.push(forgotten);
        notes.add(forgotten.note);
        continue;
      }
      if (!references) return { because: whyKept(kept, names[0]!) };
      rewritten.push(...references);
    }
  }
  return { rewritten, forgetting, notes: [...notes] };
}

/** The name by which a script hands one of the variables to a bundler: `VITE_X=$TOKEN`, as an assignment or as a line of a file. */
function bundledCopy({ commands }: ShellScript, names: readonly string[]): string | undefined {
  const reads = ({ variables }: ShellWord) => variables.some((name) => names.includes(name));
  for (const { assignments, words } of commands) {
    const assigned = assignments.find(({ name, value }) => bundledName.test(name) && reads(value));
    if (assigned) return assigned.name;
    for (const word of words) {
      const [name, ...rest] = word.value.split('=');
      if (rest.length > 0 && bundledName.test(name!) && reads(word)) return name;
    }
  }
  return undefined;
}

/** Who needs the mount once a tool keeps nothing: a RUN that only told it the credential does not. */
function usesOfKeepers({ names }: Group, uses: readonly Use[], forgetting: readonly KeeperRewrite[]): Use[] {
  const used = [...names];
  const others = uses.filter(({ script }) => !forgetting.some((one) => one.told === script));
  const fetching = forgetting
    .flatMap(({ scripts }) => scripts)
    .filter((script) => !others.some((one) => one.script === script));
  return [...others, ...[...new Set(fetching)].map((script) => ({ script, names: used }))];
}

/** Who needs the mount once the settings of npm hold the variable's name: what talks to the registry, and what reads it by itself. */
function usesOfNpm(build: Build, group: Group, uses: readonly Use[], rewritten: readonly NpmReference[]): Use[] {
  const named = [...new Set(rewritten.flatMap(({ word }) => word.variables))];
  const written = new Set(rewritten.map(({ word }) => word));
  const found: Use[] = [];
  for (const script of build.scripts) {
    const run = script.instruction;
    const use = uses.find((one) => one.script === script);
    const others = script.commands.some(({ words, assignments, redirects }) =>
      [...words, ...assignments.map(({ value }) => value), ...redirects.flatMap(({ target }) => target ?? [])].some(
        (word) => !written.has(word) && word.variables.some((one) => group.names.has(one)),
      ),
    );
    const here = rewritten.some(({ run: one }) => one === run);
    const fetches = script.commands.some((one) => isReadBy(one, npmReader));
    const needed = fetches ? named.filter((name) => isInScope(build, run, name, group)) : [];
    const read = use && (!here || others) ? use.names : [];
    const names = [...new Set([...read, ...needed])];
    if (names.length > 0) found.push({ script, names });
  }
  return found;
}
