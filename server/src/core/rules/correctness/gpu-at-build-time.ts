import { GPU_QUERY } from '../../knowledge/gpu';
import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import { spanIn } from '../../model/shell/written-texts';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const gpuAtBuildTime: Rule = {
  id: 'correctness/gpu-at-build-time',
  aliases: ['tally/gpu/no-buildtime-gpu-queries'],
  severity: 'warning',
  summary: 'Do not ask for a GPU while the image is built.',
  why: `A build has no GPU, even on a machine that has one: nvidia-smi is not there, and torch.cuda.is_available() says no. The step fails, or
    what it decides holds for every container of the image. Ask when the container starts.`,
  about: { instructions: ['RUN'], texts: ['cuda', 'devicequery', 'gpu', 'nvidia'] },
  examples: [
    {
      bad: dockerfile`
        FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
        RUN nvidia-smi
            ^^^^^^^^^^ A build has no GPU, so this fails or finds none.
        RUN python3 -c "import torch; assert torch.cuda.is_available()"
                                             ^^^^^^^^^^^^^^^^^^^^^^^^ A build has no GPU, so this finds none.
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const named of [commandsNamed, onbuildCommandsNamed]) {
      for (const { nameWord, words } of named(build, 'nvidia-smi', 'deviceQuery', 'nvidia-debugdump')) {
        // `command -v nvidia-smi` only asks whether it is there.
        if (words[0]!.value === 'command' && words.some(({ value }) => /^-[vV]$/.test(value))) continue;
        found.push({ at: nameWord!, message: 'A build has no GPU, so this fails or finds none.' });
      }
    }
    const { text } = build.source;
    if (!['torch.cuda', 'gpu', 'GPU', 'cuda'].some((topic) => text.includes(topic))) return found;
    for (const { commands, instruction, heredoc } of build.scripts) {
      const bodies = heredoc ? [heredoc.body] : instruction.heredocs.map(({ body }) => body);
      for (const body of bodies) {
        const query = GPU_QUERY.exec(build.source.text.slice(body.start, body.end))?.[0];
        if (query) found.push({ at: spanIn(build, body, query), message: 'A build has no GPU, so this finds none.' });
      }
      if (heredoc) continue;
      for (const { name, arguments: words } of commands) {
        if (!/^python[\d.]*$/.test(name ?? '')) continue;
        for (const word of words) {
          const query = GPU_QUERY.exec(word.value)?.[0];
          if (query) found.push({ at: spanIn(build, word, query), message: 'A build has no GPU, so this finds none.' });
        }
      }
    }
    return found;
  },
};
