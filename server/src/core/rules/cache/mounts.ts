import { packageManagers } from '../../knowledge/package-managers/index';
import type { Build } from '../../model/build-types';
import type { Artefacts } from '../../model/caches/artefact-mount';
import {
  chooseMounts,
  findResults,
  isNoPlan,
  type MountChoice,
  type MountPlan,
  planMounts,
} from '../../model/caches/cache-mount';
import type { CachePlace } from '../../model/caches/cache-places';
import { findUnmounted, type NoPlan } from '../../model/caches/cache-targets';
import type { PackageInstall } from '../../model/installs/install';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import type { Example, Finding, Fix, Rule, Safety } from '../rule';

/** What is special about the rule for some package managers; everything else is the same for all. */
interface Family {
  readonly name: string;
  readonly managers: readonly string[];
  readonly severity: 'info' | 'hint';
  readonly safety: Safety;
  /** The managers whose fixes are as trusted as `safety` says; all when absent. */
  readonly trusted?: readonly string[];
  readonly because?: string;
  readonly why: string;
  readonly examples: readonly Example[];
}

function mountRule({ name, managers, severity, safety, trusted, because, why, examples }: Family): Rule {
  const titles = packageManagers.filter(({ id }) => managers.includes(id)).map(({ title }) => title);
  return {
    id: `cache/${name}`,
    severity,
    about: { managers },
    summary: `Keep the downloads of ${enumerate([...new Set(titles)])} in a cache mount.`,
    why: `${why} A cache mount outlives the build and is part of no layer, so the step downloads only what is new, and the image holds no leftovers.`,
    fixable: { safety, ...(because ? { because } : {}) },
    examples,

    check(build) {
      const findings: Finding[] = [];
      const { installs } = build;
      for (let at = 0; at < installs.length; ) {
        const { instruction } = installs[at]!;
        const lacking: PackageInstall[] = [];
        let isTrusted = true;
        for (; installs[at]?.instruction === instruction; at++) {
          const install = installs[at]!;
          if (!managers.includes(install.manager.id)) continue;
          if (trusted && !trusted.includes(install.manager.id)) isTrusted = false;
          if (lacksMount(build, install)) lacking.push(install);
        }
        const finding = lacking.length > 0 ? checkRun(build, lacking, isTrusted ? safety : 'unsafe') : undefined;
        if (finding) findings.push(finding);
      }
      return findings;
    },
  };
}

function lacksMount(build: Build, install: PackageInstall): boolean {
  const { stage, index } = install.instruction;
  if (build.stages[stage]?.os !== 'linux' || build.states[index]!.shell.dialect !== 'posix') return false;
  return findUnmounted(build, install).some(isWanted);
}

function isWanted({ cache }: CachePlace): boolean {
  return !cache.optional;
}

/**
 * One finding for a RUN, at the first install whose cache has no mount.
 * @param lacking all of its installs of which that is so
 */
function checkRun(build: Build, lacking: readonly PackageInstall[], safety: Safety): Finding | undefined {
  const first = lacking[0]!;
  const choice = chooseMounts(build, lacking);
  if (isNoPlan(choice) && choice.kind === 'unwanted') return undefined;
  const places = findUnmounted(build, first).filter(isWanted);
  const results = isNoPlan(choice) ? [] : findResults(build, lacking);
  const targets = isNoPlan(choice) ? places.flatMap((place) => place.targets ?? []) : targetsOf(choice, results);
  const { title } = first.manager;
  const where = targets.length > 0 ? ` at ${enumerate(targets)}` : ` for what ${title} downloads`;
  return {
    at: first.command,
    message: `${title} ${toDo(places)} everything again whenever this step reruns: there is no cache mount${where}.`,
    fix() {
      return toFix(planMounts(build, lacking, { artefacts: results.length > 0 }), safety);
    },
    alternatives() {
      const modest = results.length > 0 ? toFix(planMounts(build, lacking), safety) : undefined;
      return modest ? [modest] : [];
    },
  };
}

function targetsOf({ mounts }: MountChoice, results: readonly Artefacts[]): readonly string[] {
  const targets = mounts.map(({ target }) => target);
  for (const { target } of results) targets.push(target);
  return targets;
}

