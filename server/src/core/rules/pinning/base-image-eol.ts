import { type Ended, findEnded, findRenewal } from '../../knowledge/images/base-image-tags';
import type { BaseImage } from '../../knowledge/images/base-images';
import { DISCONTINUED } from '../../knowledge/images/end-of-life';
import type { Build, Stage } from '../../model/build-types';
import { baseImageOf } from '../../model/stages/base-image';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const baseImageEol: Rule = {
  id: 'pinning/base-image-eol',
  severity: 'warning',
  summary: 'Take a base image whose release line still gets security fixes.',
  why: `Once a release line has ended, nobody mends what is found in it: neither the language's or system's own faults, nor those of the
    packages in the image, and its package repositories move to an archive, so that installs fail. The dates are those that the
    upstreams publish; paid extensions are left out.`,
  fixable: {
    safety: 'unsafe',
    because:
      'It offers the nearest line that is maintained: the program, and the packages that it installs, must get along with it.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM node:14-buster-slim
             ^^^^^^^^^^^^^^^^^^^ Node.js 14 has had no security fixes since 2023-04-30, Debian 10 (buster) since 2024-06-30.
      `,
      good: dockerfile`
        FROM node:22-bookworm-slim
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      const { base, parent, from } = stage;
      if (parent || from.image.text === '') continue;
      const known = baseImageOf(stage);
      const ended = findEnded(known);
      const message = ended.length > 0 ? describe(ended) : describeRetired(known);
      if (message === undefined) continue;
      found.push({
        at: from.image,
        message,
        fix() {
          const renewal = base.includes('@') ? undefined : findRenewal(known, ended);
          return renewal && toFix(build, stage, renewal);
        },
      });
    }
    return found;
  },
};

function describe(ended: readonly Ended[]): string {
  const [first, ...others] = ended.map(({ product, line }) => {
    const codename = line.codename && product.id !== 'node' ? ` (${line.codename})` : '';
    return { name: `${product.title} ${line.line}${codename}`, ends: line.ends };
  });
  const rest = others.map(({ name, ends }) => `, ${name} since ${ends}`).join('');
  return `${first!.name} has had no security fixes since ${first!.ends}${rest}.`;
}

function describeRetired({ repository, official, variant = '' }: BaseImage): string | undefined {
  const gone = official ? DISCONTINUED.get(repository) : undefined;
  // Previews of the next Java are still published under the old name.
  if (!gone || variant.split('-').includes('ea')) return undefined;
  const heir = gone.use ? `; ${gone.use} takes its place` : '';
  return `The image ${repository} has had no updates since ${gone.ended}${heir}.`;
}

function toFix(build: Build, stage: Stage, renewal: { repository?: string; tag: string }): Fix | undefined {
  const { image } = stage.from;
  if (image.text !== stage.base) return renewal.repository ? undefined : fixDefault(build, stage, renewal.tag);
  const repository = renewal.repository ?? '';
  // The repository's last segments change; a registry or mirror in front stays.
  const kept = repository.includes('/')
    ? image.name.slice(0, image.name.indexOf('dotnet/'))
    : image.name.replace(/[^/]*$/, '');
  const name = repository === '' ? image.name : kept + repository;
  const edits: Edit[] = [];
  if (name !== image.name) edits.push(replace(image.nameSpan, name));
  const written = image.tagSpan ? replace(image.tagSpan, renewal.tag) : undefined;
  if (!written) return undefined;
  edits.push(written);
  const registry = image.registry === undefined ? '' : `${image.registry}/`;
  return { title: `Use ${registry}${name}:${renewal.tag}`, edits };
}

/** `FROM node:${NODE_VERSION}-slim`: the default of the ARG, where the rest of the tag stays. */
function fixDefault({ globals, stages, source }: Build, stage: Stage, tag: string): Fix | undefined {
  const { imageWord, image } = stage.from;
  const [reference, ...others] = imageWord.references;
  if (!reference || others.length > 0 || (reference.operator !== undefined && reference.operator !== ':-'))
    return undefined;
  const written = image.tag?.split(reference.text);
  if (!image.tagSpan || written?.length !== 2) return undefined;
  const [before = '', behind = ''] = written;
  const variable = globals.findLast(({ name }) => name === reference.name);
  const { valueWord } = variable ?? {};
  if (!valueWord || valueWord.references.length > 0 || variable?.value === undefined) return undefined;
  if (!tag.startsWith(before) || !tag.endsWith(behind) || tag.length < before.length + behind.length) return undefined;
  // Other images may count other versions by the same variable.
  const family = baseImageOf(stage).repository;
  const users = stages.filter(({ from }) => from.imageWord.references.some(({ name }) => name === reference.name));
  if (users.some((user) => baseImageOf(user).repository !== family)) return undefined;
  const value = tag.slice(before.length, tag.length - behind.length);
  const at = source.text.slice(valueWord.start, valueWord.end).lastIndexOf(variable.value);
  if (at === -1) return undefined;
  const start = valueWord.start + at;
  return {
    title: `Set the default of ${reference.name} to ${value}`,
    edits: [replace({ start, end: start + variable.value.length }, value)],
  };
}
