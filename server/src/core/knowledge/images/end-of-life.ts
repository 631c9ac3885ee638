/**
 * When the release lines of well-known images stop getting security fixes, by the schedule that each upstream publishes. The
 * core knows no date of its own, so `AS_OF` decides what has ended: what ends later is not reported, however late it is.
 */
export const AS_OF = '2026-11-21';

/** A release line, and the last day on which everybody gets its security fixes (paid extensions left out). */
export interface ReleaseLine {
  /** As tags write it: `20`, `3.12`, `12`. */
  readonly line: string;
  /** ISO date. */
  readonly ends: string;
  /** A name that tags use in place of the number: `bookworm`, `hydrogen`. */
  readonly codename?: string;
  /** Whether it is one that its makers maintain for years, so that it can be offered in place of another. */
  readonly longTerm: boolean;
}

/** Something that comes in release lines. */
export interface Product {
  readonly id: ProductId;
  readonly title: string;
  /** Oldest first. */
  readonly lines: readonly ReleaseLine[];
  /** The same by number and codename. */
  readonly byName: ReadonlyMap<string, ReleaseLine>;
  /** How many numbers of a version name its line: 1 for Node.js, 2 for Python. */
  readonly precision: 1 | 2;
  /** The line to take where a tag names none: the newest that is maintained for long and has proved itself. */
  readonly current?: string;
  /** The line that images of languages come on in place of one that has ended. */
  readonly inCombination?: string;
}

export type ProductId =
  | 'alpine'
  | 'centos'
  | 'debian'
  | 'dotnet'
  | 'fedora'
  | 'go'
  | 'java'
  | 'node'
  | 'php'
  | 'python'
  | 'ruby'
  | 'ubuntu';

/** Rows of `line end [codename]`; a star behind the line marks a long-term one. Where no line has a star, all are. */
function product(
  id: ProductId,
  title: string,
  precision: 1 | 2,
  rows: string,
  more: Pick<Product, 'current' | 'inCombination'> = {},
): Product {
  const starred = rows.includes('*');
  const lines = rows
    .trim()
    .split(/\s*\n\s*/)
    .map((row): ReleaseLine => {
      const [line = '', ends = '', codename] = row.split(' ');
      return { line: line.replace('*', ''), ends, codename, longTerm: !starred || line.endsWith('*') };
    });
  const byName = new Map<string, ReleaseLine>();
  for (const line of lines) {
    byName.set(line.line, line);
    if (line.codename) byName.set(line.codename, line);
  }
  return {
    id,
    title,
    precision,
    lines,
    byName,
    current: more.current,
    inCombination: more.inCombination,
  };
}

