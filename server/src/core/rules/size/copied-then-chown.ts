import { guessKind } from '../../knowledge/file-names';
import { nameOf, parentOf } from '../../knowledge/images/image-paths';
import { findImageUser } from '../../knowledge/images/image-users';
import type { Build } from '../../model/build-types';
import { isBasedOn, isMountedAt } from '../../model/caches/cache-places';
import { frontendMinor } from '../../model/frontend';
import { directoryAt, readCopied } from '../../model/order/copied';
import { type Place, placeText, readPlace, relate } from '../../model/order/places';
import { commandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand, ShellScript, ShellWord } from '../../model/shell/shell-command';
import { Walk } from '../../model/shell/shell-walk';
import { imageName } from '../../model/stages/user';
import { lineNumber } from '../../model/syntax/blocks';
import type { CopyInstruction, RunInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import { deleteCommands } from '../deletable-command';
import { minorUnlessShipped } from '../per-run';
import type { Finding, Fix, Rule, RuleSettings, Safety } from '../rule';

export const copiedThenChown: Rule = {
  id: 'size/copied-then-chown',
  aliases: ['tally/prefer-copy-chmod'],
  severity: 'info',
  summary: 'Give files their owner and rights in the COPY, not in a RUN behind it.',
  why: `A layer holds whole files: a RUN that changes the owner or the rights of what was copied stores it all a second time. COPY and ADD
    take --chown and --chmod. Only what is copied by the same stage, and changed as it was copied (the file, or its directory with -R),
    is reported.`,
  fixable: {
    safety: 'safe',
    because:
      'For directories, letters instead of numbers, and files in directories that the COPY itself makes, the fix is unsafe.',
  },
  about: { commands: ['chown', 'chmod'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY entrypoint.sh /usr/local/bin/
        RUN chmod 755 /usr/local/bin/entrypoint.sh
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What line 2 copies is stored a second time by this; --chmod of the COPY does the same.
        ENTRYPOINT ["entrypoint.sh"]
      `,
      good: dockerfile`
        FROM debian:12
        COPY --chmod=755 entrypoint.sh /usr/local/bin/
        ENTRYPOINT ["entrypoint.sh"]
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    let last: ShellScript | undefined;
    for (const { script } of commandsNamed(build, 'chown', 'chmod')) {
      if (script === last) continue;
      last = script;
      const landed = landedBefore(build, script);
      if (landed.length > 0) found.push(...findChanges(build, settings, script, landed));
    }
    return found;
  },
};

/** What a COPY put where: a file, or a directory's content. */
interface Landed {
  readonly copy: CopyInstruction;
  readonly place: Place;
  readonly tree: boolean;
  /** Whether a name that tells nothing may be a file's: `COPY app /app`. */
  readonly maybeFile: boolean;
}

function landedBefore(build: Build, { instruction: run }: ShellScript): Landed[] {
  const found: Landed[] = [];
  for (const copy of build.stages[run.stage]?.instructions ?? []) {
    if (copy.index >= run.index) break;
    if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') continue;
    const copied = readCopied(build, copy);
    if (!copied) continue;
    for (const { place, tree, source, whole, archive } of copied.items) {
      const maybeFile =
        tree && !whole && !archive && !copy.destination!.value.endsWith('/') && guessKind(nameOf(source)) === 'either';
      found.push({ copy, place, tree, maybeFile });
    }
    const isFile = copied.items.length === 0 && !copy.destination!.value.endsWith('/');
    const one = copy.heredocs.length === 1 && copy.words.length <= 2 ? copy : undefined;
    if (one && isFile) found.push({ copy, place: copied.directory, tree: false, maybeFile: false });
    if (copied.origin !== 'url') continue;
    for (const { value } of copy.sources) {
      const place = isFile ? copied.directory : readPlace(nameOf(value.replace(/[?#].*$/, '')), copied.directory);
      found.push({ copy, place, tree: false, maybeFile: false });
    }
  }
  return found;
}

function findChanges(build: Build, settings: RuleSettings, script: ShellScript, landed: readonly Landed[]): Finding[] {
  const findings: Finding[] = [];
  const { instruction: run } = script;
  const walk = new Walk(build.states[run.index]!, directoryAt(build, run.index));
  for (const command of script.commands) {
    walk.enter(command, script.statements[command.statement]);
    const found = isChanger(command) ? changedBy(command, walk, landed, () => startsOf(build, run)) : NOTHING;
    walk.leave(command);
    const first = found[0];
    if (!first || isMountedAt(build, run, placeText(first.place))) continue;
    const lines = [...new Set(found.map(({ copy }) => copy))];
    const flag = `--${command.name === 'chmod' ? 'chmod' : 'chown'}`;
    findings.push({
      at: command,
      message: `What line ${lineOf(build, first.copy)} copies is stored a second time by this; ${flag} of the ${first.copy.keyword} does the same.`,
      related: lines.map((copy) => ({ at: copy.destination ?? copy, message: 'This is what is copied.' })),
      ...minorUnlessShipped(build, settings, run),
      fix: () => (found.length === 1 ? setInCopy(build, command, walk, first) : undefined),
    });
  }
  return findings;
}

/** The first words of what a stage's container starts. */
function startsOf({ instructions }: Build, { stage }: RunInstruction): readonly string[] {
  return instructions.flatMap(({ keyword, words, stage: own }) =>
    own === stage && (keyword === 'CMD' || keyword === 'ENTRYPOINT') ? (words[0]?.value ?? []) : [],
  );
}

const NOTHING: readonly Landed[] = [];

function isChanger({ name }: ShellCommand): boolean {
  return name === 'chown' || name === 'chmod';
}

function lineOf({ source }: Build, copy: CopyInstruction): number {
  return lineNumber(source, copy);
}

function isRecursive({ arguments: words }: ShellCommand): boolean {
  return words.some(({ value }) => /^(?:-[a-zA-Z]*R[a-zA-Z]*|--recursive)$/.test(value));
}

/** The words of a call that are no flags: its owner or rights, and what gets them. `-x` and `+x` are rights. */
function operandsOf({ name, arguments: words }: ShellCommand): readonly ShellWord[] {
  return words.filter(
    ({ value }) => value === '-' || !value.startsWith('-') || (name === 'chmod' && /^-[rwxXst]+$/.test(value)),
  );
}

function changedBy(
  command: ShellCommand,
  walk: Walk,
  landed: readonly Landed[],
  startsOf: () => readonly string[],
): readonly Landed[] {
  if (command.nesting === 'function' || command.nesting === 'substitution') return NOTHING;
  if (command.arguments.some(({ value }) => value.startsWith('--reference'))) return NOTHING;
  const recursive = isRecursive(command);
  const [spec, ...operands] = operandsOf(command);
  const targets = operands.map(({ value }) => walk.place(value));
  const rights = command.name === 'chmod' ? (spec?.value ?? '') : '';
  // `+x` on a single directory would be idle; numbers may be a directory's, unless the container starts what is there.
  const isProgram = (place: Place) =>
    /[+=][rwst]*x/.test(rights) || (/^[0-7]?[1357]/.test(rights) && startsOf().includes(placeText(place)));
  return landed.filter(({ place, tree, maybeFile }) =>
    targets.some((target) => takesIn(target, place, tree && !(maybeFile && isProgram(place)), recursive)),
  );
}

function takesIn(target: Place, place: Place, tree: boolean, recursive: boolean): boolean {
  if (target.parts.length === 0 || place.parts.some((part) => part.includes('$'))) return false;
  switch (relate(target, place)) {
    case 'same':
      return !tree || recursive;
    case 'around':
      return recursive;
    case 'inside':
      // `/app/*` is all of what is copied to /app.
      return tree && target.parts.length === place.parts.length + 1 && target.parts.at(-1) === '*';
    default:
      return false;
  }
}

/** The flag in the COPY instead of the command; where the two might differ, it is not safe. */
function setInCopy(build: Build, command: ShellCommand, walk: Walk, { copy, place, tree }: Landed): Fix | undefined {
  const [spec, target, ...more] = operandsOf(command);
  if (!spec?.literal || !target || more.length > 0 || copy.sources.length + copy.heredocs.length !== 1)
    return undefined;
  if (relate(walk.place(target.value), place) !== 'same' || /[*?[]/.test(target.value)) return undefined;
  const flag = command.name === 'chmod' ? 'chmod' : 'chown';
  if (copy.flags.some(({ name }) => name === flag)) return undefined;
  const value = flag === 'chmod' ? rightsOf(build, spec.value) : ownerOf(build, copy, spec.value);
  // The flags came with release 1.2 of the frontend.
  if (
    value === undefined ||
    (frontendMinor(build) ?? 2) < 2 ||
    (tree && isRecursive(command) && !isOnlyCopied(build, command, copy, place))
  )
    return undefined;
  const edits = deleteCommands(build, command.script, [command]);
  if (!edits) return undefined;
  const isPlain = flag === 'chown' || /^[0-7]/.test(value);
  const isSure = !tree && isPlain && isThere(build, copy, place);
  const safety: { safety?: Safety } = isSure ? {} : { safety: 'unsafe' };
  return {
    title: `Set it with --${flag} of the ${copy.keyword}`,
    edits: [insert(copy.keywordSpan.end, ` --${flag}=${value}`), ...edits],
    ...safety,
  };
}

/** Whether nothing but what is copied lies in a directory when a command changes all of it. */
function isOnlyCopied(
  { source, states, instructions }: Build,
  { script, statement }: ShellCommand,
  copy: CopyInstruction,
  place: Place,
): boolean {
  const path = placeText(place);
  const { workdir = path } = states[copy.index]!;
  if (statement > 0 || workdir === path || workdir.startsWith(`${path}/`)) return false;
  const between = instructions.slice(copy.index + 1, script.instruction.index);
  if (
    between.some(({ keyword }) => keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD' || keyword === 'WORKDIR')
  )
    return false;
  const stage = instructions.findLastIndex(({ keyword, index }) => keyword === 'FROM' && index < copy.index);
  return stage === -1 || !source.text.slice(instructions[stage]!.end, copy.start).includes(place.parts.at(-1) ?? path);
}

/** Letters came with release 1.14 of the frontend. */
function rightsOf(build: Build, rights: string): string | undefined {
  if (/^[0-7]{3,4}$/.test(rights)) return rights;
  const isKnown = /^[ugoa]*[-+=][rwxX]+(?:,[ugoa]*[-+=][rwxX]+)*$/.test(rights);
  return isKnown && (frontendMinor(build) ?? 0) >= 14 ? rights : undefined;
}

/** `user:group` as the COPY finds them; without a group the COPY would take the user's number for it. */
function ownerOf(build: Build, copy: CopyInstruction, spec: string): string | undefined {
  const [, user, group = '0'] = /^([\w-]+)(?::([\w-]+))?$/.exec(spec) ?? [];
  if (user === undefined || !isKnownName(build, copy, user) || !isKnownName(build, copy, group)) return undefined;
  return `${user}:${group}`;
}

/** Whether a user or group is a number, or one that is there when the COPY runs. */
function isKnownName(build: Build, { index, stage }: CopyInstruction, name: string): boolean {
  if (/^\d+$/.test(name) || name === 'root') return true;
  const own = build.stages[stage];
  if (own && findImageUser(imageName(own), name)) return true;
  return commandsNamed(build, 'useradd', 'adduser', 'groupadd', 'addgroup').some(
    ({ script, arguments: words }) =>
      script.instruction.index < index &&
      isBasedOn(build, stage, script.instruction.stage) &&
      words.some(({ value }) => value === name),
  );
}

const DIRECTORIES = new Set(
  '/ /bin /etc /home /mnt /opt /root /srv /tmp /usr/bin /usr/local /usr/local/bin /usr/local/sbin /var'.split(' '),
);

/** Whether the directory of a file is there before the COPY, which would give one that it makes the same owner. */
function isThere(build: Build, copy: CopyInstruction, place: Place): boolean {
  const parent = parentOf(placeText(place)) || '/';
  const { workdir, workdirSet } = build.states[copy.index]!;
  return DIRECTORIES.has(parent) || (workdirSet && workdir === parent);
}
