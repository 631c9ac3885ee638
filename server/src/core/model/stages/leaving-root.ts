import { nameOf } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../build-types';
import { readCopies, readFiles } from '../multi-stage/project-files';
import { readScripts } from '../multi-stage/start-scripts';
import { placeText } from '../order/places';
import type { Instruction } from '../syntax/instruction';
import { readContainerStart, startInstructions } from './container-start';
import { imageName } from './user';

/** Programs that start another one as somebody else. */
const DROPS = new Set('gosu su-exec setpriv chpst runuser setuidgid s6-setuidgid su sudo start-stop-daemon'.split(' '));
const DROPS_IN_TEXT = /\b(?:gosu|su-exec|setpriv|chpst|runuser|setuidgid|su -|sudo -u|start-stop-daemon)\b/;

/** Whether what CMD and ENTRYPOINT say leaves root by itself: `gosu app server`, `tini -- su-exec app server`. */
export function leavesRoot(stage: Stage): boolean {
  const { cmd, entrypoint } = startInstructions(stage);
  return hasDrop(cmd) || hasDrop(entrypoint);
}

function hasDrop(start: Instruction | undefined): boolean {
  if (start) for (const { value } of start.words) if (DROPS.has(nameOf(value))) return true;
  return false;
}

const SCRIPT = /\.(?:sh|bash)$|entrypoint[^/.]*$/;

/**
 * What the scripts that a stage's container starts with say, as far as they can be read; undefined where one of them can't.
 * Nothing where no script is started.
 */
export function readStartScripts(build: Build, stage: Stage): readonly string[] | undefined {
  const start = readContainerStart(build, stage);
  if (start.programs.length === 0) return [];
  const isScript = (word: string) => SCRIPT.test(word);
  if (!build.context && !start.programs.some(({ name, arguments: words }) => isScript(name) || words.some(isScript)))
    return [];
  const copies = [];
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    copies.unshift(...readCopies(build, at, (place) => (place.root === '/' ? placeText(place) : undefined)));
  }
  const { index } = stage.instructions.at(-1)!;
  const found = readScripts(start, build.states[index]!.workdir ?? '/', copies, readFiles(build, copies));
  const texts: string[] = [];
  for (const [path, text] of found) {
    if (text !== undefined) texts.push(text);
    // Any other file that can't be read is a program, most likely.
    else if (SCRIPT.test(path)) return undefined;
  }
  return texts;
}

/** Images whose own start leaves root. */
const SERVICES = new Set(
  'postgres mysql mariadb redis valkey mongo rabbitmq memcached cassandra couchdb elasticsearch solr influxdb'.split(
    ' ',
  ),
);

/** Whether it is the base image that leaves root: a stage and those that it is based on keep its start. */
export function baseLeavesRoot(stage: Stage): boolean {
  if (!SERVICES.has(imageName(stage))) return false;
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    for (const { keyword } of at.instructions) if (keyword === 'ENTRYPOINT') return false;
  }
  return true;
}

/** Whether a stage's container leaves root, by its start or by the scripts in it; undefined where one of them can't be read. */
export function startLeavesRoot(build: Build, stage: Stage): boolean | undefined {
  if (leavesRoot(stage)) return true;
  return readStartScripts(build, stage)?.some((text) => DROPS_IN_TEXT.test(text));
}

/** Whether that is seen: scripts that can't be read may do as they like. */
export function isSeenToLeaveRoot(build: Build, stage: Stage): boolean {
  // Scripts are files of the context.
  return build.context ? startLeavesRoot(build, stage) === true : leavesRoot(stage);
}
