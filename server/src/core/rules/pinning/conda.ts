import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const conda: Rule = {
  id: 'pinning/conda',
  severity: 'off',
  strict: 'info',
  about: { commands: ['conda', 'mamba', 'micromamba'] },
  summary: 'Give the packages that conda installs a version.',
  why: 'Without a version, a build takes the newest release of the package and of everything it needs. An environment file pins all.',
  examples: [
    {
      bad: dockerfile`
        FROM continuumio/miniconda3:25.3.1-1
        RUN conda install -y -c conda-forge numpy pandas=2.3
                                            ^^^^^ numpy has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM continuumio/miniconda3:25.3.1-1
        RUN conda install -y -c conda-forge numpy=2.3 pandas=2.3
      `,
    },
  ],

  check: (build, settings) =>
    findUnpinned(build, settings, {
      packages({ manager, verbName, packages, fromManifest }) {
        if (manager.id !== 'conda' || fromManifest) return [];
        return verbName === 'install' || verbName === 'create' ? packages : [];
      },
      isFixed: (value) => /[=<>/]/.test(value) || /\.(?:conda|tar\.bz2)$/.test(value),
    }),
};
