import type { Build, Stage } from '../../model/build-types';
import { bringsAccounts } from '../../model/stages/accounts-file';
import { madeUsers } from '../../model/stages/made-users';
import { type NamedOwner, namedOwners } from '../../model/stages/named-owners';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const chownNameWithoutPasswd: Rule = {
  id: 'correctness/chown-name-without-passwd',
  aliases: ['tally/named-identity-in-passwdless-stage'],
  severity: 'error',
  summary: 'Name users by number where there is no /etc/passwd.',
  why: `What number a name stands for is written in /etc/passwd, a group's in /etc/group. A stage from scratch has neither until it is copied
    there: COPY --chown with a name ends the build, and a container whose USER is a name does not start, not even as root. (COPY
    takes root for 0 by itself.) distroless' and Chainguard's static images have root, nobody and nonroot, and nobody else.`,
  fixable: { safety: 'unsafe', because: 'Files in the image may belong to another number.' },
  about: { instructions: ['ADD', 'COPY', 'USER'], texts: ['scratch', 'static'] },
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 AS build
        RUN useradd -u 10001 app && go build -o /server ./cmd/server

        FROM scratch
        COPY --from=build /server /server
        USER app
             ^^^ Nothing in this stage says who app is: there is no /etc/passwd, so the container does not start.
        ENTRYPOINT ["/server"]
      `,
      good: dockerfile`
        FROM golang:1.25 AS build
        RUN useradd -u 10001 app && go build -o /server ./cmd/server

        FROM scratch
        COPY --from=build /server /server
        USER 10001
        ENTRYPOINT ["/server"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    if (!build.stages.some(isPasswdless)) return found;
    for (const owner of namedOwners(build)) {
      const stage = build.stages[owner.instruction.stage];
      if (!stage || !isPasswdless(stage) || runs(stage)) continue;
      const isUser = owner.instruction.keyword === 'USER';
      // The name is looked up when a container starts, with all that the stage has then.
      const before = isUser ? undefined : owner.instruction.index;
      const missing = (file: 'passwd' | 'group', name: string | undefined) =>
        name !== undefined &&
        isName(name) &&
        !isKnown(stage.root, name, isUser) &&
        !bringsAccounts(build, stage, file, before);
      const { group } = owner;
      const effect = isUser ? 'the container does not start' : 'the build stops here';
      if (missing('passwd', owner.user)) {
        found.push({
          at: owner.at,
          message: `Nothing in this stage says who ${owner.user} is${without(stage.root, 'passwd')}, so ${effect}.`,
          fix: () => toNumber(build, owner),
        });
      } else if (missing('group', group)) {
        found.push({
          at: owner.word,
          message: `Nothing in this stage says which group ${group} is${without(stage.root, 'group')}, so ${effect}.`,
        });
      }
    }
    return found;
  },
};

/** A static image has the file, with the few names that it needs. */
function without(root: string, file: 'passwd' | 'group'): string {
  return root === 'scratch' ? `: there is no /etc/${file}` : '';
}

const STATIC = /(?:^|\/)(?:distroless|chainguard)\/static(?:-|:|@|$)/;

function isPasswdless({ root, os }: { readonly root: string; readonly os: string }): boolean {
  return os === 'linux' && (root === 'scratch' || STATIC.test(root));
}

/** Where something can be run, it may have written the file. */
function runs({ instructions, parent }: Stage): boolean {
  return instructions.some(({ keyword }) => keyword === 'RUN') || (parent !== undefined && runs(parent));
}

function isName(name: string): boolean {
  return name !== '' && !/^\d+$/.test(name);
}

function isKnown(root: string, name: string, isUser: boolean): boolean {
  if (root === 'scratch') return name === 'root' && !isUser;
  return /^(?:root|nobody|nonroot|tty|staff)$/.test(name);
}

/** The number that the user has in the stage that makes it. */
function toNumber(build: Build, { user, group, at, word }: NamedOwner) {
  const uid =
    user === 'root' ? '0' : user === 'nobody' ? '65534' : madeUsers(build).find(({ name }) => name === user)?.uid;
  if (uid === undefined || word.text !== word.value || word.references.length > 0) return undefined;
  const isSameGroup = group === user;
  const span = isSameGroup ? word : at;
  if (group !== undefined && isName(group) && !isSameGroup) return undefined;
  const number = isSameGroup ? `${uid}:${uid}` : uid;
  return { title: `Write ${number}`, edits: [replace(span, number)] };
}
