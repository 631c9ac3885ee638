import type { Build } from '../../model/build-types';
import {
  isManifestPlan,
  type ManifestPlan,
  mountManifests,
  planManifestMounts,
} from '../../model/installs/manifest-mounts';
import type { RunInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

export const gemfileBindMount: Rule = {
  id: 'cache/gemfile-bind-mount',
  severity: 'off',
  strict: 'hint',
  about: { instructions: ['COPY'] },
  summary: 'Mount manifests that only the install reads, instead of copying them.',
  why: 'A manifest that is copied for the install makes a layer, though a later COPY brings it again with the sources, or nobody needs it any more. A bind mount shows it to the one step that reads it, and that step is cached by its content just the same. It is for installs that write none of their manifests, since these are read-only for them: `npm ci`, `yarn --frozen-lockfile`, `pip install -r`, a frozen `bundle install`, `go mod download`.',
  fixable: {
    safety: 'unsafe',
    because: 'The files are read-only for the step, and gone from the image where no later COPY brings them.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM node:20-slim
        WORKDIR /app
        COPY package.json package-lock.json ./
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Only the next step needs this copy of the files: a bind mount would do.
        RUN npm ci
        COPY . .
      `,
      good: dockerfile`
        FROM node:20-slim
        WORKDIR /app
        RUN --mount=type=bind,source=package.json,target=package.json \
            --mount=type=bind,source=package-lock.json,target=package-lock.json \
            npm ci
        COPY . .
      `,
    },
    {
      bad: dockerfile`
        FROM ruby:3.3
        WORKDIR /app
        ENV BUNDLE_DEPLOYMENT=1
        COPY Gemfile Gemfile.lock ./
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Only the next step needs this copy of the files: a bind mount would do.
        RUN bundle install
        COPY . .
      `,
      good: dockerfile`
        FROM ruby:3.3
        WORKDIR /app
        ENV BUNDLE_DEPLOYMENT=1
        RUN --mount=type=bind,source=Gemfile,target=Gemfile \
            --mount=type=bind,source=Gemfile.lock,target=Gemfile.lock \
            bundle install
        COPY . .
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    let last: RunInstruction | undefined;
    for (const { instruction: run, fromManifest } of build.installs) {
      if (!fromManifest || run === last) continue;
      last = run;
      const plan = planManifestMounts(build, run);
      if (!plan || !isManifestPlan(plan)) continue;
      found.push({ at: plan.copies[0]!, message: messageOf(plan), fix: () => fixOf(build, plan) });
    }
    return found;
  },
};

function fixOf(build: Build, plan: ManifestPlan): Fix {
  const names = plan.files.map(({ source }) => source);
  return {
    title: `Mount ${names.length > 3 ? `${names.length} files` : names.join(' and ')} for the install only`,
    ...mountManifests(build, plan),
  };
}

function messageOf({ gone, files }: ManifestPlan): string {
  const one = files.length === 1;
  return gone.length > 0
    ? `Only the next step reads ${one ? 'this file' : 'these files'}: a bind mount would keep ${one ? 'it' : 'them'} out of the image.`
    : `Only the next step needs this copy of the file${one ? '' : 's'}: a bind mount would do.`;
}
