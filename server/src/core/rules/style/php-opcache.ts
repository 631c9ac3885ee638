import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build, Stage } from '../../model/build-types';
import { notForShipping } from '../../model/stages/shipping';
import { casingOf, inCase } from '../../model/syntax/casing';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Fix, Rule } from '../rule';

export const phpOpcache: Rule = {
  id: 'style/php-opcache',
  aliases: ['tally/php/enable-opcache-in-production'],
  severity: 'off',
  strict: 'hint',
  summary: 'Turn OPcache on where PHP serves web pages.',
  why:
    'Without OPcache, PHP compiles every file anew for every request. The official images for Apache and FPM leave it off up to PHP 8.4. A ' +
    'file that speaks of OPcache anywhere on the way to its last stage is let pass, and so is a stage for development.',
  fixable: { safety: 'unsafe', because: 'Code that was changed on disk may be served as it was.' },
  examples: [
    {
      bad: dockerfile`
        FROM php:8.3-apache
             ^^^^^^^^^^^^^^ PHP serves web pages here without OPcache.
        COPY src/ /var/www/html/
      `,
      good: dockerfile`
        FROM php:8.3-apache
        RUN docker-php-ext-install opcache
        COPY src/ /var/www/html/
      `,
    },
  ],

  *check(build) {
    const stage = build.stages.at(-1);
    if (!stage || !isWebServer(stage) || notForShipping(build, stage) !== undefined) return;
    for (let at: Stage | undefined = stage; at; at = at.parent) if (mayHaveOpcache(build, at)) return;
    yield {
      at: stage.from.imageWord,
      message: 'PHP serves web pages here without OPcache.',
      fix: () => install(build, stage),
    };
  },
};

/** On an official image that has no OPcache by itself. */
function isWebServer({ root }: Stage): boolean {
  if (!root.includes('php')) return false;
  const { repository, official, version, variant = '' } = readBaseImage(root);
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  if (repository !== 'php' || !official || version === undefined || !/^\d+\.\d+/.test(version)) return false;
  return /(?:^|-)(?:fpm|apache)(?:$|-)/.test(variant) && (major < 8 || (major === 8 && minor < 5));
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