const products: Readonly<Record<ProductId, Product>> = {
  // alpinelinux.org/releases
  alpine: product(
    'alpine',
    'Alpine Linux',
    2,
    `
    2.1 2012-11-01
    2.2 2013-05-01
    2.3 2013-11-01
    2.4 2014-05-01
    2.5 2014-11-01
    2.6 2015-05-01
    2.7 2015-11-01
    3.0 2016-05-01
    3.1 2016-11-01
    3.2 2017-05-01
    3.3 2017-11-01
    3.4 2018-05-01
    3.5 2018-11-01
    3.6 2019-05-01
    3.7 2019-11-01
    3.8 2020-05-01
    3.9 2020-11-01
    3.10 2021-05-01
    3.11 2021-11-01
    3.12 2022-05-01
    3.13 2022-11-01
    3.14 2023-05-01
    3.15 2023-11-01
    3.16 2024-05-23
    3.17 2024-11-22
    3.18 2025-05-09
    3.19 2025-11-01
    3.20 2026-04-01
    3.21 2026-11-01
    3.22 2027-05-01
    3.23 2027-11-01
    3.24 2028-05-01
    `,
    { current: '3.24', inCombination: '3.23' },
  ),
  // centos.org/centos-linux-eol and the CentOS Stream pages; no line of the same name follows.
  centos: product(
    'centos',
    'CentOS Linux',
    1,
    `
    4 2012-02-29
    5 2017-03-31
    6 2020-11-30
    7 2024-06-30
    8 2021-12-31
    `,
  ),
  // wiki.debian.org/LTS: the end of long-term support, up to which the official images are rebuilt.
  debian: product(
    'debian',
    'Debian',
    1,
    `
    6 2016-02-29 squeeze
    7 2018-05-31 wheezy
    8 2020-06-30 jessie
    9 2022-06-30 stretch
    10 2024-06-30 buster
    11 2026-08-31 bullseye
    12 2028-06-30 bookworm
    13 2030-06-30 trixie
    `,
    { current: '13', inCombination: '12' },
  ),
  // dotnet.microsoft.com/platform/support/policy
  dotnet: product(
    'dotnet',
    '.NET',
    2,
    `
    1.0 2019-06-27
    1.1 2019-06-27
    2.0 2018-10-01
    2.1* 2021-08-21
    2.2 2019-12-23
    3.0 2020-03-03
    3.1* 2022-12-13
    5.0 2022-05-10
    6.0* 2024-11-12
    7.0 2024-05-14
    8.0* 2026-11-10
    9.0 2026-11-10
    10.0* 2028-11-14
    `,
    { current: '10.0' },
  ),
  // docs.fedoraproject.org/en-US/releases/eol
  fedora: product(
    'fedora',
    'Fedora',
    1,
    `
    20 2015-06-23
    21 2015-12-01
    22 2016-07-19
    23 2016-12-20
    24 2017-08-08
    25 2017-12-12
    26 2018-05-29
    27 2018-11-30
    28 2019-05-28
    29 2019-11-26
    30 2020-05-26
    31 2020-11-24
    32 2021-05-25
    33 2021-11-30
    34 2022-06-07
    35 2022-12-13
    36 2023-05-16
    37 2023-12-05
    38 2024-05-21
    39 2024-11-26
    40 2025-05-13
    41 2025-12-15
    42 2026-05-13
    43 2026-12-02
    44 2027-06-02
    `,
    { current: '44' },
  ),
  // go.dev/doc/devel/release: a line is maintained until the second one after it is out.
  go: product(
    'go',
    'Go',
    2,
    `
    1.2 2014-12-10
    1.3 2015-08-19
    1.4 2016-02-17
    1.5 2016-08-15
    1.6 2017-02-16
    1.7 2017-08-24
    1.8 2018-02-16
    1.9 2018-08-24
    1.10 2019-02-25
    1.11 2019-09-03
    1.12 2020-02-25
    1.13 2020-08-11
    1.14 2021-02-16
    1.15 2021-08-16
    1.16 2022-03-15
    1.17 2022-08-02
    1.18 2023-02-01
    1.19 2023-08-08
    1.20 2024-02-06
    1.21 2024-08-13
    1.22 2025-02-11
    1.23 2025-08-12
    1.24 2026-02-10
    1.25 2026-08-31
    1.26 2027-02-28
    1.27 2027-08-31
    `,
    { current: '1.26' },
  ),
  // adoptium.net/support and openjdk.org: other vendors maintain the starred lines at least as long, and no other ones.
  java: product(
    'java',
    'Java',
    1,
    `
    6 2018-12-31
    7 2022-07-31
    8* 2030-12-31
    9 2018-03-31
    10 2018-09-30
    11* 2027-10-31
    12 2019-09-30
    13 2023-03-31
    14 2020-09-30
    15 2023-03-31
    16 2021-09-30
    17* 2027-10-31
    18 2022-09-30
    19 2023-03-31
    20 2023-09-30
    21* 2029-12-31
    22 2024-09-30
    23 2025-03-31
    24 2025-09-30
    25* 2031-09-30
    26 2026-09-30
    27 2027-03-31
    `,
    { current: '25' },
  ),
  // github.com/nodejs/Release
  node: product(
    'node',
    'Node.js',
    1,
    `
    0.10 2016-10-31
    0.12 2016-12-31
    4* 2018-04-30 argon
    5 2016-06-30
    6* 2019-04-30 boron
    7 2017-06-30
    8* 2019-12-31 carbon
    9 2018-06-30
    10* 2021-04-30 dubnium
    11 2019-06-01
    12* 2022-04-30 erbium
    13 2020-06-01
    14* 2023-04-30 fermium
    15 2021-06-01
    16* 2023-09-11 gallium
    17 2022-06-01
    18* 2025-04-30 hydrogen
    19 2023-06-01
    20* 2026-04-30 iron
    21 2024-06-01
    22* 2027-04-30 jod
    23 2025-06-01
    24* 2028-04-30 krypton
    25 2026-06-01
    26* 2029-04-30
    `,
    { current: '24' },
  ),
  // php.net/supported-versions.php and php.net/eol.php
  php: product(
    'php',
    'PHP',
    2,
    `
    5.3 2014-08-14
    5.4 2015-09-03
    5.5 2016-07-21
    5.6 2018-12-31
    7.0 2019-01-10
    7.1 2019-12-01
    7.2 2020-11-30
    7.3 2021-12-06
    7.4 2022-11-28
    8.0 2023-11-26
    8.1 2025-12-31
    8.2 2026-12-31
    8.3 2027-12-31
    8.4 2028-12-31
    8.5 2029-12-31
    `,
    { current: '8.5' },
  ),
  // devguide.python.org/versions
  python: product(
    'python',
    'Python',
    2,
    `
    2.6 2013-10-29
    2.7 2020-01-01
    3.2 2016-02-20
    3.3 2017-09-29
    3.4 2019-03-18
    3.5 2020-09-30
    3.6 2021-12-23
    3.7 2023-06-27
    3.8 2024-10-07
    3.9 2025-10-31
    3.10 2026-10-31
    3.11 2027-10-31
    3.12 2028-10-31
    3.13 2029-10-31
    3.14 2030-10-31
    `,
    { current: '3.14' },
  ),
  // ruby-lang.org/en/downloads/branches
  ruby: product(
    'ruby',
    'Ruby',
    2,
    `
    1.9 2015-02-23
    2.0 2016-02-24
    2.1 2017-03-31
    2.2 2018-03-31
    2.3 2019-03-31
    2.4 2020-03-31
    2.5 2021-03-31
    2.6 2022-04-12
    2.7 2023-03-31
    3.0 2024-04-23
    3.1 2025-03-26
    3.2 2026-03-31
    3.3 2027-03-31
    3.4 2028-03-31
    4.0 2029-03-31
    `,
    { current: '4.0' },
  ),
  // ubuntu.com/about/release-cycle: the end of standard support, Ubuntu Pro left out.
  ubuntu: product(
    'ubuntu',
    'Ubuntu',
    2,
    `
    10.04* 2015-04-30 lucid
    12.04* 2017-04-28 precise
    12.10 2014-05-16 quantal
    13.04 2014-01-27 raring
    13.10 2014-07-17 saucy
    14.04* 2019-04-25 trusty
    14.10 2015-07-23 utopic
    15.04 2016-02-04 vivid
    15.10 2016-07-28 wily
    16.04* 2021-04-30 xenial
    16.10 2017-07-20 yakkety
    17.04 2018-01-13 zesty
    17.10 2018-07-19 artful
    18.04* 2023-05-31 bionic
    18.10 2019-07-18 cosmic
    19.04 2020-01-23 disco
    19.10 2020-07-17 eoan
    20.04* 2025-05-31 focal
    20.10 2021-07-22 groovy
    21.04 2022-01-20 hirsute
    21.10 2022-07-14 impish
    22.04* 2027-04-30 jammy
    22.10 2023-07-20 kinetic
    23.04 2024-01-25 lunar
    23.10 2024-07-11 mantic
    24.04* 2029-05-31 noble
    24.10 2025-07-10 oracular
    25.04 2026-01-15 plucky
    25.10 2026-07-31 questing
    26.04* 2031-04-30 resolute
    `,
    { current: '26.04', inCombination: '24.04' },
  ),
};