/** What has to be done again without the caches. */
function toDo(places: readonly CachePlace[]): string {
  const compiles = places.some(({ cache }) => cache.compiled);
  if (!compiles) return 'downloads';
  return places.every(({ cache }) => cache.compiled) ? 'compiles' : 'downloads and compiles';
}

function toFix(plan: MountPlan | NoPlan, safety: Safety): Fix | undefined {
  if (isNoPlan(plan)) return undefined;
  const { runs, targets, edits, notes, sameImage } = plan;
  const where = runs.every(({ index }) => index >= runs[0]!.index) ? 'later' : 'other';
  const others = runs.length > 1 ? `, and mounts to ${runs.length - 1} ${where} RUN${runs.length > 2 ? 's' : ''}` : '';
  const mounts = targets.length === 1 ? `a cache mount at ${targets[0]}` : `cache mounts at ${enumerate(targets)}`;
  return {
    title: `Add ${mounts}${others}`,
    edits,
    ...(notes.length > 0 ? { notes } : {}),
    safety: sameImage ? safety : 'unsafe',
  };
}

/** When fixes of rules that may be safe are not. */
const LOSES =
  'Where an image is built of the stage itself, or of all that it holds, the image no longer has the content of the caches: there the fix is unsafe, unless the step removes it anyway.';

const LANGUAGE = 'Without one, a change of a single dependency downloads all the others again, too.';

