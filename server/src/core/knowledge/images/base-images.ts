import { remembered } from '../../text/remembered';
import { table } from '../../text/table';
import { findLine, findProduct, type ProductId } from './end-of-life';

/** The system that an image is made on. `none`: no distribution, only files (scratch, distroless/static). */
export type Distro =
  | 'almalinux'
  | 'alpine'
  | 'amazonlinux'
  | 'archlinux'
  | 'azurelinux'
  | 'busybox'
  | 'centos'
  | 'debian'
  | 'fedora'
  | 'none'
  | 'opensuse'
  | 'oraclelinux'
  | 'photon'
  | 'rockylinux'
  | 'ubi'
  | 'ubuntu'
  | 'windows'
  | 'wolfi';

/** What one dash-separated part of a tag says. */
export interface TagPart {
  /** `codename`: of the distribution; `distro`: its name with or without a version (`alpine3.19`); `channel`: `lts`, `stable`. */
  readonly role: 'version' | 'codename' | 'distro' | 'date' | 'channel' | 'variant';
  readonly text: string;
}

/** What an image reference tells about the image. */
export interface BaseImage {
  /** The repository without registry, `library/` and an architecture's prefix: `node`, `dotnet/sdk`. */
  readonly repository: string;
  /** What the image is for: `node`, `python`, `debian`, `dotnet`…; undefined when the image is not known. */
  readonly family?: string;
  /** Whose release lines the tag's version counts. */
  readonly product?: ProductId;
  /** Whether it is the publisher's own, so that the usual tags exist. */
  readonly official: boolean;
  /** The version of what the image is for, as the tag writes it: `20.11.1`. */
  readonly version?: string;
  /** Undefined when neither the tag nor what we know of the image tells. */
  readonly distro?: Distro;
  /** `12`, `3.19`, `22.04`, where the tag tells. */
  readonly distroVersion?: string;
  /** `bookworm`, `jammy`, where the tag tells. */
  readonly codename?: string;
  /** The rest of the tag: `slim`, `fpm`, `jre`; several joined by dashes. */
  readonly variant?: string;
  readonly os: 'linux' | 'windows';
  /** The C library that programs built in the image are linked with; undefined when not known. */
  readonly libc?: 'glibc' | 'musl' | 'uclibc' | 'none';
  /** The tag taken apart. */
  readonly parts: readonly TagPart[];
}

interface Known {
  readonly family: string;
  readonly distro: Distro | undefined;
  readonly product: ProductId | undefined;
  readonly official: boolean;
}

