import type { Build } from '../model/build-types';
import { isNoPlan, type MountPlan, planMounts } from '../model/caches/cache-mount';
import { findCaches } from '../model/caches/cache-places';
import { findUnmounted, type NoPlan } from '../model/caches/cache-targets';
import type { PackageInstall } from '../model/installs/install';
import { isManagerName } from '../model/installs/installs';
import type { Instruction, RunInstruction } from '../model/syntax/instruction';
import { dockerfile } from '../text/dockerfile';
import { type Span, touches } from '../text/span';
import type { Refactoring, Refusal, Rewrite } from './refactoring';

export const convertToCacheMount: Refactoring = {
  id: 'convert-to-cache-mount',
  aliases: ['cache-mount'],
  title: 'Convert to cache mounts',
  kind: 'rewrite',
  summary:
    'Gives every package manager of a RUN a cache mount for what it downloads, takes out the clean-ups that the mount makes ' +
    'pointless, and tells managers that delete their downloads to keep them. Later RUNs that would suffer change with it.',
  examples: [
    {
      before: dockerfile`
        FROM python:3.12-slim
        RUN <|>apt-get update \
         && apt-get install -y --no-install-recommends libpq5 \
         && pip install --no-cache-dir psycopg \
         && apt-get clean \
         && rm -rf /var/lib/apt/lists/* /tmp/*
      `,
      after: dockerfile`
        FROM python:3.12-slim
        RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
            echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
            --mount=type=cache,target=/var/lib/apt,sharing=locked \
            --mount=type=cache,target=/root/.cache/pip \
            apt-get update \
         && apt-get install -y --no-install-recommends libpq5 \
         && pip install psycopg \
         && rm -rf /tmp/*
      `,
    },
    {
      before: dockerfile`
        FROM node:20-slim
        USER node
        WORKDIR /home/node/app
        COPY package*.json ./
        RUN npm ci<|> && npm cache clean --force
      `,
      after: dockerfile`
        FROM node:20-slim
        USER node
        WORKDIR /home/node/app
        COPY package*.json ./
        RUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 npm ci
      `,
    },
    {
      before: dockerfile`
        FROM python:3.12-slim
        ENV PIP_NO_CACHE_DIR=1
        RUN pip install <|>flask
      `,
      refusal: 'PIP_NO_CACHE_DIR switches the cache of pip off.',
    },
  ],

  apply(build, selection) {
    const run = findRun(build, selection);
    if (!run) return undefined;
    if (run.onbuild) {
      const script = build.onbuildScripts.find(({ instruction }) => instruction === run);
      const installs = script?.commands.some(({ name }) => name !== undefined && isManagerName(name));
      return installs ? { because: 'The RUN is an ONBUILD trigger: it runs in builds of other images.' } : undefined;
    }
    const foreign = refuseForeign(build, run);
    if (foreign !== 'none') return foreign;
    const installs = build.installs.filter(
      ({ instruction, manager }) => instruction === run && manager.caches.length > 0,
    );
    return installs.length > 0 ? convert(build, installs) : undefined;
  },
};

/** The RUN at the selection, an ONBUILD's too. */
function findRun({ instructions }: Build, selection: Span): RunInstruction | undefined {
  const found: Instruction | undefined = instructions.find((instruction) => touches(instruction, selection));
  const inner = found?.keyword === 'ONBUILD' ? found.trigger : found;
  return inner?.keyword === 'RUN' ? inner : undefined;
}

/** Steps in PowerShell and cmd are not read; they are refused when they seem to install something. */
function refuseForeign(build: Build, run: RunInstruction): Refusal | undefined | 'none' {
  const windows = build.stages[run.stage]?.os === 'windows';
  const { dialect } = build.states[run.index]!.shell;
  if (!windows && dialect === 'posix') return 'none';
  const words = build.source.text.slice(run.body.start, run.end).split(/[\s;&|"'(){}]+/);
  if (!words.some(isManagerName)) return undefined;
  const shell = dialect === 'powershell' ? 'PowerShell' : dialect === 'cmd' ? 'cmd' : 'a shell that is not known';
  return { because: windows ? 'Windows containers have no cache mounts for it.' : `The step runs in ${shell}.` };
}

/** Mounts for as many of the managers as possible. */
function convert(build: Build, installs: readonly PackageInstall[]): Rewrite | Refusal {
  const lacking = installs.filter((install) => findUnmounted(build, install).length > 0);
  if (lacking.length === 0) return { because: reasonFor(build, installs) };
  const all = planMounts(build, lacking, { artefacts: true });
  if (!isNoPlan(all)) return toRewrite(all, lacking, []);

  const refused: NoPlan[] = [];
  const possible = lacking.filter((install) => {
    const plan = planMounts(
      build,
      lacking.filter(({ manager }) => manager === install.manager),
      { artefacts: true },
    );
    if (isNoPlan(plan)) refused.push(plan);
    return !isNoPlan(plan);
  });
  const some = possible.length > 0 ? planMounts(build, possible, { artefacts: true }) : all;
  return isNoPlan(some) ? { because: some.because } : toRewrite(some, possible, refused);
}

/** Why there is nothing to mount. */
function reasonFor(build: Build, installs: readonly PackageInstall[]): string {
  for (const install of installs) {
    const places = findCaches(build, install);
    const results = places.find(({ cache }) => cache.holdsArtefacts);
    if (results && places.length === 1) {
      return `${install.manager.title} keeps its results where its downloads are, so a mount would keep them out of the image.`;
    }
  }
  const [first] = installs;
  return first && installs.every((install) => findCaches(build, install).length === 0)
    ? `The file does not tell where ${first.manager.title} keeps what it downloads, if it keeps anything.`
    : 'The step has its cache mounts already.';
}

function toRewrite(plan: MountPlan, installs: readonly PackageInstall[], refused: readonly NoPlan[]): Rewrite {
  const titles = [...new Set(installs.map(({ manager }) => manager.title))];
  const others = plan.runs.slice(1);
  const notes = [
    ...plan.notes,
    ...(others.length > 0
      ? [`${others.length === 1 ? 'Another RUN changes' : `${others.length} other RUNs change`} with it.`]
      : []),
    ...new Set(refused.map(({ because }) => because)),
  ];
  return {
    edits: plan.edits,
    title: `Convert to cache mounts of ${titles.join(', ')}`,
    ...(notes.length > 0 ? { notes } : {}),
    ...(plan.sameImage ? { safety: 'safe' } : {}),
  };
}
