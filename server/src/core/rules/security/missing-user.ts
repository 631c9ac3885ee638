import { readBaseImage } from '../../knowledge/images/base-images';
import { baseLeavesRoot, isSeenToLeaveRoot } from '../../model/stages/leaving-root';
import { defaultUserOf, findLastUser } from '../../model/stages/user';
import { insertBeforeStart, leaveRoot } from '../../model/stages/user-lines';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const missingUser: Rule = {
  id: 'security/missing-user',
  aliases: ['DS002', 'CKV_DOCKER_3', 'Missing User Instruction', 'missing-user'],
  severity: 'info',
  summary: 'Say which user the container runs as.',
  why: `Without USER in the last stage, or in one that it is built on, the container runs as whatever user the base image says, and that is
    root for nearly all of them. A program that is broken into is then root in the container. Images that are known to have a user of
    their own (distroless' nonroot, Chainguard's, Bitnami's and others) are left alone, and so is a start that leaves root by
    itself, by gosu or su-exec, in a script too where it can be read. Images of databases whose own start does that (postgres, redis
    and others) are reported by the preset \`all\` only.`,
  fixable: {
    safety: 'unsafe',
    because: 'The program may need rights that only root has, or write files that belong to root.',
  },
  about: { instructions: ['FROM'] },
  examples: [
    {
      bad: dockerfile`
        FROM alpine:3.22
             ^^^^^^^^^^^ No USER is set, so the container runs as root.
        COPY server /usr/local/bin/
        CMD ["server"]
      `,
      good: dockerfile`
        FROM alpine:3.22
        COPY server /usr/local/bin/
        RUN adduser -D app
        USER app
        CMD ["server"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const stage = build.stages.at(-1);
    if (!stage || stage.os === 'windows' || findLastUser(stage)) return found;
    if (defaultUserOf(stage) || isSeenToLeaveRoot(build, stage)) return found;
    found.push({
      at: stage.from.image,
      message: readBaseImage(stage.root).official
        ? 'No USER is set, so the container runs as root.'
        : 'No USER is set, so the container runs as root unless its base image says otherwise.',
      minor: baseLeavesRoot(stage),
      fix() {
        const lines = leaveRoot(build, stage);
        const edit = lines && insertBeforeStart(build, stage, lines);
        return edit && { title: `Run as ${lines.at(-1)!.replace(/^USER /, '')}`, edits: [edit] };
      },
    });
    return found;
  },
};
