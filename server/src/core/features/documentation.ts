import type { Refactoring, RefactoringExample } from '../refactorings/refactoring';
import type { Example, Rule } from '../rules/rule';
import { namesByTool } from './tool-names';

/**
 * A rule's entry, in Markdown: what it reports, why, how severe in each preset, its options, its names elsewhere, how far its fix can be
 * trusted and why, and its examples.
 */
export function explainRule(rule: Rule): string {
  return [
    `## ${rule.id}`,
    rule.summary,
    rule.why.replace(/\s*\n\s*/g, ' '),
    `${presetLine(rule)}\n${namesLines(rule)}`.trimEnd(),
    ...options(rule),
    ...trust(rule),
    ...rule.examples.flatMap((example) => showExample(example, rule.fixable !== undefined)),
  ].join('\n\n');
}

function presetLine({ severity, strict, hadolint, buildkit, stops = [] }: Rule): string {
  const stopping = (preset: 'buildkit' | 'hadolint') => (stops.includes(preset) ? severity : undefined);
  const experimental = buildkit === 'experimental' ? 'off until opted in' : undefined;
  const rows: readonly (readonly [preset: string, severity: string | undefined])[] = [
    ['recommended', severity],
    ['strict', severity === 'off' ? (strict ?? 'off') : severity],
    ['hadolint', hadolint ?? stopping('hadolint')],
    ['buildkit', experimental ?? (buildkit === 'on' ? 'warning' : stopping('buildkit'))],
  ];
  const shown = rows.flatMap(([preset, level]) => (level === undefined ? [] : [`${preset}: **${level}**`]));
  return `- Severity by preset: ${shown.join(', ')}`;
}

function namesLines({ aliases = [], standsFor = [], codes }: Rule): string {
  const names = [...namesByTool(aliases)].map(
    ([tool, own]) => `${tool === 'others' ? '' : `${tool} `}${own.map((name) => `\`${name}\``).join(', ')}`,
  );
  return [
    ...(names.length > 0 ? [`- Elsewhere: ${names.join('; ')}`] : []),
    ...(codes
      ? ['- Each finding has the code of its own that the tool gives it; settings and ignore comments take it']
      : []),
    ...(standsFor.length > 0
      ? [`- Also silenced by the names ${standsFor.map((name) => `\`${name}\``).join(', ')}`]
      : []),
  ].join('\n');
}

function options({ options: known = [] }: Rule): string[] {
  if (known.length === 0) return [];
  const rows = known.map(
    ({ name, summary, default: standard }) => `- \`${name}\`: ${summary} Default: \`${JSON.stringify(standard)}\`.`,
  );
  return [`Options:\n\n${rows.join('\n')}`];
}

function trust({ fixable }: Rule): string[] {
  switch (fixable?.safety) {
    case undefined:
      return ['It has no fix.'];
    case 'safe':
      return [`The fix is safe: ${fixable.because ?? 'the image and its behaviour stay the same.'}`];
    case 'unsafe':
      return [`The fix is unsafe: ${fixable.because ?? 'it changes the image or needs a look.'}`];
    case 'draft':
      return [`The fix is a draft: ${fixable.because ?? 'it leaves a blank for you to fill.'}`];
  }
}

function showExample({ bad, good, context, settings }: Example, fixable: boolean): string[] {
  return [
    `Reported${withFiles(context)}${withSettings(settings)}:`,
    fenced(bad),
    ...(good === undefined ? [] : [fixable ? 'After the fix:' : 'Better:', fenced(good)]),
  ];
}

/** A refactoring's page, in Markdown: what it does, and what it makes of its examples. */
export function explainRefactoring({ id, title, summary, examples }: Refactoring): string {
  return [`## ${id}`, `**${title}.** ${summary}`, ...examples.flatMap(showRefactoring)].join('\n\n');
}

function showRefactoring({ before, after, refusal, context }: RefactoringExample): string[] {
  const shown = fenced(before.replaceAll('<|>', ''));
  return refusal === undefined
    ? [`Before${withFiles(context)}:`, shown, 'After:', fenced(after ?? '')]
    : [`Refused${withFiles(context)}:`, shown, refusal];
}

function withFiles(context: Readonly<Record<string, string>> | undefined): string {
  const files = Object.keys(context ?? {});
  return files.length === 0 ? '' : `, with ${files.map((file) => `\`${file}\``).join(', ')} in the build context`;
}

/** What ShellCheck found is no setting of a person's. */
function withSettings({ shellNotes: _, ...settings }: Example['settings'] = {}): string {
  const parts = Object.entries(settings).map(([name, value]) => `\`${name}: ${JSON.stringify(value)}\``);
  return parts.length === 0 ? '' : `, with ${parts.join(', ')}`;
}

function fenced(text: string): string {
  return `\`\`\`dockerfile\n${text.replace(/\n$/, '')}\n\`\`\``;
}
