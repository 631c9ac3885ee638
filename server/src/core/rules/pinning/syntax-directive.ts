import type { Build } from '../../model/build-types';
import { readFrontend, readMinimumFrontend } from '../../model/frontend';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert, replace } from '../../text/edit';
import { table } from '../../text/table';
import type { Finding, Rule } from '../rule';

export const syntaxDirective: Rule = {
  id: 'pinning/syntax-directive',
  severity: 'off',
  strict: 'info',
  summary: 'Name the Dockerfile syntax by its major version.',
  why: `docker/dockerfile:1 is the newest frontend that understands version 1 of the syntax: it gets fixes, and never breaks a file. A
    minor version gets none, latest may be a version 2 one day, and without the line an older Docker reads a newer file by its own
    lights, which fails at the first thing that it does not know.`,
  fixable: {
    safety: 'unsafe',
    because: 'Another frontend reads the file, and the builder must be able to fetch it.',
  },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1.4
                 ^^^^^^^^^^^^^^^^^^^^^ The frontend is held back at 1.4 and gets no fixes.
        FROM alpine:3.22
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const directive = build.directives.find(({ name }) => name === 'syntax');
    if (!directive) {
      const newer = findNewerSyntax(build);
      if (!newer) return found;
      // A shebang stays the first line: the builder skips it, and looks for directives behind it.
      const start = /^\uFEFF?(?:#!.*\r?\n)?/.exec(build.source.text)![0].length;
      found.push({
        at: newer.at,
        message: `${newer.what} needs docker/dockerfile ${newer.since}, and no # syntax line asks for it.`,
        fix: {
          title: 'Add # syntax=docker/dockerfile:1',
          edits: [insert(start, `# syntax=docker/dockerfile:1${build.source.newline}`)],
        },
      });
      return found;
    }
    const frontend = readFrontend(build);
    if (frontend.kind === 'other' || (frontend.kind === 'pinned' && frontend.digest)) return found;
    const [, repository = '', tag = 'latest'] =
      /^(.*?\/dockerfile(?:-upstream)?)(?::([\w.-]+))?$/.exec(directive.value) ?? [];
    if (tag === '1' || tag === '1-labs') return found;
    const labs = /labs|experimental/.test(tag);
    const value = `docker/dockerfile:${labs ? '1-labs' : '1'}`;
    // Upstream's repository is one of builds between releases, chosen for what no release has.
    const fixable = !repository.endsWith('-upstream');
    found.push({
      at: directive.valueSpan,
      message: /^\d/.test(tag)
        ? `The frontend is held back at ${tag} and gets no fixes.`
        : `The frontend is whatever was released last as ${tag}.`,
      ...(fixable ? { fix: { title: `Use ${value}`, edits: [replace(directive.valueSpan, value)] } } : {}),
    });
    return found;
  },
};

/** The first thing in a file that came after what the builder brings along: docker/dockerfile 1.2, that of Docker 20.10, unless said. */
function findNewerSyntax({ instructions, builder }: Build) {
  for (const instruction of instructions) {
    const found = newerSyntaxOf(instruction.keyword === 'ONBUILD' ? (instruction.trigger ?? instruction) : instruction);
    if (found && (readMinimumFrontend(found.since) ?? 0) > (builder.frontendMinor ?? 0)) return found;
  }
  return undefined;
}

/** Flags by keyword, and the version that brought them. */
const FLAGS: Readonly<Record<string, string>> = table({
  'RUN network': '1.3',
  'RUN security': '1.20',
  'RUN device': '1.14',
  'COPY link': '1.4',
  'ADD link': '1.4',
  'ADD checksum': '1.6',
  'ADD keep-git-dir': '1.5',
  'ADD unpack': '1.17',
  'COPY parents': '1.20',
  'COPY exclude': '1.19',
  'ADD exclude': '1.19',
  'HEALTHCHECK start-interval': '1.6',
});

function newerSyntaxOf({ keyword, flags, heredocs, words }: Instruction) {
  const heredoc = heredocs[0];
  if (heredoc) return { at: heredoc.operator, what: 'A heredoc', since: '1.4' };
  for (const flag of flags) {
    const since = FLAGS[`${keyword} ${flag.name}`];
    if (since) return { at: { start: flag.start, end: flag.nameSpan.end }, what: `--${flag.name}`, since };
  }
  for (const { references } of words) {
    if (references.length === 0) continue;
    const modified = references.find(({ operator }) => operator !== undefined && /^[#%/]/.test(operator));
    if (modified) return { at: modified, what: `\${…${modified.operator}…}`, since: '1.7' };
  }
  return undefined;
}
