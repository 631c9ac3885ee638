import { CONTAINER_TOOLKIT } from '../../knowledge/gpu';
import type { Build } from '../../model/build-types';
import { expand } from '../../model/stages/variables';
import { ownOrTrigger } from '../../model/syntax/triggers';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const gpuPolicyInImage: Rule = {
  id: 'correctness/gpu-policy-in-image',
  aliases: [
    'tally/gpu/no-hardcoded-visible-devices',
    'tally/gpu/prefer-minimal-driver-capabilities',
    'tally/gpu/no-container-runtime-in-image',
  ],
  severity: 'hint',
  summary: 'Leave it to who starts the container which GPUs it gets.',
  why: `NVIDIA_VISIBLE_DEVICES and CUDA_VISIBLE_DEVICES with fixed numbers hold for one machine; the engine or the cluster knows which GPUs are free.
    NVIDIA_DRIVER_CAPABILITIES=all asks for the whole driver, display included, where compute,utility will do. The NVIDIA container
    toolkit is for the machine that runs containers, not for what is in one. NVIDIA_VISIBLE_DEVICES=all is reported where the base
    image says it already (nvidia/cuda and the like); none and void, which switch GPUs off, are left alone.`,
  about: { instructions: ['ENV', 'RUN'], texts: ['cuda_', 'nvidia'] },
  examples: [
    {
      bad: dockerfile`
        FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
        ENV CUDA_VISIBLE_DEVICES=0
            ^^^^^^^^^^^^^^^^^^^^^^ Which GPUs a program gets is for whoever starts the container to say.
        ENV NVIDIA_DRIVER_CAPABILITIES=all
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This asks for all of the driver; compute,utility is what most programs need.
      `,
      good: dockerfile`
        FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
        ENV NVIDIA_DRIVER_CAPABILITIES=compute,utility
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    if (!/nvidia|NVIDIA_|CUDA_/.test(build.source.text)) return found;
    for (const instruction of build.instructions) {
      const env = ownOrTrigger(instruction);
      if (env?.keyword !== 'ENV') continue;
      for (const pair of env.pairs) {
        const name = pair.name.value;
        if (!/^(?:NVIDIA|CUDA)_/.test(name) || !pair.value) continue;
        const { value, overridable } = expand(pair.value, build.states[env.index]!.scope);
        if (overridable || value.includes('$')) continue;
        const message = judge(name, value, setsAll(build, env.stage));
        if (message) found.push({ at: pair, message });
      }
    }
    for (const { packages } of build.installs) {
      for (const word of packages) {
        if (!CONTAINER_TOOLKIT.test(word.value)) continue;
        found.push({ at: word, message: 'This is for the machine that runs containers; inside of one it has no use.' });
      }
    }
    return found;
  },
};

function judge(name: string, value: string, isSet: boolean): string | undefined {
  switch (name) {
    case 'CUDA_VISIBLE_DEVICES':
      return 'Which GPUs a program gets is for whoever starts the container to say.';
    case 'NVIDIA_VISIBLE_DEVICES':
      if (/^(?:none|void)?$/.test(value)) return undefined;
      if (value !== 'all') return 'Which GPUs a container gets is for whoever starts it to say.';
      return isSet
        ? 'The base image says so already, and which GPUs a container gets is for whoever starts it to say.'
        : undefined;
    case 'NVIDIA_DRIVER_CAPABILITIES':
      return /(?:^|,)all(?:,|$)/.test(value)
        ? 'This asks for all of the driver; compute,utility is what most programs need.'
        : undefined;
    default:
      return undefined;
  }
}

/** Whether the base image asks for all GPUs by itself. */
function setsAll({ stages }: Build, stage: number): boolean {
  return /(?:^|\/)(?:nvidia\/|nvcr\.io\/|(?:pytorch\/)?pytorch(?::|$)|tensorflow\/tensorflow:.*gpu)/.test(
    stages[stage]?.root ?? '',
  );
}
