import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build } from '../../model/build-types';
import { readPositionals } from '../../model/shell/plain-arguments';
import { addWord } from '../../model/shell/shell-edits';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { type Call, findCalls } from '../calls';
import type { Finding, Fix, Rule } from '../rule';

export const preferAptGet: Rule = {
  id: 'style/prefer-apt-get',
  aliases: ['DL3027', 'CKV_DOCKER_9', 'Run Using apt'],
  severity: 'info',
  hadolint: 'warning',
  about: { commands: ['apt'] },
  summary: 'Use apt-get or apt-cache in scripts instead of apt.',
  why: `apt is made for people at a terminal: it says itself that its interface is not stable, and what it prints and accepts has
    changed between releases. apt-get and apt-cache do the same for scripts.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt update && apt install -y curl
            ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                          ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const call of findCalls(build, settings, { names: ['apt'], isFound: () => true })) {
      found.push({
        at: call.nameWord,
        message: 'apt is made for a terminal, its interface is not stable; apt-get is for scripts.',
        fix: () => toScripts(build, call),
      });
    }
    return found;
  },
};

const CACHE_VERBS = new Set(['search', 'show', 'policy']);
/** Both leave the same behind. */
const SAME_VERBS = new Set(['update', 'remove', 'purge', 'autoremove', 'clean']);
/** apt deletes the archives afterwards, apt-get leaves that to the image's settings. */
const INSTALLING_VERBS = new Set(['install', 'upgrade']);

function toScripts(build: Build, call: Call): Fix | undefined {
  const { nameWord, script } = call;
  const written = build.source.text.slice(nameWord.start, nameWord.end);
  if (written !== (script.form === 'exec' ? nameWord.value : nameWord.text) || !written.endsWith('apt'))
    return undefined;
  const at = { start: nameWord.end - 'apt'.length, end: nameWord.end };
  const [verb] = readPositionals(call, ['o', 'option', 't', 'target-release', 'default-release', 'c', 'config-file']);
  const name = verb?.literal ? verb.value : '';
  if (CACHE_VERBS.has(name)) {
    return { title: 'Use apt-cache', edits: [replace(at, 'apt-cache')], safety: 'unsafe' };
  }
  if (!SAME_VERBS.has(name) && !INSTALLING_VERBS.has(name)) return undefined;
  const edits = [replace(at, 'apt-get')];
  if (name === 'upgrade') {
    // apt's upgrade installs what a newer version needs in addition.
    const more = addWord(build.source, call, verb!, '--with-new-pkgs');
    if (!more) return undefined;
    edits.push(more);
  }
  const safe = SAME_VERBS.has(name) || deletesArchives(build, call);
  return { title: 'Use apt-get', edits, ...(safe ? {} : { safety: 'unsafe' as const }) };
}

/** Whether the base image makes apt-get delete archives too, as those of Debian and Ubuntu do. */
function deletesArchives({ stages, source }: Build, { script }: Call): boolean {
  const stage = stages[script.instruction.stage];
  if (!stage || /docker-clean|Keep-Downloaded-Packages/.test(source.text)) return false;
  const { distro, official } = readBaseImage(stage.root);
  return official && (distro === 'debian' || distro === 'ubuntu');
}