/** Rows of `distro: repository[=family][/product]…`: the distribution is what an image is made on when its tag does not say. */
const ROWS = `
  debian: debian@debian buildpack-deps node@node python@python golang@go=go ruby@ruby php@php rust perl gcc nginx httpd postgres
    redis valkey memcached haproxy elixir hexpm/elixir=elixir erlang haskell julia dart oven/bun=bun denoland/deno=deno clojure=java r-base=r
    wordpress=php drupal=php ghost=node nextcloud=php jenkins/jenkins=java pypy=python rakudo-star=perl
    continuumio/miniconda3=conda continuumio/anaconda3=conda continuumio/miniconda=conda mambaorg/micromamba=conda
    dotnet/sdk@dotnet=dotnet dotnet/aspnet@dotnet=dotnet dotnet/runtime@dotnet=dotnet dotnet/runtime-deps@dotnet=dotnet
    dotnet/core/sdk@dotnet=dotnet dotnet/core/aspnet@dotnet=dotnet dotnet/core/runtime@dotnet=dotnet
    dotnet/core/runtime-deps@dotnet=dotnet microsoft/dotnet@dotnet=dotnet microsoft/aspnetcore@dotnet=dotnet
    microsoft/aspnetcore-build@dotnet=dotnet openjdk@java=java java@java=java rust-musl-cross=rust solr=java couchdb
    sbtscala/scala-sbt=java hseeberger/scala-sbt=java mozilla/sbt=java balenalib/rpi-raspbian=debian bitnami/minideb=debian iojs=node
  ubuntu: ubuntu@ubuntu eclipse-temurin@java=java adoptopenjdk@java=java maven=java gradle=java tomcat=java tomee=java jetty=java
    ibm-semeru-runtimes@java=java azul/zulu-openjdk@java=java openjdk/jdk@java=java swift mongo mariadb rabbitmq
    nvidia/cuda=cuda tensorflow/tensorflow=python pytorch/pytorch=python condaforge/mambaforge=conda condaforge/miniforge3=conda
    jupyter/base-notebook=python playwright=node playwright/python=python phusion/baseimage=ubuntu ros kong sapmachine@java=java
    cassandra=java ubuntu-debootstrap=ubuntu
  alpine: alpine@alpine composer=php docker caddy traefik registry vault consul mhart/alpine-node@node=node influxdb
    azul/zulu-openjdk-alpine@java=java bellsoft/liberica-openjdk-alpine@java=java nginxinc/nginx-unprivileged=nginx
    jekyll/jekyll=ruby hashicorp/terraform hashicorp/vault python-alpine=python
  amazonlinux: amazonlinux amazoncorretto@java=java lambda/python@python=python lambda/nodejs@node=node lambda/java=java lambda/ruby@ruby=ruby
    lambda/dotnet=dotnet lambda/go=go lambda/provided
  oraclelinux: oraclelinux mysql
  centos: centos@centos
  fedora: fedora@fedora
  rockylinux: rockylinux rockylinux/rockylinux
  almalinux: almalinux
  archlinux: archlinux archlinux/archlinux base/archlinux=archlinux
  opensuse: opensuse/leap opensuse/tumbleweed opensuse
  photon: photon
  azurelinux: cbl-mariner/base/core=azurelinux azurelinux/base/core=azurelinux
  busybox: busybox
  none: scratch hello-world astral-sh/uv=uv
  windows: windows/servercore windows/nanoserver windows/server windows microsoft/windowsservercore microsoft/nanoserver
    dotnet/framework/sdk=dotnet-framework dotnet/framework/aspnet=dotnet-framework dotnet/framework/runtime=dotnet-framework
`;

/** Rebuilds of well-known images by others: their tags count the same versions, yet not every tag exists. */
const LOOKALIKES = /^(?:bitnami|bitnamilegacy|cimg|circleci|library-mirror)\/(\w+)$/;

const known = new Map<string, Known>();
for (const row of ROWS.trim().split(/\n\s*(?=[a-z]+:)/)) {
  const [distro = '', ...images] = row.trim().split(/\s+/);
  for (const image of images) {
    const [, repository = '', product, family] = /^([^@=]+)(?:@([^=]+))?(?:=(.+))?$/.exec(image) ?? [];
    known.set(repository, {
      family: family ?? repository.split('/').at(-1)!,
      distro: distro.slice(0, -1) as Distro,
      product: product as ProductId | undefined,
      official: repository !== 'mhart/alpine-node' && repository !== 'python-alpine',
    });
  }
}

/** Architecture prefixes of official images on Docker Hub: `arm64v8/node`. */
const ARCHITECTURE = /^(?:amd64|arm32v[567]|arm64v8|i386|mips64le|ppc64le|riscv64|s390x|windows-amd64|winamd64)\//;

/** Hosts whose repositories are named as on Docker Hub, or that publish the images above themselves. */
const HOSTS =
  /^(?:(?:index\.|registry-1\.)?docker\.io|registry\.hub\.docker\.com|mirror\.gcr\.io|docker\.m\.daocloud\.io|mcr\.microsoft\.com|ghcr\.io)\//;
const HOST = /^(?:[^/]*[.:][^/]*|localhost)\//;

const CHANNELS = new Set(
  `latest stable edge rolling nightly dev devel develop main master trunk head current lts mainline testing unstable sid
  oldstable oldoldstable experimental canary next rawhide tip preview beta alpha snapshot tumbleweed`.split(/\s+/),
);

const WINDOWS_PART = /^(?:windows|windowsservercore|nanoserver|servercore|ltsc\d+)/;
const DISTRO_PART =
  /^(alpine|debian|ubuntu|centos|fedora|rockylinux|almalinux|oraclelinux|oracle|ubi|al|amazonlinux|amzn|wolfi|opensuse|photon|mariner|cbl-mariner|azurelinux)(\d[\d.]*)?$/;
