import type { Build } from '../../model/build-types';
import { insertArg } from '../../model/stages/arg-line';
import { type UndefinedReference, undefinedReferences } from '../../model/stages/undefined-references';
import { PLATFORM_ARGS } from '../../model/stages/variables';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const undefinedVar: Rule = {
  id: 'correctness/undefined-var',
  aliases: ['UndefinedVar'],
  severity: 'warning',
  buildkit: 'on',
  summary: 'Use variables that an ARG or ENV above declares.',
  why: `The builder puts nothing in the place of a variable that it doesn't know, and says so in no log: a path loses a part, an
    owner or a version is empty. An ARG above the first FROM counts in a stage only once the stage repeats it, and so do those that the
    builder itself knows, such as TARGETARCH. A default (\`\${NAME:-x}\`) of a variable that nothing can set is all that will ever
    be used. A base image may set variables: those that the well-known images set are known here, and of any other image it is
    assumed that it sets what the file doesn't declare anywhere. Looked at is what the builder expands; the shell text of RUN,
    CMD, ENTRYPOINT and HEALTHCHECK is not.`,
  fixable: { safety: 'unsafe', because: 'What was empty so far gets a value.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        ARG APP_HOME=/srv/app
        COPY dist $APP_HOEM/dist/
                  ^^^^^^^^^ APP_HOEM is not defined here, so nothing takes its place. Is APP_HOME meant?
      `,
      good: dockerfile`
        FROM debian:12
        ARG APP_HOME=/srv/app
        COPY dist $APP_HOME/dist/
      `,
    },
  ],
  about: {
    instructions: ['ADD', 'ARG', 'COPY', 'ENV', 'LABEL', 'RUN', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
    texts: ['$'],
  },

  check(build) {
    const found: Finding[] = [];
    for (const undefinedReference of undefinedReferences(build)) {
      if (undefinedReference.defined === 'image') continue;
      const fix = () => findFix(build, undefinedReference);
      found.push({ at: undefinedReference.reference, message: messageOf(build, undefinedReference), fix });
    }
    return found;
  },
};

function messageOf(build: Build, { name, reference, nearest, bySameInstruction }: UndefinedReference): string {
  const effect = /^:?-/.test(reference.operator ?? '') ? 'only its default is ever used' : 'nothing takes its place';
  if (!NAME.test(name))
    return `$${name} is read as a variable, which nothing defines: write ${build.escape}$ for a dollar sign.`;
  if (bySameInstruction)
    return `${name} is set by this very ENV, which counts from the next instruction on: here ${effect}.`;
  if (isGlobal(build, name)) {
    return `${name} is declared above the first FROM only, so in this stage ${effect}: repeat ARG ${name} in the stage.`;
  }
  if (PLATFORM_ARGS.has(name)) return `${name} is known to a stage that has ARG ${name} only, so here ${effect}.`;
  if (AT_RUN_TIME.has(name))
    return `${name} is set when a process starts, not for the builder, so here ${effect}: write it out.`;
  if (nearest !== undefined) return `${name} is not defined here, so ${effect}. Is ${nearest} meant?`;
  return `${name} is not defined here, so ${effect}: declare it with ARG or ENV above.`;
}

function isGlobal({ globals }: Build, name: string): boolean {
  return globals.some((variable) => variable.name === name);
}

function findFix(
  build: Build,
  { name, reference, nearest, instruction, bySameInstruction }: UndefinedReference,
): Fix | undefined {
  if (bySameInstruction || !NAME.test(name)) return undefined;
  const declared = isGlobal(build, name) || PLATFORM_ARGS.has(name);
  if (nearest !== undefined && !declared) {
    const nameStart = reference.start + reference.text.indexOf(name);
    if (!build.source.text.startsWith(name, nameStart)) return undefined;
    return {
      title: `Replace ${name} by ${nearest}`,
      edits: [replace({ start: nameStart, end: nameStart + name.length }, nearest)],
    };
  }
  // `ARG X=$X` declares it by itself.
  if (AT_RUN_TIME.has(name) || instruction.keyword === 'ARG') return undefined;
  return { title: `Insert ARG ${name}`, edits: [insertArg(build, firstUse(build, instruction, name), name)] };
}

const NAME = /^[A-Za-z_]/;

const AT_RUN_TIME: ReadonlySet<string> = new Set(['HOME', 'HOSTNAME', 'OLDPWD', 'PWD', 'USER']);

/** One ARG above the first use in the stage is enough. */
function firstUse(build: Build, instruction: Instruction, name: string): Instruction {
  const first = undefinedReferences(build).find(
    (one) => one.name === name && one.instruction.stage === instruction.stage && one.instruction.keyword !== 'ARG',
  );
  return first?.instruction ?? instruction;
}
