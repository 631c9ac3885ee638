import type { Refactoring, RefactoringExample } from '../refactorings/refactoring';
import type { Example, Rule } from '../rules/rule';

/** A rule's page, in Markdown: what it reports, why, under which names, how its fix can be trusted, and its examples. */
export function explainRule(rule: Rule): string {
  return [
    `## ${rule.id}`,
    rule.summary,
    facts(rule).join(' · '),
    rule.why,
    ...trust(rule),
    ...rule.examples.flatMap((example) => showExample(example, rule.fixable !== undefined)),
  ].join('\n\n');
}

function facts({ severity, strict, hadolint, buildkit, aliases = [], fixable }: Rule): string[] {
  const presets = [
    severity === 'off' ? 'off by default' : `**${severity}**`,
    ...(strict ? [`${strict} in preset strict`] : []),
    ...(hadolint ? [`${hadolint} in preset hadolint`] : []),
    ...(buildkit ? [`${buildkit === 'on' ? 'on' : 'opt-in'} in preset buildkit`] : []),
  ];
  return [
    presets.join(', '),
    ...(aliases.length > 0 ? [`also known as ${aliases.map((alias) => `\`${alias}\``).join(', ')}`] : []),
    fixable ? `fix: ${fixable.safety}` : 'no fix',
  ];
}

function trust({ fixable }: Rule): string[] {
  switch (fixable?.safety) {
    case undefined:
      return [];
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

function withSettings(settings: Example['settings']): string {
  return settings === undefined ? '' : `, with the settings \`${JSON.stringify(settings)}\``;
}

function fenced(text: string): string {
  return `\`\`\`dockerfile\n${text.replace(/\n$/, '')}\n\`\`\``;
}
