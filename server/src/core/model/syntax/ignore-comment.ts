/**
 * What an ignore comment says, whoever's it is. Where it counts is another question: `rules/suppressions.ts` answers it.
 */
export type IgnoreComment =
  | {
      readonly tool: 'layerwise' | 'hadolint';
      readonly scope: 'instruction' | 'stage' | 'global';
      readonly list: string;
    }
  /** BuildKit's `# check=…` above an instruction. */
  | { readonly tool: 'buildkit'; readonly scope: 'instruction'; readonly list: string }
  /** Another linter's; `list` in our aliases, `*` where it silences everything, `SYNTAX_NAMES` where it silences what does not parse. */
  | { readonly tool: 'foreign'; readonly scope: 'instruction' | 'global'; readonly list: string };

const OWN = /^layerwise[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=[ \t]*([\w./*-]+(?:[ \t]*,[ \t]*[\w./*-]+)*)/i;
const HADOLINT =
  /^hadolint[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=[ \t]*([DLSC0-9]+(?:[ \t]*,[ \t]*[DLSC0-9]+)*)[ \t]*(?:#.*)?$/;
const CHECK = /^check[ \t]*=[ \t]*([^ ]+)/i;
const HADOLINT_SHELL = /^hadolint[ \t]+shell[ \t]*=[ \t]*([^ \t#]+)[ \t]*(?:#.*)?$/;

/** Stands in a list for every rule about what the builder cannot read: dockerfile-utils silences all of those at once. */
export const SYNTAX_NAMES = 'dockerfile-utils';

const NOSEMGREP = /^nosemgrep(?::[ \t]*([\w.-]+(?:[ \t]*,[ \t]*[\w.-]+)*))?/i;

/** Comments of other tools: where they apply, and how their names read as our aliases. */
const FOREIGN: readonly {
  readonly pattern: RegExp;
  readonly scope: 'instruction' | 'global';
  readonly toAlias?: (name: string) => string;
}[] = [
  { pattern: /^tally[ \t]+global[ \t]+ignore[ \t]*=[ \t]*([^ \t#]+)/i, scope: 'global', toAlias: fromTally },
  { pattern: /^tally[ \t]+ignore[ \t]*=[ \t]*([^ \t#]+)/i, scope: 'instruction', toAlias: fromTally },
  { pattern: /^checkov:skip=(\w+(?:,\w+)*)/i, scope: 'global' },
  { pattern: /^trivy:ignore:([\w-]+)/i, scope: 'instruction', toAlias: fromTrivy },
  { pattern: /^kics-scan[ \t]+ignore-line\b/i, scope: 'instruction' },
  { pattern: /^kics-scan[ \t]+ignore-block\b/i, scope: 'instruction' },
  { pattern: /^kics-scan[ \t]+disable[ \t]*=[ \t]*([^ \t#]+)/i, scope: 'global' },
  { pattern: /^kics-scan[ \t]+ignore[ \t]*$/i, scope: 'global' },
  { pattern: /^(dockerfile-utils):[ \t]*ignore\b/, scope: 'instruction' },
  { pattern: NOSEMGREP, scope: 'instruction', toAlias: fromSemgrep },
];

/** Most comments are for people: one look at how they start tells. */
const TOOLS = /^(?:layerwise|hadolint|check|checkov|tally|trivy|kics-scan|nosemgrep|dockerfile-utils)/i;

/** Reads a comment's text (without `#`); undefined when it is for people, or malformed, which its tool passes over in silence. */
export function readIgnoreComment(text: string): IgnoreComment | undefined {
  if (!TOOLS.test(text)) return undefined;
  const own = OWN.exec(text);
  if (own) return { tool: 'layerwise', scope: toScope(own[1]), list: own[2]! };
  const hadolint = HADOLINT.exec(text);
  if (hadolint) return { tool: 'hadolint', scope: toScope(hadolint[1]), list: hadolint[2]! };
  const check = CHECK.exec(text);
  if (check) return { tool: 'buildkit', scope: 'instruction', list: check[1]! };
  for (const { pattern, scope, toAlias = same } of FOREIGN) {
    const match = pattern.exec(text);
    if (match) return { tool: 'foreign', scope, list: match[1]?.split(',').map(toAlias).join() ?? '*' };
  }
  return undefined;
}

/** The shell that a `# hadolint shell=…` comment names, for ShellCheck. */
export function readShellPragma(text: string): string | undefined {
  return HADOLINT_SHELL.exec(text)?.[1];
}

/** Whether a comment silences another tool's rule on the line below it, so that nothing may come between. */
export function bindsToNextLine(text: string): boolean {
  const comment = readIgnoreComment(text);
  return comment?.scope === 'instruction' && (comment.tool === 'hadolint' || comment.tool === 'foreign');
}

function same(name: string): string {
  return name;
}

function toScope(word: string | undefined): 'instruction' | 'stage' | 'global' {
  return (word?.toLowerCase() ?? 'instruction') as 'instruction' | 'stage' | 'global';
}

function fromTally(name: string): string {
  return name.replace(/^(?:hadolint|buildkit)\//, '');
}

/** Its rules are named by their whole path: `dockerfile.security.missing-user.missing-user`. */
function fromSemgrep(name: string): string {
  return name.trim().split('.').at(-1)!;
}

/** `DS002`, `DS-0002` and `AVD-DS-0002` are one; rules may go by the first or the last. */
function fromTrivy(name: string): string {
  const digits = /^(?:AVD-)?DS-?0*(\d+)$/i.exec(name)?.[1];
  return digits === undefined ? name : `DS${digits.padStart(3, '0')},AVD-DS-${digits.padStart(4, '0')}`;
}
