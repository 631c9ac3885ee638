import { nameOf } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../build-types';
import { readCopies, readFiles } from '../multi-stage/project-files';
import { readScripts } from '../multi-stage/start-scripts';
import { placeText } from '../order/places';
import { readContainerStart } from './container-start';
import { imageName } from './user';

/** Programs that start another one as somebody else. */
const DROPS = /^(?:gosu|su-exec|setpriv|chpst|runuser|setuidgid|s6-setuidgid|su|sudo|start-stop-daemon)$/;
const DROPS_IN_TEXT = /\b(?:gosu|su-exec|setpriv|chpst|runuser|setuidgid|su -|sudo -u|start-stop-daemon)\b/;

/** Whether what CMD and ENTRYPOINT say leaves root by itself: `gosu app server`, `tini -- su-exec app server`. */
export function leavesRoot({ instructions }: Stage): boolean {
  for (const keyword of ['CMD', 'ENTRYPOINT']) {
    const words = instructions.findLast((one) => one.keyword === keyword)?.words;
    if (words?.some(({ value }) => DROPS.test(nameOf(value)))) return true;
  }
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
    if (at.instructions.some(({ keyword }) => keyword === 'ENTRYPOINT')) return false;
  }
  return true;
}

/** Whether a stage's container leaves root, by its start or by the scripts in it; undefined where one of them can't be read. */
export function startLeavesRoot(build: Build, stage: Stage): boolean | undefined {
  if (leavesRoot(stage)) return true;
  return readStartScripts(build, stage)?.some((text) => DROPS_IN_TEXT.test(text));
}
