import { frontendReference, isDockersFrontend } from '../../model/frontend';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { editDistance } from '../../text/nearest';
import type { Finding, Rule } from '../rule';

export const syntaxDirectiveTypo: Rule = {
  id: 'correctness/syntax-directive-typo',
  aliases: ['tally/syntax-directive-typo'],
  severity: 'error',
  summary: 'Write the name of the frontend in # syntax right.',
  why:
    'The builder downloads the image that `# syntax` names and lets it read the file. It takes the value up to the first blank. A name ' +
    'that is nearly `docker/dockerfile` is no image at all, or somebody else’s, which then decides what the build does.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dokerfile:1
                 ^^^^^^^^^^^^^^^^^^ This is not docker/dockerfile, the frontend that Docker makes, but nearly its name.
        FROM debian:12
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
      `,
    },
  ],

  about: { texts: ['#'] },
  check({ directives }) {
    const found: Finding[] = [];
    const directive = directives.find(({ name }) => name === 'syntax');
    if (!directive) return found;
    const { value, valueSpan } = directive;
    const reference = frontendReference(directive);
    const fine = isDockersFrontend(reference);
    const meant = fine ? reference : meantBy(value);
    const fix = meant ? { fix: { title: `Write ${meant}`, edits: [replace(valueSpan, meant)] } } : {};
    if (/\s/.test(value.trim())) {
      found.push({
        at: valueSpan,
        message: 'The builder takes the name of the frontend up to the first blank only.',
        ...(fine ? { severity: 'warning' as const } : {}),
        ...fix,
      });
    } else if (!fine && meant) {
      found.push({
        at: valueSpan,
        message: 'This is not docker/dockerfile, the frontend that Docker makes, but nearly its name.',
        ...fix,
      });
    }
    return found;
  },
};

const NAME = 'docker/dockerfile';

/** The reference that was probably meant, when it is near enough to Docker's own. */
function meantBy(value: string): string | undefined {
  const compact = value.trim().replace(/\s+/g, value.includes('/') ? '' : '/');
  const [, name = '', tag = ''] = /^(?:docker\.io\/)?([^:@]*)(?::([\w.-]*))?/.exec(compact) ?? [];
  const version = tag === '' || !/^(?:\d|labs|latest|master)/.test(tag) ? '1' : tag;
  const lower = name.toLowerCase().replace(/[-_.]?v?\d[\d.]*$/, '');
  const near = lower === 'dockerfile' || editDistance(lower, NAME) <= (lower.includes('/') ? 3 : 2);
  if (!near) return undefined;
  const trailing = /(\d[\d.]*)$/.exec(name)?.[1];
  return `${NAME}:${tag === '' && trailing ? trailing : version}`;
}
