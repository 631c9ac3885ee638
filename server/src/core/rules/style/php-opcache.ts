import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build, Stage } from '../../model/build-types';
import { notForShipping } from '../../model/stages/shipping';
import { casingOf, inCase } from '../../model/syntax/casing';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const phpOpcache: Rule = {
  id: 'style/php-opcache',
  aliases: ['tally/php/enable-opcache-in-production'],
  severity: 'off',
  strict: 'hint',
  about: { texts: ['php'] },
  summary: 'Turn OPcache on where PHP serves web pages.',
  why:
    'Without OPcache, PHP compiles every file anew for every request. PHP 8.5 always has it; of the official images for Apache and FPM those ' +
    'of 8.1 to 8.4 turn it on since July 2025, older ones leave it off. A file that speaks of OPcache anywhere on the way to its last ' +
    'stage is let pass, and so is a release that has it for sure, or a stage for development.',
  fixable: { safety: 'unsafe', because: 'Code that was changed on disk may be served as it was.' },
  examples: [
    {
      bad: dockerfile`
        FROM php:8.3-apache
             ^^^^^^^^^^^^^^ Nothing turns OPcache on for this web server, which the image does itself only since July 2025.
        COPY src/ /var/www/html/
      `,
      good: dockerfile`
        FROM php:8.3-apache
        RUN docker-php-ext-install opcache
        COPY src/ /var/www/html/
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const stage = build.stages.at(-1);
    const lack = stage && howItLacks(stage);
    if (!stage || !lack || notForShipping(build, stage) !== undefined) return found;
    for (let at: Stage | undefined = stage; at; at = at.parent) if (mayHaveOpcache(build, at)) return found;
    found.push({
      at: stage.from.imageWord,
      message:
        lack === 'always'
          ? 'PHP serves web pages here without OPcache.'
          : 'Nothing turns OPcache on for this web server, which the image does itself only since July 2025.',
      fix: () => install(build, stage),
    });
    return found;
  },
};

/** The first releases whose images have it turned on, by minor version of PHP 8. */
const TURNED_ON: Readonly<Record<number, number>> = { 1: 33, 2: 29, 3: 23, 4: 10 };

/** Whether an official image of a web server leaves it off: all images of the version, or those from before July 2025. */
function howItLacks({ root }: Stage): 'always' | 'once' | undefined {
  if (!root.includes('php')) return undefined;
  const { repository, official, version = '', variant = '' } = readBaseImage(root);
  if (repository !== 'php' || !official || !/(?:^|-)(?:fpm|apache)(?:$|-)/.test(variant)) return undefined;
  const [major, minor, patch] = version.split('.').map(Number);
  if (major === undefined || minor === undefined || major > 8) return undefined;
  if (major < 8 || minor < 1) return 'always';
  const since = TURNED_ON[minor];
  if (since === undefined) return undefined;
  return patch === undefined || patch < since ? 'once' : undefined;
}

/** Whether it is spoken of, or brought along with what another stage has installed. */
function mayHaveOpcache({ source: { text } }: Build, { instructions }: Stage): boolean {
  return instructions.some(
    (instruction) =>
      /opcache/i.test(text.slice(instruction.start, instruction.end)) ||
      ((instruction.keyword === 'COPY' || instruction.keyword === 'ADD') &&
        instruction.destination !== undefined &&
        /^\/?(?:usr|usr\/local|usr\/local\/(?:lib|etc)(?:\/php.*)?)?\/?$/.test(instruction.destination.value)),
  );
}

function install({ source }: Build, { from }: Stage): Fix {
  const casing = casingOf(source.text.slice(from.keywordSpan.start, from.keywordSpan.end));
  const keyword = inCase('RUN', casing === 'lower' ? 'lower' : 'upper');
  return {
    title: 'Install OPcache',
    edits: [insert(from.end, `${source.newline}${keyword} docker-php-ext-install opcache`)],
  };
}
