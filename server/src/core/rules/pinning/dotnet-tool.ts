import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const dotnetTool: Rule = {
  id: 'pinning/dotnet-tool',
  severity: 'off',
  strict: 'info',
  about: { commands: ['dotnet'] },
  summary: 'Give the tool of dotnet tool install a version.',
  why: 'Without a version, a build takes the newest release of the tool, which may need another .NET than the image has.',
  examples: [
    {
      bad: dockerfile`
        FROM mcr.microsoft.com/dotnet/sdk:10.0
        RUN dotnet tool install --global dotnet-ef
                                         ^^^^^^^^^ dotnet-ef has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM mcr.microsoft.com/dotnet/sdk:10.0
        RUN dotnet tool install --global dotnet-ef --version 10.0.0
      `,
    },
  ],

  check: (build, settings) =>
    findUnpinned(build, settings, {
      packages({ manager, verbName, packages, flags }) {
        if (manager.id !== 'dotnet' || verbName !== 'tool install') return [];
        return flags.some(({ name }) => name === '--version' || name === '--tool-manifest') ? [] : packages;
      },
      isFixed: (value) => value.includes('@'),
    }),
};
