import { COMPILERS } from '../../knowledge/build-outputs';
import { readBaseImage } from '../../knowledge/images/base-images';
import type { Stage } from '../../model/build-types';
import { copiedPrograms } from '../../model/stages/copied-programs';
import { insertBefore } from '../../model/syntax/blocks';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const runtimeMissingCaCerts: Rule = {
  id: 'stages/runtime-missing-ca-certs',
  severity: 'hint',
  about: { instructions: ['COPY'], commands: COMPILERS },
  summary: 'Bring certificates to scratch with a program that may ask servers.',
  why:
    'Programs of Go, Rust and the like look for the certificates of authorities in `/etc/ssl/certs`, which scratch does not have: each ' +
    'HTTPS request then fails. A program that asks no server, or has certificates built in, needs none, so this is a hint.',
  fixable: { safety: 'unsafe', because: 'The program may need none.' },
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 AS build
        RUN CGO_ENABLED=0 go build -o /server .
        FROM scratch
             ^^^^^^^ scratch has no certificates, so that the program can make no HTTPS requests.
        COPY --from=build /server /server
        CMD ["/server"]
      `,
      good: dockerfile`
        FROM golang:1.25 AS build
        RUN CGO_ENABLED=0 go build -o /server .
        FROM scratch
        COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
        COPY --from=build /server /server
        CMD ["/server"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    if (build.stages.length < 2 || !build.stages.some(({ root }) => root === 'scratch')) return found;
    const told = new Set<Stage>();
    for (const { output, stage, copy } of copiedPrograms(build)) {
      if (stage.root !== 'scratch' || told.has(stage) || !NETWORK.has(output.compiler ?? '') || hasCertificates(stage))
        continue;
      told.add(stage);
      const { repository, official } = readBaseImage(output.stage.root);
      const from = copy.from!.text;
      // Every variant of these has them.
      const isKnown = official && (repository === 'golang' || repository === 'rust');
      found.push({
        at: stage.from.imageWord,
        message: 'scratch has no certificates, so that the program can make no HTTPS requests.',
        related: [{ at: copy.keywordSpan, message: 'This brings the program.' }],
        fix() {
          if (!isKnown) return undefined;
          const { source } = build;
          const indent = /[ \t]*$/.exec(source.text.slice(0, copy.start))![0];
          const keyword = source.text.slice(copy.keywordSpan.start, copy.keywordSpan.end);
          const line = `${indent}${keyword} --from=${from} ${FILE} /etc/ssl/certs/${source.newline}`;
          return { title: 'Copy the certificates', edits: [insertBefore(source, copy, line)] };
        },
      });
    }
    return found;
  },
};

const FILE = '/etc/ssl/certs/ca-certificates.crt';
/** Languages whose programs, more often than not, talk to others. */
const NETWORK: ReadonlySet<string> = new Set(['go', 'rust', 'crystal', 'swift']);

/** Whether anything in the stage may bring certificates, or all of a file system. */
function hasCertificates(stage: Stage): boolean {
  for (let one: Stage | undefined = stage; one; one = one.parent) {
    for (const instruction of one.instructions) {
      if (instruction.keyword === 'ADD' || instruction.keyword === 'RUN') return true;
      if (instruction.keyword !== 'COPY') continue;
      const paths = [...instruction.sources, ...(instruction.destination ? [instruction.destination] : [])];
      if (paths.some(({ value }) => /cert|\/ssl|\.crt|\.pem|^\/etc\/?$|\/etc\/pki/i.test(value))) return true;
      if (
        instruction.sources.some(({ value }) => /^(?:\/|\.\/?|\/\.|\$.*)$/.test(value)) ||
        /rootfs/i.test(paths.map(({ value }) => value).join(' '))
      )
        return true;
    }
  }
  return false;
}
