/** The tools whose names rules carry, in the order in which they are listed. */
export const tools = [
  'hadolint',
  'BuildKit',
  'ShellCheck',
  'Trivy',
  'Checkov',
  'KICS',
  'Semgrep',
  'tally',
  'binnacle',
  'dockerfile-utils',
  'others',
] as const;

export type Tool = (typeof tools)[number];

/** By how its names look. */
const patterns: readonly (readonly [pattern: RegExp, tool: Tool])[] = [
  [/^DL\d+$/, 'hadolint'],
  [/^SC\d+$/, 'ShellCheck'],
  [/^(?:AVD-)?DS-?\d+$/, 'Trivy'],
  [/^CKV2?_/, 'Checkov'],
  [/^tally\//, 'tally'],
  [/^[A-Z]+(?:_[A-Z]+)+$/, 'dockerfile-utils'],
  [/^[A-Z][A-Za-z]*[A-Z][a-z]+$/, 'BuildKit'],
  [/^[a-z]+(?:-[a-z]+)+$/, 'Semgrep'],
  [/^[a-z]+[A-Z]/, 'binnacle'],
  [/^[A-Z].* /, 'KICS'],
];

/** Whose name it is. */
export function toolOf(name: string): Tool {
  return patterns.find(([pattern]) => pattern.test(name))?.[1] ?? 'others';
}

/** Names sorted by tool. */
export function namesByTool(names: readonly string[]): Map<Tool, string[]> {
  const found = new Map<Tool, string[]>();
  for (const tool of tools) {
    const own = names.filter((name) => toolOf(name) === tool);
    if (own.length > 0) found.set(tool, own);
  }
  return found;
}
