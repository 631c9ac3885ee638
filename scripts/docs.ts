/** Writes pages of `server/docs` from the rules and refactorings themselves: what `layerwise explain` prints, bound together. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { explainRefactoring, explainRule, type Rule, refactorings, rules } from '../server/src/core/index';

/** The folder of all pages; those of rules and refactorings are generated. */
export const docsFolder = join(import.meta.dirname, '../server/docs');

/** Every generated page, by its path below `docsFolder`. */
export function readPages(): Map<string, string> {
  const pages = new Map<string, string>();
  for (const category of new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))))) {
    const members = rules.filter(({ id }) => id.startsWith(`${category}/`));
    pages.set(`rules/${category}.md`, rulesPage(category, members));
  }
  pages.set('refactorings.md', page('Refactorings', refactorings.map(explainRefactoring)));
  return pages;
}

function rulesPage(category: string, members: readonly Rule[]): string {
  const rows = members.map(
    ({ id, severity, fixable, aliases = [], summary }) =>
      `| [${id}](#${anchor(id)}) | ${severity} | ${fixable?.safety ?? '–'} | ${aliases.join(', ') || '–'} | ${summary} |`,
  );
  const table = ['| rule | severity | fix | also known as | |', '|---|---|---|---|---|', ...rows].join('\n');
  return page(`Rules: ${category}`, [table, ...members.map(explainRule)]);
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