export const mountApt = mountRule({
  name: 'mount-apt',
  managers: ['apt-get', 'apt'],
  severity: 'info',
  safety: 'unsafe',
  because: 'The package lists no longer reach the image, and apt is told to keep the archives that it downloads.',
  why: 'Whenever the list of packages changes, apt fetches the package lists and every archive again.',
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && \
            apt-get install -y --no-install-recommends curl && \
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
            rm -rf /var/lib/apt/lists/*
      `,
      good: dockerfile`
        FROM debian:12
        RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
            echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
            --mount=type=cache,target=/var/lib/apt,sharing=locked \
            apt-get update && \
            apt-get install -y --no-install-recommends curl
      `,
    },
  ],
});

export const mountApk = mountRule({
  name: 'mount-apk',
  managers: ['apk'],
  severity: 'hint',
  safety: 'unsafe',
  because: 'A link in the image tells apk to keep the packages that it downloads, in later steps as well.',
  why: 'Whenever the list of packages changes, apk fetches the index and every package again.',
  examples: [
    {
      bad: dockerfile`
        FROM alpine:3.20
        RUN apk add --no-cache curl
            ^^^^^^^^^^^^^^^^^^^^^^^ apk downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apk.
      `,
      good: dockerfile`
        FROM alpine:3.20
        RUN --mount=type=cache,target=/var/cache/apk,sharing=locked \
            ln -sfn /var/cache/apk /etc/apk/cache && \
            apk add --update-cache curl
      `,
    },
  ],
});

export const mountDnf = mountRule({
  name: 'mount-dnf',
  managers: ['dnf', 'microdnf', 'yum'],
  severity: 'hint',
  safety: 'unsafe',
  because: 'The metadata that the commands leave in the image is gone from it.',
  why: 'Whenever the list of packages changes, the metadata of all repositories and every package is fetched again.',
  examples: [
    {
      bad: dockerfile`
        FROM rockylinux:9
        RUN dnf install -y httpd && dnf clean all
            ^^^^^^^^^^^^^^^^^^^^ dnf downloads everything again whenever this step reruns: there is no cache mount at /var/cache/dnf.
      `,
      good: dockerfile`
        FROM rockylinux:9
        RUN --mount=type=cache,target=/var/cache/dnf,sharing=locked dnf install --setopt=keepcache=1 -y httpd
      `,
    },
  ],
});

export const mountZypper = mountRule({
  name: 'mount-zypper',
  managers: ['zypper'],
  severity: 'hint',
  safety: 'unsafe',
  because: 'The repositories in the image are set to keep the packages that they download, in later steps as well.',
  why: 'Whenever the list of packages changes, the metadata of all repositories and every package is fetched again.',
  examples: [
    {
      bad: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper --non-interactive install curl && zypper clean
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ zypper downloads everything again whenever this step reruns: there is no cache mount at /var/cache/zypp.
      `,
      good: dockerfile`
        FROM opensuse/leap:15.6
        RUN --mount=type=cache,target=/var/cache/zypp,sharing=locked \
            zypper modifyrepo --keep-packages --all && \
            zypper --non-interactive install curl
      `,
    },
  ],
});

export const mountPip = mountRule({
  name: 'mount-pip',
  managers: ['pip'],
  severity: 'info',
  safety: 'unsafe',
  because: 'Wheels that pip built for another image with the same cache are used as they are.',
  why: LANGUAGE,
  examples: [
    {
      bad: dockerfile`
        FROM python:3.12-slim
        COPY requirements.txt .
        RUN pip install --no-cache-dir -r requirements.txt
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pip.
      `,
      good: dockerfile`
        FROM python:3.12-slim
        COPY requirements.txt .
        RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt
      `,
    },
  ],
});

export const mountPythonModern = mountRule({
  name: 'mount-python-modern',
  managers: ['conda', 'pdm', 'pipenv', 'poetry', 'uv'],
  severity: 'info',
  safety: 'unsafe',
  because: 'Files are copied from the cache where they were linked before.',
  why: LANGUAGE,
  examples: [
    {
      bad: dockerfile`
        FROM python:3.12-slim
        COPY pyproject.toml uv.lock ./
        RUN uv sync --frozen --no-install-project
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uv downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/uv.
      `,
      good: dockerfile`
        FROM python:3.12-slim
        COPY pyproject.toml uv.lock ./
        RUN --mount=type=cache,target=/root/.cache/uv UV_LINK_MODE=copy uv sync --frozen --no-install-project
      `,
    },
  ],
});

export const mountGo = mountRule({
  name: 'mount-go',
  managers: ['go'],
  severity: 'info',
  safety: 'safe',
  because: LOSES,
  why: 'Without mounts, every change of the sources compiles all packages again, those of the modules too.',
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.23 AS build
        WORKDIR /src
        COPY . .
        RUN go build -o /app ./cmd/app
            ^^^^^^^^^^^^^^^^^^^^^^^^^^ Go downloads and compiles everything again whenever this step reruns: there is no cache mount at /go/pkg/mod and /root/.cache/go-build.

        FROM gcr.io/distroless/static
        COPY --from=build /app /app
      `,
      good: dockerfile`
        FROM golang:1.23 AS build
        WORKDIR /src
        COPY . .
        RUN --mount=type=cache,target=/go/pkg/mod \
            --mount=type=cache,target=/root/.cache/go-build \
            go build -o /app ./cmd/app

        FROM gcr.io/distroless/static
        COPY --from=build /app /app
      `,
    },
  ],
});

export const mountJvm = mountRule({
  name: 'mount-jvm',
  managers: ['gradle', 'maven', 'sbt'],
  severity: 'info',
  safety: 'safe',
  because: LOSES,
  why: 'Without one, every change of the sources downloads the dependencies and plugins of the build again.',
  examples: [
    {
      bad: dockerfile`
        FROM maven:3.9-eclipse-temurin-21 AS build
        COPY . .
        RUN mvn -B package
            ^^^^^^^^^^^^^^ Maven downloads everything again whenever this step reruns: there is no cache mount at /root/.m2.

        FROM eclipse-temurin:21-jre
        COPY --from=build /target/app.jar /app.jar
      `,
      good: dockerfile`
        FROM maven:3.9-eclipse-temurin-21 AS build
        COPY . .
        RUN --mount=type=cache,target=/root/.m2 mvn -B package

        FROM eclipse-temurin:21-jre
        COPY --from=build /target/app.jar /app.jar
      `,
    },
  ],
});

export const mountDotnet = mountRule({
  name: 'mount-dotnet',
  managers: ['dotnet'],
  severity: 'info',
  safety: 'safe',
  because: LOSES,
  why: LANGUAGE,
  examples: [
    {
      bad: dockerfile`
        FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
        COPY . .
        RUN dotnet publish -c Release -o /app
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ .NET downloads everything again whenever this step reruns: there is no cache mount at /root/.nuget/packages.

        FROM mcr.microsoft.com/dotnet/aspnet:8.0
        COPY --from=build /app /app
      `,
      good: dockerfile`
        FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
        COPY . .
        RUN --mount=type=cache,target=/root/.nuget/packages dotnet publish -c Release -o /app

        FROM mcr.microsoft.com/dotnet/aspnet:8.0
        COPY --from=build /app /app
      `,
    },
  ],
});

export const mountPhp = mountRule({
  name: 'mount-php',
  managers: ['composer'],
  severity: 'info',
  safety: 'unsafe',
  because: 'Packages come from the cache, also those that were built for another image.',
  why: LANGUAGE,
  examples: [
    {
      bad: dockerfile`
        FROM composer:2
        COPY composer.json composer.lock ./
        RUN composer install --no-dev
            ^^^^^^^^^^^^^^^^^^^^^^^^^ Composer downloads everything again whenever this step reruns: there is no cache mount at /tmp/cache.
      `,
      good: dockerfile`
        FROM composer:2
        COPY composer.json composer.lock ./
        RUN --mount=type=cache,target=/tmp/cache composer install --no-dev
      `,
    },
  ],
});

export const mountRuby = mountRule({
  name: 'mount-ruby',
  managers: ['bundler'],
  severity: 'info',
  safety: 'unsafe',
  because: 'The gem files that Bundler downloads are no longer beside the installed gems in the image.',
  why: `${LANGUAGE} Never mount Bundler's whole path: the installed gems would be missing in the image.`,
  examples: [
    {
      bad: dockerfile`
        FROM ruby:3.3
        COPY Gemfile Gemfile.lock ./
        RUN bundle install
            ^^^^^^^^^^^^^^ Bundler downloads everything again whenever this step reruns: there is no cache mount at /usr/local/bundle/cache.
      `,
      good: dockerfile`
        FROM ruby:3.3
        COPY Gemfile Gemfile.lock ./
        RUN --mount=type=cache,target=/usr/local/bundle/cache bundle install
      `,
    },
  ],
});

/** npm's cache is content-addressed and read by npm alone; the others differ in what they link or unpack from theirs. */
export const mountNode = mountRule({
  name: 'mount-node',
  managers: ['bun', 'npm', 'pnpm', 'yarn', 'yarn-berry'],
  severity: 'info',
  safety: 'safe',
  because: LOSES,
  trusted: ['npm'],
  why: LANGUAGE,
  examples: [
    {
      bad: dockerfile`
        FROM node:20-slim
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN npm ci
            ^^^^^^ npm downloads everything again whenever this step reruns: there is no cache mount at /root/.npm.
      `,
      good: dockerfile`
        FROM node:20-slim
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN --mount=type=cache,target=/root/.npm npm ci
      `,
    },
  ],
});

export const mountCargo = mountRule({
  name: 'mount-cargo',
  managers: ['cargo'],
  severity: 'info',
  safety: 'unsafe',
  because:
    'What is built in a mounted target directory is not in the layer: the files that are needed are copied out of it. Cargo goes by the times of files, so other projects that are built in the same directory need an id of their own.',
  why: 'Without mounts, every change of the sources downloads and compiles all crates again.',
  examples: [
    {
      bad: dockerfile`
        FROM rust:1.80 AS build
        WORKDIR /src
        COPY . .
        RUN cargo build --release
            ^^^^^^^^^^^^^^^^^^^^^ Cargo downloads everything again whenever this step reruns: there is no cache mount at /usr/local/cargo/registry, /usr/local/cargo/git/db and /src/target.

        FROM debian:12-slim
        COPY --from=build /src/target/release/app /usr/local/bin/app
      `,
      good: dockerfile`
        FROM rust:1.80 AS build
        WORKDIR /src
        COPY . .
        RUN --mount=type=cache,target=/usr/local/cargo/registry \
            --mount=type=cache,target=/usr/local/cargo/git/db \
            --mount=type=cache,target=/src/target,sharing=locked \
            cargo build --release && \
            mkdir -p /out && cp target/release/app /out/

        FROM debian:12-slim
        COPY --from=build /out/app /usr/local/bin/app
      `,
    },
  ],
});
