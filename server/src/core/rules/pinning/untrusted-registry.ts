import type { Build } from '../../model/build-types';
import { readImageReference } from '../../model/syntax/image-reference';
import type { Instruction } from '../../model/syntax/instruction';
import { readPlainImage } from '../../model/syntax/plain-image';
import { dockerfile } from '../../text/dockerfile';
import type { Span } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const untrustedRegistry: Rule = {
  id: 'pinning/untrusted-registry',
  aliases: ['DL3026'],
  severity: 'error',
  hadolint: 'error',
  about: { setting: 'trustedRegistries' },
  summary: 'Take images from trusted registries only.',
  why: `With a list of trusted registries in the settings, every image that a build takes files from has to come from one of
    them. An entry may start or end with a star; an image without a registry comes from docker.io. Without a list nothing is reported.`,
  examples: [
    {
      settings: { trustedRegistries: ['ghcr.io', '*.example.com'] },
      bad: dockerfile`
        FROM quay.io/team/base:1.4
             ^^^^^^^^^^^^^^^^^^^^^ The registry quay.io is not one of the trusted ones.
      `,
      good: dockerfile`
        FROM registry.example.com/team/base:1.4
      `,
    },
  ],

  check(build, { trustedRegistries, hadolint = false }) {
    const found: Finding[] = [];
    if (trustedRegistries.length === 0) return found;
    for (const instruction of build.instructions) {
      for (const { at, image } of imagesOf(instruction)) {
        const registry = untrusted(build, instruction, image, trustedRegistries, hadolint);
        if (registry === undefined) continue;
        found.push({ at, message: `The registry ${registry} is not one of the trusted ones.` });
        if (hadolint) break;
      }
    }
    return found;
  },
};

interface Taken {
  readonly at: Span;
  readonly image: string;
}

function imagesOf(instruction: Instruction): Taken[] {
  const found: Taken[] = [];
  switch (instruction.keyword) {
    case 'FROM':
      if (instruction.image.text !== '') found.push({ at: instruction.image, image: instruction.imageWord.value });
      return found;
    case 'COPY':
      if (instruction.from) found.push({ at: instruction.from, image: instruction.from.value });
      return found;
    case 'RUN':
      for (const { type, options } of instruction.mounts) {
        const from = options.find(({ key }) => key === 'from');
        if ((type !== 'cache' && type !== 'bind') || !from?.valueSpan || !from.value) continue;
        found.push({ at: from.valueSpan, image: from.value });
      }
      return found;
    default:
  }
  return found;
}

/** The registry of an image that no entry matches. */
function untrusted(
  { stages }: Build,
  { stage: own, keyword }: Instruction,
  text: string,
  trusted: readonly string[],
  hadolint: boolean,
): string | undefined {
  const { registry, name } = hadolint
    ? readPlainImage(text)
    : readImageReference({ start: 0, end: text.length, value: text });
  if (name === 'scratch') return undefined;
  const earlier = stages.slice(0, keyword === 'FROM' ? own : own + 1);
  if (
    hadolint
      ? earlier.some(({ from }) => from.alias?.value === name)
      : earlier.some((one) => one.name === text.toLowerCase())
  )
    return undefined;
  if (!hadolint && keyword !== 'FROM' && /^\d+$/.test(text)) return undefined;
  const names = registry === undefined ? ['docker.io', 'hub.docker.com'] : [registry];
  return names.some((host) => trusted.some((entry) => matches(entry, host))) ? undefined : names[0];
}

function matches(entry: string, host: string): boolean {
  if (entry === '*') return true;
  if (entry.startsWith('*')) return host.endsWith(entry.slice(1));
  if (entry.endsWith('*')) return host.startsWith(entry.slice(0, -1));
  return entry === host;
}
