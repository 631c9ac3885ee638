import { keptPackages } from '../../model/installs/kept-packages';
import { baseImageOf } from '../../model/stages/base-image';
import { readStartScripts } from '../../model/stages/leaving-root';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const jemallocNotPreloaded: Rule = {
  id: 'correctness/jemalloc-not-preloaded',
  aliases: ['tally/ruby/jemalloc-installed-but-not-preloaded'],
  severity: 'hint',
  summary: 'Have programs use the jemalloc that you install.',
  why: `An installed jemalloc does nothing by itself: a program that is not linked with it uses it only where LD_PRELOAD names it. Left alone are
    files that say LD_PRELOAD, MALLOC_CONF or ld.so.preload anywhere, starts by a script that can't be read or says it, and the
    packages for compiling with jemalloc.`,
  fixable: { safety: 'unsafe', because: 'Every program of the container then uses jemalloc.' },
  about: { instructions: ['RUN'], texts: ['jemalloc'] },
  examples: [
    {
      bad: dockerfile`
        FROM ruby:3.4-slim
        RUN apt-get update && apt-get install -y --no-install-recommends libjemalloc2
                                                                         ^^^^^^^^^^^^ Nothing uses jemalloc: LD_PRELOAD does not name it.
        CMD ["bundle", "exec", "puma"]
      `,
      good: dockerfile`
        FROM ruby:3.4-slim
        RUN apt-get update && apt-get install -y --no-install-recommends libjemalloc2
        ENV LD_PRELOAD=libjemalloc.so.2
        CMD ["bundle", "exec", "puma"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    if (!build.source.text.includes('jemalloc')) return found;
    const stage = build.stages.at(-1);
    const isOf = (value: string) => /^(?:libjemalloc[12]|jemalloc)(?:[=<>~:].*)?$/.test(value);
    if (!stage || !build.installs.some(({ packages }) => packages.some(({ value }) => isOf(value)))) return found;
    if (USED.test(build.source.text)) return found;
    const scripts = readStartScripts(build, stage);
    if (!scripts || scripts.some((text) => USED.test(text))) return found;
    for (const { install, names } of keptPackages(build, stage)) {
      const word = install.packages.find(({ value }) => isOf(value) && names.includes(value));
      if (!word) continue;
      const { end, onbuild } = install.instruction;
      found.push({
        at: word,
        message: 'Nothing uses jemalloc: LD_PRELOAD does not name it.',
        fix() {
          const { distro } = baseImageOf({ ...stage, base: stage.root });
          // By its name the loader finds it in the library path of the architecture.
          const isKnown = distro === 'debian' || distro === 'ubuntu' || distro === 'alpine';
          if (!isKnown || onbuild || install.instruction.heredocs.length > 0 || /^libjemalloc1/.test(word.value))
            return undefined;
          const line = `${build.source.newline}ENV LD_PRELOAD=libjemalloc.so.2`;
          return { title: 'Set LD_PRELOAD', edits: [insert(end, line)] };
        },
      });
    }
    return found;
  },
};

const USED = /LD_PRELOAD|MALLOC_CONF|ld\.so\.preload|with-jemalloc|jemalloc-dev/;
