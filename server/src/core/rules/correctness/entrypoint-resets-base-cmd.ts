import { cmdOf, serverOf } from '../../knowledge/images/image-commands';
import { nameOf } from '../../knowledge/images/image-paths';
import type { Stage } from '../../model/build-types';
import { triggersOf } from '../../model/stages/overridden';
import type { Instruction, OtherInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const entrypointResetsBaseCmd: Rule = {
  id: 'correctness/entrypoint-resets-base-cmd',
  severity: 'hint',
  about: { instructions: ['ENTRYPOINT'] },
  summary: 'Repeat the CMD of the base image where ENTRYPOINT is set.',
  why:
    'ENTRYPOINT drops the CMD that comes from the base image or from the stage below. An entry point that ends in `exec "$@"` then has ' +
    'nothing to start. It is reported where the stage below has a CMD, and for images that start a server by CMD; where CMD is a ' +
    'shell or an interpreter, only for an ENTRYPOINT that starts what it is given and nothing else, such as tini. Left out are entry ' +
    'points that start the server themselves, and the shell form, which ignores CMD anyway.',
  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.29
        COPY prepare.sh /
        ENTRYPOINT ["/prepare.sh"]
        ^^^^^^^^^^ ENTRYPOINT drops the CMD of nginx:1.29, which starts nginx: repeat it here if the entry point needs it.
      `,
      good: dockerfile`
        FROM nginx:1.29
        COPY prepare.sh /
        ENTRYPOINT ["/prepare.sh"]
        CMD ["nginx", "-g", "daemon off;"]
      `,
    },
  ],

  check({ stages }) {
    const found: Finding[] = [];
    for (const stage of stages) {
      const entrypoint = findLast(stage, 'ENTRYPOINT');
      if (!entrypoint?.json || entrypoint.words.length === 0 || findLast(stage, 'CMD')) continue;
      if (triggersOf(stage).some(({ keyword }) => keyword === 'CMD')) continue;
      const at = entrypoint.keywordSpan;
      const given = inheritedCmd(stage.parent);
      if (given) {
        const related = [{ at: given.keywordSpan, message: 'This CMD is dropped.' }];
        found.push({
          at,
          message: `ENTRYPOINT drops the CMD of the stage ${stage.base}: repeat it here if it is needed.`,
          related,
        });
      }
      if (given !== undefined) continue;
      const server = serverOf(stage.root);
      const starts = isLauncher(entrypoint) ? cmdOf(stage.root) : server?.[0];
      if (starts === undefined || entrypoint.words.some(({ value }) => server?.includes(nameOf(value)))) continue;
      found.push({
        at,
        message: `ENTRYPOINT drops the CMD of ${stage.root}, which starts ${starts}: repeat it here if the entry point needs it.`,
      });
    }
    return found;
  },
};

const LAUNCHERS = /^(?:tini|dumb-init|catatonit|docker-init|docker-php-entrypoint)$/;

/** Whether it starts nothing but what it is given. */
function isLauncher({ words }: OtherInstruction): boolean {
  const [program, ...rest] = words;
  return (
    program !== undefined && LAUNCHERS.test(nameOf(program.value)) && rest.every(({ value }) => value.startsWith('-'))
  );
}

/** The CMD that a stage hands on; null where an ENTRYPOINT has dropped it, undefined where the base image decides. */
function inheritedCmd(stage: Stage | undefined): OtherInstruction | null | undefined {
  for (let one = stage; one; one = one.parent) {
    const cmd = findLast(one, 'CMD');
    if (cmd) return cmd.json && cmd.words.length === 0 ? null : cmd;
    if (findLast(one, 'ENTRYPOINT')) return null;
  }
  return undefined;
}

function findLast({ instructions }: Stage, keyword: OtherInstruction['keyword']): OtherInstruction | undefined {
  return instructions.findLast((one: Instruction): one is OtherInstruction => one.keyword === keyword);
}
