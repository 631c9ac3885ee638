import { isBuildTool, toolsOfPackage } from '../../knowledge/images/image-tools';
import { packageName } from '../../knowledge/system-packages/package-roles';
import type { Build, Stage } from '../../model/build-types';
import { keptPackages } from '../../model/installs/kept-packages';
import type { ShellWord } from '../../model/shell/shell-command';
import { isShipped, isWorkshop, notForShipping } from '../../model/stages/shipping';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import type { Finding, Rule } from '../rule';

export const buildToolsInFinal: Rule = {
  id: 'size/build-tools-in-final',
  severity: 'info',
  summary: 'Install compilers in a stage that builds, not in the image that ships.',
  why:
    'A compiler with its headers takes a hundred megabytes and more, and nobody needs it where a program only runs. In a file with ' +
    'several stages it belongs into one of those that are thrown away. Where it is needed for a moment only, the RUN that installs it ' +
    'can remove it again; a later RUN can not, since the layer keeps it. Left out are images that start a ' +
    'shell or a build, and stages and files named for development or tests; in recommended also images that say nothing of what they start, ' +
    'since others may build on them.',
  examples: [
    {
      bad: dockerfile`
        FROM node:22 AS assets
        WORKDIR /app
        COPY . .
        RUN npm ci && npm run build

        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends build-essential libpq5
                                                                         ^^^^^^^^^^^^^^^ gcc, g++ and make stay in the image that ships; a stage that only builds can have them, or this RUN can remove them when it is done.
        COPY requirements.txt .
        RUN pip install -r requirements.txt
        COPY --from=assets /app/dist /srv/static
        CMD ["python", "-m", "shop"]
      `,
    },
  ],

  check(build) {
    const stage = build.stages.at(-1);
    if (stage?.os !== 'linux' || !installsHeavy(build, stage)) return [];
    if (notForShipping(build, stage) !== undefined || isWorkshop(build, stage)) return [];
    const minor = !isShipped(build, stage);
    const findings: Finding[] = [];
    for (const { install, names } of keptPackages(build, stage)) {
      if (install.instruction.stage !== stage.index) continue;
      const found = install.packages.filter(({ value }) => isForBuilding(value) && names.includes(value));
      if (found.length > 0) findings.push(toFinding(found, minor));
    }
    return findings;
  },
};

function toFinding(found: readonly ShellWord[], minor: boolean): Finding {
  const tools: string[] = [];
  for (const { value } of found) for (const tool of broughtBy(value)) if (!tools.includes(tool)) tools.push(tool);
  const listed = enumerate(tools.length > 5 ? [...tools.slice(0, 4), `${tools.length - 4} others`] : tools);
  const [stay, it] = tools.length === 1 ? ['stays', 'it'] : ['stay', 'them'];
  return {
    at: found[0]!,
    minor,
    message: `${listed} ${stay} in the image that ships; a stage that only builds can have ${it}, or this RUN can remove ${it} when it is done.`,
    related: found.slice(1).map((at) => ({ at, message: 'This is for building, too.' })),
  };
}

/** A first look, which is the last one in most files. */
function installsHeavy(build: Build, stage: Stage): boolean {
  for (const { manager, instruction, packages } of build.installs) {
    if (manager.kind !== 'system' || instruction.stage !== stage.index) continue;
    for (const { value } of packages) if (isForBuilding(value)) return true;
  }
  return false;
}

/** Whether a package brings a compiler, or headers. */
function isForBuilding(name: string): boolean {
  if (/-dev/i.test(name) && HEADERS.test(packageName(name))) return true;
  for (const tool of toolsOfPackage(name)) if (HEAVY.has(tool)) return true;
  return false;
}

function broughtBy(name: string): readonly string[] {
  const tools = toolsOfPackage(name).filter(isBuildTool);
  return tools.length > 0 ? tools : [packageName(name)];
}

/** That of Java is what many programs are run with. */
const HEADERS = /^(?!java-).*-dev(?:el)?$/;

/** Tools that only a build has a use for, or that take much room; others may well be of use to the program. */
const HEAVY = new Set(['cargo', 'clang', 'cmake', 'g++', 'gcc', 'gfortran', 'go', 'gradle', 'make', 'rustc', 'swift']);