const DISTRO_NAMES: Readonly<Record<string, Distro>> = table({
  al: 'amazonlinux',
  amzn: 'amazonlinux',
  oracle: 'oraclelinux',
  mariner: 'azurelinux',
});

const codenames = new Map<string, { distro: Distro; version: string }>();
for (const distro of ['debian', 'ubuntu'] as const) {
  for (const { codename, line } of findProduct(distro).lines) {
    if (codename) codenames.set(codename, { distro, version: line });
  }
}

/** Everything that an image reference tells about the image. Variables in it should be expanded; what is left of them tells nothing. */
export const readBaseImage = remembered((reference): BaseImage => {
  const at = reference.indexOf('@');
  const plain = at === -1 ? reference : reference.slice(0, at);
  const colon = plain.indexOf(':', plain.lastIndexOf('/') + 1);
  const name = (colon === -1 ? plain : plain.slice(0, colon)).toLowerCase();
  const tag = colon === -1 ? '' : plain.slice(colon + 1);
  const { repository, host } = readRepository(name);
  const found = host === 'other' ? undefined : findKnown(repository);
  const special = readSpecial(name);
  const parts = tag === '' || tag.includes('$') ? [] : readTag(tag, found?.product);
  const said = readDistro(parts);
  const isDistro = found !== undefined && found.product === found.distro;

  const version = parts.find(({ role }) => role === 'version')?.text;
  const distro = said.distro ?? special?.distro ?? defaultDistro(found, version);
  const distroVersion = said.version ?? special?.version ?? (isDistro ? version : undefined);
  const codename = said.codename ?? codenameOf(distro, distroVersion);
  const variant = parts
    .filter(({ role }) => role === 'variant' || role === 'channel')
    .map(({ text }) => text)
    .join('-');
  const os = distro === 'windows' ? 'windows' : 'linux';
  const libc = libcOf(distro, special, parts);
  const family = found?.family ?? special?.family;
  return {
    repository,
    ...(family ? { family } : {}),
    ...(found?.product ? { product: found.product } : {}),
    official: found?.official ?? special !== undefined,
    ...(version ? { version } : {}),
    ...(distro ? { distro } : {}),
    ...(distroVersion ? { distroVersion } : {}),
    ...(codename ? { codename } : {}),
    ...(variant ? { variant } : {}),
    os,
    ...(libc ? { libc } : {}),
    parts,
  };
});

