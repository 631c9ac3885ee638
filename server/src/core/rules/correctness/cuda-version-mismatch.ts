import { cudaOfImage, cudaOfSuffix, PYTORCH_INDEXES, suffixOf } from '../../knowledge/gpu';
import type { Build } from '../../model/build-types';
import type { ShellWord } from '../../model/shell/shell-command';
import { valueOf } from '../../model/shell/word-value';
import { spanIn } from '../../model/shell/written-texts';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const cudaVersionMismatch: Rule = {
  id: 'correctness/cuda-version-mismatch',
  aliases: ['tally/gpu/cuda-version-mismatch'],
  severity: 'warning',
  summary: 'Install packages for the CUDA version of the base image.',
  why: `Packages for another version of CUDA than that of the nvidia/cuda base image bring a second set of its libraries, or fail to load those
    that are there. Compared are major and minor version of the image's tag with suffixes and indexes of pip (torch==2.5.1+cu118,
    https://download.pytorch.org/whl/cu118) and packages of conda (pytorch-cuda=11.8, cudatoolkit=11.8, cuda-version=11.8).`,
  fixable: { safety: 'unsafe', because: 'The index may not have the same versions of the packages.' },
  about: { instructions: ['RUN'], texts: ['cuda'] },
  examples: [
    {
      bad: dockerfile`
        FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
        RUN pip install torch --index-url https://download.pytorch.org/whl/cu118
                                                                           ^^^^^ This is for CUDA 11.8, and the base image has 12.4.
      `,
      good: dockerfile`
        FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
        RUN pip install torch --index-url https://download.pytorch.org/whl/cu124
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      const version = cudaOfImage(stage.root);
      if (version === undefined) continue;
      for (const { script, name, arguments: words } of build.commands) {
        if (script.instruction.stage !== stage.index || name === undefined || !INSTALLERS.test(name)) continue;
        for (const word of words) {
          const finding = judge(build, version, word, script.instruction.index);
          if (finding) found.push(finding);
        }
      }
    }
    return found;
  },
};

const INSTALLERS = /^(?:pip[\d.]*|python[\d.]*|uv|poetry|pdm|conda|mamba|micromamba)$/;
const SUFFIX = /(?:\+|\/whl\/(?:\w+\/)?|\/)(cu\d{2,3})\b/;
const CONDA = /^(?:[\w-]+::)?(?:pytorch-cuda|cudatoolkit|cuda-version|cuda-toolkit|cuda-runtime)={1,2}(\d+\.\d+)/;

function judge(build: Build, version: string, word: ShellWord, index: number): Finding | undefined {
  const value = valueOf(word, build.states[index]!.scope) ?? word.value;
  const suffix = SUFFIX.exec(value)?.[1];
  const asked = suffix ? cudaOfSuffix(suffix) : CONDA.exec(value)?.[1];
  if (asked === undefined || asked === version) return undefined;
  const better = suffixOf(version);
  const hasIndex = suffix !== undefined && PYTORCH_INDEXES.has(better);
  return {
    at: suffix ? spanIn(build, word, suffix) : word,
    message: `This is for CUDA ${asked}, and the base image has ${version}.`,
    fix() {
      if (!hasIndex || !value.includes('download.pytorch.org')) return undefined;
      const span = spanIn(build, word, suffix);
      return span.end - span.start === suffix.length
        ? { title: `Use ${better}`, edits: [replace(span, better)] }
        : undefined;
    },
  };
}
