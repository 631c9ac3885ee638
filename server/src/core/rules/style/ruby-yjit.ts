import { readBaseImage } from '../../knowledge/images/base-images';
import { nameOf } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../../model/build-types';
import { readContainerStart } from '../../model/stages/container-start';
import { notForShipping } from '../../model/stages/shipping';
import { casingOf, inCase } from '../../model/syntax/casing';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const rubyYjit: Rule = {
  id: 'style/ruby-yjit',
  aliases: ['tally/ruby/yjit-not-enabled-on-supported-runtime'],
  severity: 'off',
  strict: 'hint',
  about: { texts: ['ruby'] },
  summary: 'Turn YJIT on where Ruby runs a server.',
  why:
    'YJIT, the compiler that Ruby brings, makes a server faster by a good part; from Ruby 3.3 on it is ready for that, and off. Looked at is ' +
    'an official image whose container starts a web server. Rails 7.2 and later turn it on themselves, which a Gemfile.lock in the ' +
    'build context shows.',
  fixable: { safety: 'unsafe', because: 'The variable stays in the image, and the server takes a little more memory.' },
  examples: [
    {
      bad: dockerfile`
        FROM ruby:3.4-slim
             ^^^^^^^^^^^^^ Ruby runs a server here without YJIT.
        CMD ["bundle", "exec", "puma"]
      `,
      good: dockerfile`
        FROM ruby:3.4-slim
        ENV RUBY_YJIT_ENABLE=1
        CMD ["bundle", "exec", "puma"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const stage = build.stages.at(-1);
    if (!stage || !hasYjit(stage) || notForShipping(build, stage) !== undefined || !startsServer(build, stage))
      return found;
    for (let at: Stage | undefined = stage; at; at = at.parent) {
      if (at.instructions.some(({ start, end }) => /yjit/i.test(build.source.text.slice(start, end)))) return found;
    }
    const rails = /^ {4}rails \((\d+)\.(\d+)/m.exec(build.context?.read('Gemfile.lock') ?? '');
    if (rails && (Number(rails[1]) > 7 || (rails[1] === '7' && Number(rails[2]) >= 2))) return found;
    found.push({
      at: stage.from.imageWord,
      message: 'Ruby runs a server here without YJIT.',
      fix: () => enable(build, stage),
    });
    return found;
  },
};

function hasYjit({ root }: Stage): boolean {
  if (!root.includes('ruby')) return false;
  const { repository, official, version } = readBaseImage(root);
  const [, major = 0, minor = 0] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  return repository === 'ruby' && official && (Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 3));
}

const SERVERS = new Set(['puma', 'unicorn', 'falcon', 'thin', 'passenger', 'rackup', 'iodine', 'pitchfork']);

function startsServer(build: Build, stage: Stage): boolean {
  return readContainerStart(build, stage).programs.some(({ name, arguments: words }) => {
    const all = [name, ...words].map(nameOf).filter((word) => !word.startsWith('-'));
    while (all[0] === 'bundle' || all[0] === 'exec' || all[0] === 'ruby') all.shift();
    const [program = '', verb] = all;
    return SERVERS.has(program) || (program === 'rails' && (verb === 's' || verb === 'server'));
  });
}

function enable({ source }: Build, { from }: Stage): Fix {
  const casing = casingOf(source.text.slice(from.keywordSpan.start, from.keywordSpan.end));
  const keyword = inCase('ENV', casing === 'lower' ? 'lower' : 'upper');
  return { title: 'Set RUBY_YJIT_ENABLE', edits: [insert(from.end, `${source.newline}${keyword} RUBY_YJIT_ENABLE=1`)] };
}
