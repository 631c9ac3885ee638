/** Writes pages of `server/docs` from the rules and refactorings themselves: what `layerwise explain` prints, bound together. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  explainRefactoring,
  explainRule,
  namesByTool,
  type Rule,
  refactorings,
  rules,
  tools,
} from '../server/src/core/index';

/** The folder of all pages; those of rules and refactorings are generated. */
export const docsFolder = join(import.meta.dirname, '../server/docs');

/** What the categories are about. */
const categories: Readonly<Record<string, string>> = {
  cache: 'the order of instructions and cache mounts, so that a build does again only what has to be',
  correctness: 'what the builder refuses, and what does not do what was meant',
  pinning: 'which versions a build takes, and whether it takes the same tomorrow',
  secrets: 'credentials that end up in the image, its history or a log',
  security: 'who the container runs as, and what a build trusts',
  size: 'what makes an image larger than what runs in it',
  stages: 'stages and how they are connected',
  style: 'how a Dockerfile is written',
};

/** Every generated page, by its path below `docsFolder`. */
export function readPages(): Map<string, string> {
  const pages = new Map<string, string>();
  const byCategory = groupByCategory();
  pages.set('rules/README.md', indexPage(byCategory));
  for (const [category, members] of byCategory) pages.set(`rules/${category}.md`, rulesPage(category, members));
  pages.set('refactorings.md', page('Refactorings', refactorings.map(explainRefactoring)));
  return pages;
}

function groupByCategory(): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const category = rule.id.slice(0, rule.id.indexOf('/'));
    groups.set(category, [...(groups.get(category) ?? []), rule]);
  }
  return groups;
}

/** Every rule by category, and every name that other tools have for one. */
function indexPage(byCategory: ReadonlyMap<string, readonly Rule[]>): string {
  const byName = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const name of rule.aliases ?? []) byName.set(name, [...(byName.get(name) ?? []), rule]);
  }
  const names = namesByTool([...byName.keys()].sort((a, b) => a.localeCompare(b, 'en')));
  return page('Rules', [
    `${rules.length} rules. Severities are those of the preset \`recommended\`; see [configuration](../configuration.md) for the others. ` +
      '`layerwise explain NAME` prints the entry of a rule, under any of its names.',
    '## By category',
    ...[...byCategory].flatMap(([category, members]) => [
      `### [${category}](${category}.md)`,
      `About ${categories[category] ?? category}.`,
      table(members, `${category}.md`),
    ]),
    '## By the names of other tools',
    ...tools.flatMap((tool) => {
      const own = names.get(tool);
      if (!own) return [];
      const rows = own.map(
        (name) =>
          `| \`${name}\` | ${byName
            .get(name)!
            .map(({ id }) => linkTo(id))
            .join(', ')} |`,
      );
      return [`### ${tool}`, ['| name | rule |', '|---|---|', ...rows].join('\n')];
    }),
  ]);
}

function rulesPage(category: string, members: readonly Rule[]): string {
  const about = `About ${categories[category] ?? category}. [All rules](README.md)`;
  return page(`Rules: ${category}`, [about, table(members, ''), ...members.map(explainRule)]);
}

function table(members: readonly Rule[], file: string): string {
  const rows = members.map(
    ({ id, severity, fixable, aliases = [], summary }) =>
      `| [${id}](${file}#${anchor(id)}) | ${severity} | ${fixable?.safety ?? '–'} | ${aliases.join(', ') || '–'} | ${summary} |`,
  );
  return ['| rule | severity | fix | also known as | |', '|---|---|---|---|---|', ...rows].join('\n');
}

function linkTo(id: string): string {
  return `[${id}](${id.slice(0, id.indexOf('/'))}.md#${anchor(id)})`;
}

function page(title: string, sections: readonly string[]): string {
  const origin = '<!-- Made by scripts/docs.ts from the source; change it there. -->';
  return `# ${title}\n\n${[origin, ...sections].join('\n\n')}\n`;
}

/** As GitHub names a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const pages = readPages();
  rmSync(join(docsFolder, 'rules'), { recursive: true, force: true });
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(docsFolder, path)), { recursive: true });
    writeFileSync(join(docsFolder, path), text);
  }
}
