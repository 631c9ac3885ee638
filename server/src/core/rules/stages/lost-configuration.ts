import { findBaseDirectory } from '../../knowledge/images/base-directories';
import { nameOf } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../../model/build-types';
import { readCopied } from '../../model/order/copied';
import { placeText } from '../../model/order/places';
import { stageUses } from '../../model/stages/stage-uses';
import { readStartForm, type StartForm } from '../../model/stages/start-form';
import { workdirBehind } from '../../model/stages/workdir';
import { insertBefore } from '../../model/syntax/blocks';
import type { Instruction, OtherInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

export const lostConfiguration: Rule = {
  id: 'stages/lost-configuration',
  severity: 'warning',
  about: { instructions: ['COPY'], stages: 2 },
  summary: 'Repeat in the last stage the WORKDIR and ENV that its start needs.',
  why:
    'COPY brings files alone. WORKDIR, ENV and USER of the stage that they come from count there only: a relative path in CMD is then ' +
    'looked for in another directory, and a variable is empty. It is reported where CMD or ENTRYPOINT of the last stage names a file by ' +
    'a relative path, the files were copied to what is the working directory of the other stage, and this one has none; and where their ' +
    'text reads a variable that the other stage alone sets.',
  fixable: { safety: 'unsafe', because: 'The container then starts in another directory, or with another variable.' },
  examples: [
    {
      bad: dockerfile`
        FROM node:22 AS build
        WORKDIR /app
        COPY . .
        RUN npm ci && npm run build

        FROM node:22-slim
        COPY --from=build /app /app
        CMD ["node", "dist/server.js"]
                     ^^^^^^^^^^^^^^^^ dist/server.js is looked for in /, since WORKDIR /app counts in the stage build only.
      `,
      good: dockerfile`
        FROM node:22 AS build
        WORKDIR /app
        COPY . .
        RUN npm ci && npm run build

        FROM node:22-slim
        COPY --from=build /app /app
        WORKDIR /app
        CMD ["node", "dist/server.js"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const stage = build.stages.at(-1);
    if (!stage || build.stages.length < 2 || stage.parent || stage.os === 'windows') return found;
    const builders = new Set<Stage>();
    for (const { kind, by, stage: from } of stageUses(build))
      if (kind === 'copy' && by === stage && from) builders.add(from);
    if (builders.size === 0) return found;
    const forms = (['ENTRYPOINT', 'CMD'] as const).flatMap((keyword) => {
      const last: Instruction | undefined = stage.instructions.findLast((one) => one.keyword === keyword);
      return (last && readStartForm(build, last)) ?? [];
    });
    for (const form of forms) {
      const finding = lostDirectory(build, stage, form) ?? lostVariable(build, stage, form, builders);
      if (finding) found.push(finding);
    }
    return found;
  },
};

/** A path below the directory that the container starts in: not an option, not a name of a program that PATH has. */
function isRelativeFile(value: string, isFirst: boolean): boolean {
  if (isFirst) return /^\.{1,2}\/\w|^\w[\w.-]*\/[\w./-]+$/.test(value);
  return /^(?:\.\/)?\w[\w./-]*\.(?:js|mjs|cjs|jar|dll|py|rb|php|pl)$/.test(value) && !/^\d/.test(value);
}

function lostDirectory(build: Build, stage: Stage, { instruction, strings }: StartForm): Finding | undefined {
  const { workdirSet } = build.states[instruction.index]!;
  if (workdirSet || !strings || stage.instructions.some(({ keyword }) => keyword === 'WORKDIR')) return undefined;
  if (findBaseDirectory(stage.root) !== '/') return undefined;
  const at = strings.findIndex(
    (value, index) =>
      isRelativeFile(value, index === 0 && instruction.keyword !== 'CMD') || isRelativeFile(value, index === 0),
  );
  const word = instruction.words[at];
  if (!word || strings.some((value) => value === '-C' || value.startsWith('--cwd') || value.startsWith('--prefix')))
    return undefined;
  for (const use of stageUses(build)) {
    if (use.by !== stage || use.kind !== 'copy' || use.instruction.keyword !== 'COPY' || !use.stage) continue;
    const { name, index } = use.stage;
    const last = use.stage.instructions.at(-1);
    const isSet = last && (last.keyword === 'WORKDIR' || build.states[last.index]!.workdirSet);
    const directory = isSet ? workdirBehind(build, last) : undefined;
    const copied = readCopied(build, use.instruction);
    if (!directory || directory === '/' || !copied) continue;
    const isThere = copied.items.some(
      ({ place }) =>
        placeText(place) === directory ||
        (!placeText(place).startsWith('?') && placeText(place).startsWith(`${directory}/`)),
    );
    if (!isThere) continue;
    return {
      at: word,
      message: `${strings[at]} is looked for in /, since WORKDIR ${directory} counts in the stage ${name ?? index} only.`,
      fix: () => withLine(build, instruction, `WORKDIR ${directory}`),
    };
  }
  return undefined;
}

const OWN = new Set('HOME PATH PWD HOSTNAME USER SHELL TERM'.split(' '));

function lostVariable(build: Build, stage: Stage, form: StartForm, builders: ReadonlySet<Stage>): Finding | undefined {
  const { instruction, body, strings } = form;
  const isShell = !strings || /^(?:ba|da|a)?sh$/.test(nameOf(strings[0] ?? ''));
  if (!isShell) return undefined;
  const text = build.source.text.slice(body.start, body.end);
  const { scope } = build.states[instruction.index]!;
  for (const match of text.matchAll(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g)) {
    const name = match[1] ?? match[2]!;
    if (OWN.has(name) || scope.lookup(name)?.kind === 'ENV' || text.includes(`${name}=`)) continue;
    if (stage.instructions.some((one) => one.keyword === 'ENV' && one.pairs.some((pair) => pair.name.value === name)))
      continue;
    for (const builder of builders) {
      const env = builder.instructions.findLast(
        (one) => one.keyword === 'ENV' && one.pairs.some((pair) => pair.name.value === name),
      );
      const pair = env?.keyword === 'ENV' ? env.pairs.find((one) => one.name.value === name) : undefined;
      if (!pair) continue;
      const start = body.start + match.index;
      return {
        at: { start, end: start + match[0].length },
        message: `${name} is set in the stage ${builder.name ?? builder.index} only, so it is empty here.`,
        related: [{ at: pair, message: 'This counts in its own stage.' }],
        fix: () =>
          pair.value && pair.value.references.length === 0 && env?.keyword === 'ENV' && !env.legacy
            ? withLine(build, instruction, `ENV ${name}=${pair.value.text}`)
            : undefined,
      };
    }
  }
  return undefined;
}

function withLine({ source }: Build, instruction: OtherInstruction | Instruction, line: string): Fix {
  const indent = /[ \t]*$/.exec(source.text.slice(0, instruction.start))![0];
  const [keyword = ''] = line.split(' ', 1);
  return {
    title: `Add ${keyword} here`,
    edits: [insertBefore(source, instruction, `${indent}${line}${source.newline}`)],
  };
}
