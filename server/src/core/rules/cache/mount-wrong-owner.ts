import { cacheMounts } from '../../model/caches/cache-places';
import { type EffectiveUser, readUser } from '../../model/stages/user';
import type { Mount } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, insert, replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const mountWrongOwner: Rule = {
  id: 'cache/mount-wrong-owner',
  severity: 'warning',
  about: { flags: ['mount'] },
  summary: 'Give a cache mount in a home directory to the user that the step runs as.',
  why: "A cache mount belongs to root unless uid, gid or mode say otherwise, so another user can't write to it: the step fails, or the cache stays empty. And `/root` is the home of root alone: tools that run as somebody else look elsewhere.",
  fixable: { safety: 'unsafe', because: 'A cache that exists already keeps its old owner.' },
  examples: [
    {
      bad: dockerfile`
        FROM node:20
        USER node
        RUN --mount=type=cache,target=/root/.npm npm ci
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The mount is in the home of root, but the step runs as node.
      `,
      good: dockerfile`
        FROM node:20
        USER node
        RUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 npm ci
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.12
        RUN useradd --uid 4000 --create-home app
        USER app
        RUN --mount=type=cache,target=/home/app/.cache/pip pip install flask
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The mount belongs to root, so app cannot write to it.
      `,
      good: dockerfile`
        FROM python:3.12
        RUN useradd --uid 4000 --create-home app
        USER app
        RUN --mount=type=cache,target=/home/app/.cache/pip,uid=4000 pip install flask
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const run of build.instructions) {
      if (run.keyword !== 'RUN') continue;
      for (const { mount, target } of cacheMounts(build, run)) {
        const user = readUser(build, run);
        // sudo makes root of anybody, and a user given by a variable may be root.
        if (
          user.root ||
          user.name.includes('$') ||
          build.commands.some((each) => each.script.instruction === run && each.words[0]?.value === 'sudo')
        )
          continue;
        const rooted = target === '/root' || target.startsWith('/root/');
        const atHome = user.home !== undefined && user.home !== '/root' && target.startsWith(`${user.home}/`);
        if (!rooted && !atHome && !/^\/home\/[^/]+\//.test(target)) continue;
        if (!rooted && owns(mount, user)) continue;
        const edits = mend(mount, user, target);
        found.push({
          at: mount.flag,
          message: rooted
            ? `The mount is in the home of root, but the step runs as ${user.name}.`
            : `The mount belongs to ${ownerOf(mount)}, so ${user.name} cannot write to it.`,
          ...(edits.length > 0 ? { fix: { title: `Give the mount to ${user.name}`, edits } } : {}),
        });
      }
    }
    return found;
  },
};

function valueOf({ options }: Mount, key: string): string | undefined {
  return options.find((option) => option.key === key)?.value;
}

function ownerOf(mount: Mount): string {
  const uid = valueOf(mount, 'uid');
  return uid === undefined || uid === '0' ? 'root' : `the user ${uid}`;
}

/** Whether the user may write to the mount, as far as its options and the user's numbers are known. */
function owns(mount: Mount, { uid, gid }: EffectiveUser): boolean {
  const mode = valueOf(mount, 'mode');
  if (mode !== undefined && (mode.includes('$') || /[2367]$/.test(mode))) return true;
  const owner = valueOf(mount, 'uid');
  if (owner !== undefined && (uid === undefined || owner === uid || owner.includes('$'))) return true;
  const group = valueOf(mount, 'gid');
  if (group === undefined || (mode !== undefined && !/[2367].$/.test(mode))) return false;
  // The group may write only where a mode says so.
  return mode !== undefined && (gid === undefined || group === gid);
}

/** The mount moved to the user's home and given to the user; nothing where numbers or home are not known. */
function mend({ options, flag }: Mount, { uid, gid, home }: EffectiveUser, target: string): Edit[] {
  if (uid === undefined || flag.value === undefined || flag.value.quoted) return [];
  const edits: Edit[] = [];
  if (target.startsWith('/root/') || target === '/root') {
    const written = options.find(({ key }) => key === 'target' || key === 'dst' || key === 'destination')?.valueSpan;
    if (home === undefined || !written) return [];
    edits.push(replace(written, home + target.slice('/root'.length)));
  }
  let added = '';
  for (const [key, value] of [
    ['uid', uid],
    ['gid', gid],
  ] as const) {
    if (value === undefined) continue;
    const option = options.find((each) => each.key === key);
    if (option?.valueSpan) edits.push(replace(option.valueSpan, value));
    else added += `,${key}=${value}`;
  }
  return added ? [...edits, insert(flag.value.end, added)] : edits;
}
