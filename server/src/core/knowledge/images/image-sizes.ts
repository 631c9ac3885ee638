import { remembered } from '../../text/remembered';
import { table } from '../../text/table';
import { readBaseImage } from './base-images';
import { variantsOf } from './image-tools';

/*
 * What images take up on disk for linux/amd64, unpacked, in millions of bytes: what `docker images` showed for the tags that were
 * current in 2024 and 2025, rounded. They move by a tenth from one release to the next, so they do for "about" and for nothing more.
 */

/** Rows of `repository: variant=size …`; `-` is a tag without a variant. The first variant that a tag has counts. */
const ROWS = `
  golang: alpine=250 -=840
  node: alpine=135 slim=200 -=1100
  python: alpine=50 slim=125 -=1020
  ruby: alpine=100 slim=220 -=990
  rust: alpine=880 slim=850 -=1500
  php: alpine=105 -=510
  composer: -=200
  gcc: -=1400
  perl: slim=190 -=900
  buildpack-deps: curl=150 scm=240 -=840
  maven: alpine=360 -=520
  gradle: alpine=580 -=700
  eclipse-temurin: jre+alpine=190 jre=270 alpine=340 -=440
  amazoncorretto: alpine=300 -=470
  openjdk: jre+slim=220 alpine=330 slim=410 -=470
  tomcat: jre=310 -=480
  dotnet/sdk: alpine=700 -=850
  dotnet/aspnet: chiseled=110 alpine=110 -=220
  dotnet/runtime: chiseled=90 alpine=85 -=195
  dotnet/runtime-deps: chiseled=15 alpine=15 -=120
  elixir: alpine=90 slim=350 -=1600
  erlang: alpine=75 slim=310 -=1550
  swift: slim=290 -=2700
  nginx: alpine=48 -=190
  nginxinc/nginx-unprivileged: alpine=48 -=190
  httpd: alpine=62 -=150
  caddy: -=50
  debian: slim=75 -=117
  ubuntu: -=78
  alpine: -=8
  busybox: -=4
  scratch: -=0
  gcr.io/distroless/static: -=2
  gcr.io/distroless/base-nossl: -=15
  gcr.io/distroless/base: -=21
  gcr.io/distroless/cc: -=24
  gcr.io/distroless/java-base: -=45
  gcr.io/distroless/java: -=230
  gcr.io/distroless/nodejs: -=160
  gcr.io/distroless/python: -=53
`;

const sizes = new Map(
  ROWS.trim()
    .split('\n')
    .map((row) => {
      const [name = '', ...variants] = row.trim().split(' ');
      return [name.slice(0, -1), variants.map((one) => one.split('=') as [variant: string, size: string])] as const;
    }),
);

/** What a well-known image takes up on disk, in millions of bytes; undefined for any other. */
export const typicalImageSize = remembered((reference): number | undefined => {
  // `gcr.io/distroless/java17-debian12:nonroot` is a `gcr.io/distroless/java`.
  const distroless = /^gcr\.io\/distroless\/[a-z]+(?:-[a-ce-z][a-z]+)?/.exec(reference)?.[0];
  const image = readBaseImage(reference);
  if (image.os === 'windows' || (!image.official && distroless === undefined)) return undefined;
  const said = variantsOf(image);
  const has = (variant: string) => variant === '-' || variant.split('+').every((part) => said.has(part));
  const found = sizes.get(distroless ?? image.repository)?.find(([variant]) => has(variant));
  return found && Number(found[1]);
});

/**
 * What a tool adds to a slim Debian image, in millions of bytes: what apt-get said for Debian 12 without recommended packages, each
 * less what the others of the row need. What is not here counts as nothing, so that a promise is rather too small.
 */
const TOOLS: Readonly<Record<string, number>> = table({
  cargo: 20,
  clang: 410,
  cmake: 95,
  'g++': 85,
  gcc: 180,
  gfortran: 75,
  git: 60,
  go: 465,
  javac: 300,
  mvn: 20,
  npm: 140,
  'python3-dev': 60,
  rustc: 480,
});

/** The same for Alpine, by what apk says of the largest. */
const ALPINE_TOOLS: Readonly<Record<string, number>> = table({ 'g++': 45, gcc: 140 });

/** What a tool adds to an image of a distribution, in millions of bytes; 0 where that is not known. */
export function typicalToolSize(tool: string, distro: string | undefined): number {
  if (distro === 'alpine') return ALPINE_TOOLS[tool] ?? 0;
  return distro === 'debian' || distro === 'ubuntu' ? (TOOLS[tool] ?? 0) : 0;
}