/** Images that are no longer built at all, by repository, and what to take instead. */
export const DISCONTINUED: ReadonlyMap<string, { readonly ended: string; readonly use?: string }> = new Map([
  ['adoptopenjdk', { ended: '2021-08-01', use: 'eclipse-temurin' }],
  ['centos', { ended: '2024-06-30' }],
  ['iojs', { ended: '2015-09-08', use: 'node' }],
  ['java', { ended: '2016-12-31', use: 'eclipse-temurin' }],
  ['openjdk', { ended: '2022-07-31', use: 'eclipse-temurin' }],
  ['ubuntu-debootstrap', { ended: '2016-08-31', use: 'ubuntu' }],
]);

/** The release schedule of a product. */
export function findProduct(id: ProductId): Product {
  return products[id];
}

/**
 * The release line of a version as a tag writes it (`14.17.0`, `3.12`, `bookworm`). A version that leaves out part of its line
 * (`2`, `7`) stands for the newest line that it may mean.
 */
export function findLine({ lines, byName, precision }: Product, version: string): ReleaseLine | undefined {
  const named = byName.get(version);
  if (named?.codename === version) return named;
  const numbers = version.startsWith('v') ? version.slice(1) : version;
  // Node.js counted its first lines by two numbers.
  const isOldest = numbers === '0' || numbers.startsWith('0.');
  const line = firstNumbers(numbers, isOldest ? 2 : precision);
  if (line !== undefined) return byName.get(line);
  return lines.findLast((one) => one.line.startsWith(`${numbers}.`));
}

/** The first numbers of a version, `3.12` of `3.12.4`; undefined where it has fewer. */
function firstNumbers(version: string, count: 1 | 2): string | undefined {
  const first = version.indexOf('.');
  if (count === 1) return first === -1 ? version : version.slice(0, first);
  if (first === -1) return undefined;
  const second = version.indexOf('.', first + 1);
  return second === -1 ? version : version.slice(0, second);
}

/** Whether a line gets no more fixes. */
export function hasEnded({ ends }: ReleaseLine): boolean {
  return ends < AS_OF;
}

/** At least this many days must be left of what is offered in place of something that has ended. */
const WORTH_MOVING = 90;

/** The nearest newer line that is worth moving to: a long-term one that does not end soon. */
export function nextLine({ lines }: Product, ended: ReleaseLine): ReleaseLine | undefined {
  const soon = new Date(Date.parse(AS_OF) + WORTH_MOVING * 86_400_000).toISOString().slice(0, 10);
  return lines.slice(lines.indexOf(ended) + 1).find(({ longTerm, ends }) => longTerm && ends >= soon);
}
