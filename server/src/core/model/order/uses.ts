import { guessKind } from '../../knowledge/file-names';
import { isEmulator } from '../../knowledge/steady-files';
import type { CommandFacts, RunFacts } from '../multi-stage/runs';
import type { CopiedItem } from './copied';
import { type Deed, isBroad, type Located, stronger } from './located';
import { deedByName } from './named-uses';
import { parentOf, placeIn, placeText, relate } from './places';
import { deedByDirectory } from './untold-uses';

/** What a RUN does with what a COPY brought. */
export interface Use {
  /** Something of it is read, run, built or patched. */
  readonly used: boolean;
  /** Later steps may depend on what came of that: a script of unknown effect ran, or a package source was set up. */
  readonly opaque: boolean;
  /** The commands that change its mode, owner, content or place, without a need for it to be there earlier than for them. */
  readonly touching: readonly CommandFacts[];
  /** The first installation that takes its manifest from it and needs nothing else of it. */
  readonly manifest?: CommandFacts;
  /** Whether something before that installation needs it too. */
  readonly usedBeforeManifest: boolean;
  /** Whether something behind that installation needs it too. */
  readonly usedAfterManifest: boolean;
  /** Where it also lies when the RUN is over: `mv` and `cp` to other places. */
  readonly located: readonly Located[];
}

/**
 * Whether a RUN uses what a COPY put there, judged by what each of its commands reads.
 * @param located where the copied item lies when the RUN starts
 * @param others what other instructions copied: a build reads what lies beside its sources
 */
export function useOf(item: CopiedItem, located: readonly Located[], run: RunFacts, others: readonly Located[]): Use {
  let places = located;
  let used = false;
  let opaque = false;
  let manifest: CommandFacts | undefined;
  let usedBeforeManifest = false;
  let usedAfterManifest = false;
  const touching: CommandFacts[] = [];
  const everywhere = isEmulator(item.source.slice(item.source.lastIndexOf('/') + 1)) || isForAll(item, run);
  for (const command of run.commands) {
    let deed: Deed = 'unused';
    for (const place of places) deed = stronger(deed, deedOf(item, place, command, others));
    if (deed === 'carried') {
      touching.push(command);
      const target = carriedTo(command, places);
      if (target) places = [...places, ...target];
      else deed = 'used';
    } else if (deed === 'touched') touching.push(command);
    if (deed === 'manifest') manifest ??= command;
    if (deed === 'used' || deed === 'opaque') {
      if (manifest) usedAfterManifest = true;
      else if (command.command.name !== 'cd') usedBeforeManifest = true;
      used = true;
    }
    if (deed === 'opaque') opaque = true;
  }
  const handled = used || touching.length > 0 || manifest !== undefined;
  if (everywhere || (!handled && isNamed(item, places, run))) [used, opaque] = [true, true];
  return {
    used,
    opaque,
    touching,
    manifest,
    usedBeforeManifest,
    usedAfterManifest,
    located: places,
  };
}

function deedOf(item: CopiedItem, at: Located, command: CommandFacts, others: readonly Located[]): Deed {
  const named = deedByName(item, at, command);
  if (named === 'used' || named === 'opaque' || named === 'manifest') return named;
  return stronger(named, deedByDirectory(item, at, command, others));
}

/** Where `mv`, `cp` and `ln` put it; undefined when that can't be told. */
function carriedTo({ mentions }: CommandFacts, places: readonly Located[]): Located[] | undefined {
  const target = mentions.at(-1);
  const sources = mentions.slice(0, -1);
  if (!target) return undefined;
  const carried: Located[] = [];
  for (const at of places) {
    for (const source of sources) {
      const relation = relate(source.place, at.place);
      if (relation !== 'same' && relation !== 'inside') continue;
      const name = source.place.parts.at(-1) ?? '';
      const into = /(?:\/|\/\.)$/.test(target.word.value) || sources.length > 1 || guessKind(name) === 'file';
      const tree = at.tree && relation === 'same';
      carried.push({ place: target.place, tree });
      if (into && name !== target.place.parts.at(-1)) carried.push({ place: placeIn(target.place, name), tree });
    }
  }
  return carried;
}

/** Whether a variable or the shell makes every command of the RUN read it. */
function isForAll({ place, tree }: CopiedItem, { everywhere }: RunFacts): boolean {
  if (everywhere.length === 0 || place.parts.length === 0) return false;
  const path = placeText(place);
  return everywhere.some((value) => {
    const at = value.indexOf(path);
    return at !== -1 && (tree || !/\w/.test(value[at + path.length] ?? ''));
  });
}

/** Its path stands in the RUN's text at a place that is no command's argument: the list of a loop, a heredoc, inline code. */
function isNamed({ place, tree }: CopiedItem, places: readonly Located[], run: RunFacts): boolean {
  if (!run.nests) return false;
  const name = place.parts.at(-1);
  const texts = places.filter((at) => at.place.parts.length > 0).map((at) => placeText(at.place));
  if (!tree && name !== undefined && name.length > 4 && !/[*?$[]/.test(name)) texts.push(name);
  const directory = parentOf(place);
  if (!tree && directory.parts.length > 0 && !isBroad(directory)) texts.push(`${placeText(directory)}/`);
  return texts.some((named) => run.text.includes(named));
}