/** Repository without what stands for Docker Hub; `other` hosts may hold anything under a well-known name. */
function readRepository(name: string): { repository: string; host: 'hub' | 'other' } {
  const official = name.lastIndexOf('/library/');
  if (official !== -1) return { repository: name.slice(official + '/library/'.length), host: 'hub' };
  const known = HOSTS.exec(name);
  const rest = known ? name.slice(known[0].length) : name;
  const repository = rest.replace(/^library\//, '').replace(ARCHITECTURE, '');
  if (known) return { repository, host: 'hub' };
  const host = HOST.exec(name);
  if (!host) return { repository, host: 'hub' };
  const below = name.slice(host[0].length);
  // Amazon publishes its own images, Azul and Red Hat theirs, under the names of the table.
  const repeated = below.replace(/^(?:docker|corretto|lambda)\//, (prefix) => (prefix === 'lambda/' ? prefix : ''));
  return name.startsWith('public.ecr.aws/')
    ? { repository: repeated, host: 'hub' }
    : { repository: below, host: 'other' };
}

function findKnown(repository: string): Known | undefined {
  const found = known.get(repository);
  if (found) return found;
  const alike = LOOKALIKES.exec(repository)?.[1];
  const original = alike === undefined ? undefined : known.get(alike === 'go' ? 'golang' : alike);
  return original && { ...original, distro: undefined, official: false };
}

interface Special {
  readonly family?: string;
  readonly distro: Distro;
  readonly version?: string;
  readonly libc?: 'glibc' | 'none';
}

/** Images whose name, not their tag, says what they are made on: distroless, Chainguard's, Red Hat's. */
function readSpecial(name: string): Special | undefined {
  const distroless = /^gcr\.io\/distroless\/([a-z-]+?)(\d*)(?:-debian(\d+))?$/.exec(name);
  if (distroless) {
    const [, kind = '', , version] = distroless;
    const family = { nodejs: 'node', python: 'python', java: 'java' }[kind] ?? 'distroless';
    return { family, distro: 'debian', ...(version ? { version } : {}), libc: kind === 'static' ? 'none' : 'glibc' };
  }
  const chainguard = /^(?:cgr\.dev\/[^/]+|chainguard)\/(.+)$/.exec(name);
  if (chainguard) {
    const family = chainguard[1]!.replace(/^jdk|^jre/, 'java');
    return { family, distro: 'wolfi', libc: family === 'static' ? 'none' : 'glibc' };
  }
  const redHat = /(?:^|\/)ubi(\d+)(?:\/([a-z]+))?/.exec(name);
  if (redHat && /^(?:registry\.(?:access\.)?redhat\.(?:com|io)|redhat)\//.test(name)) {
    const family = { nodejs: 'node', python: 'python', openjdk: 'java', go: 'go', ruby: 'ruby', php: 'php' }[
      redHat[2] ?? ''
    ];
    return { family: family ?? 'ubi', distro: 'ubi', version: redHat[1]! };
  }
  return undefined;
}

/** Takes a tag apart at its dashes. */
function readTag(tag: string, product: ProductId | undefined): TagPart[] {
  const parts: TagPart[] = [];
  let hasVersion = false;
  for (const text of tag.split('-')) {
    const role = roleOf(text, product, hasVersion);
    if (role === 'version') hasVersion = true;
    parts.push({ role, text });
  }
  return parts;
}

function roleOf(text: string, product: ProductId | undefined, hasVersion: boolean): TagPart['role'] {
  if (codenames.has(text)) return 'codename';
  if (DISTRO_PART.test(text) || WINDOWS_PART.test(text)) return 'distro';
  if (/^20\d{6}(?:\.\d+)?$/.test(text)) return 'date';
  if (CHANNELS.has(text)) return 'channel';
  if (!hasVersion && /^v?\d+(?:[._u]\d+)*(?:(?:rc|beta|alpha|a|b|p|ea)\.?\d*)?$/.test(text)) return 'version';
  const named = product === 'node' ? findLine(findProduct('node'), text) : undefined;
  return !hasVersion && named?.codename === text ? 'version' : 'variant';
}

function readDistro(parts: readonly TagPart[]): { distro?: Distro; version?: string; codename?: string } {
  for (const { role, text } of parts) {
    if (role === 'codename') return { ...codenames.get(text)!, codename: text };
    if (role !== 'distro') continue;
    if (WINDOWS_PART.test(text)) return { distro: 'windows' };
    const [, name = '', version] = DISTRO_PART.exec(text) ?? [];
    return { distro: DISTRO_NAMES[name] ?? (name as Distro), ...(version ? { version: dotted(name, version) } : {}) };
  }
  return {};
}

/** `ubuntu2204` is 22.04. */
function dotted(name: string, version: string): string {
  return name === 'ubuntu' && /^\d{4}$/.test(version) ? `${version.slice(0, 2)}.${version.slice(2)}` : version;
}

function defaultDistro(found: Known | undefined, version: string | undefined): Distro | undefined {
  // Microsoft's images moved from Debian to Ubuntu with .NET 10.
  if (found?.product === 'dotnet' && Number.parseInt(version ?? '', 10) >= 10) return 'ubuntu';
  return found?.distro;
}

function codenameOf(distro: Distro | undefined, version: string | undefined): string | undefined {
  if (version === undefined || (distro !== 'debian' && distro !== 'ubuntu')) return undefined;
  return findLine(findProduct(distro), version)?.codename;
}

function libcOf(
  distro: Distro | undefined,
  special: Special | undefined,
  parts: readonly TagPart[],
): BaseImage['libc'] | undefined {
  if (special?.libc) return special.libc;
  switch (distro) {
    case undefined:
    case 'windows':
      return undefined;
    case 'alpine':
      return 'musl';
    case 'none':
      return 'none';
    case 'busybox': {
      const named = parts.find(({ text }) => text === 'musl' || text === 'uclibc' || text === 'glibc')?.text;
      return named as BaseImage['libc'];
    }
    default:
      return 'glibc';
  }
}
