import { remembered } from '../../text/remembered';
import { table } from '../../text/table';

/** A user that an image brings along. */
export interface ImageUser {
  readonly name: string;
  readonly uid?: string;
  readonly gid?: string;
  readonly home?: string;
}

interface ImageRow {
  /** Matched against the image's name without registry, tag and digest. */
  readonly image: RegExp;
  /** The one that commands run as when no USER says otherwise; root where absent. */
  readonly runsAs?: ImageUser;
  readonly users?: readonly ImageUser[];
}

const node: ImageUser = { name: 'node', uid: '1000', gid: '1000', home: '/home/node' };
const gradle: ImageUser = { name: 'gradle', uid: '1000', gid: '1000', home: '/home/gradle' };
const defaultOfRedHat: ImageUser = { name: '1001', uid: '1001', gid: '0', home: '/opt/app-root/src' };

const images: readonly ImageRow[] = [
  { image: /(?:^|\/)node$/, users: [node] },
  { image: /(?:^|\/)gradle$/, users: [gradle] },
  { image: /(?:^|\/)bun$/, users: [{ name: 'bun', uid: '1000', gid: '1000', home: '/home/bun' }] },
  { image: /(?:^|\/)devcontainers\//, users: [{ name: 'vscode', uid: '1000', gid: '1000', home: '/home/vscode' }] },
  { image: /(?:^|\/)playwright$/, users: [{ name: 'pwuser', home: '/home/pwuser' }] },
  { image: /^distroless\//, users: [{ name: 'nonroot', uid: '65532', gid: '65532', home: '/home/nonroot' }] },
  {
    image: /(?:^|\/)micromamba$/,
    // Its number changed between releases.
    runsAs: { name: 'mambauser', home: '/home/mambauser' },
  },
  { image: /^jupyter\//, runsAs: { name: 'jovyan', uid: '1000', gid: '100', home: '/home/jovyan' } },
  {
    image: /^(?:jenkins|jenkinsci)\//,
    runsAs: { name: 'jenkins', uid: '1000', gid: '1000', home: '/var/jenkins_home' },
  },
  { image: /^(?:circleci|cimg)\//, runsAs: { name: 'circleci', home: '/home/circleci' } },
  { image: /^gitpod\/workspace-/, runsAs: { name: 'gitpod', uid: '33333', gid: '33333', home: '/home/gitpod' } },
  { image: /^apache\/airflow$/, runsAs: { name: 'airflow', uid: '50000', gid: '0', home: '/home/airflow' } },
  { image: /^homebrew\/brew$/, runsAs: { name: 'linuxbrew', uid: '1000', gid: '1000', home: '/home/linuxbrew' } },
  { image: /^codercom\/code-server$/, runsAs: { name: 'coder', uid: '1000', gid: '1000', home: '/home/coder' } },
  { image: /^n8nio\/n8n$/, runsAs: node },
  { image: /^puppeteer\/puppeteer$/, runsAs: { name: 'pptruser', home: '/home/pptruser' } },
  { image: /^bitnami\//, runsAs: { name: '1001', uid: '1001', gid: '0' } },
  {
    image: /^(?:ubi\d+|rhel\d+|rhscl|centos7)\/(?:nodejs|python|ruby|perl|php|go-toolset)/,
    runsAs: { ...defaultOfRedHat, name: 'default' },
  },
  { image: /^ubi\d+\/openjdk-/, runsAs: { name: 'jboss', uid: '185', gid: '0', home: '/home/jboss' } },
  { image: /^quarkus\/ubi/, runsAs: { name: 'quarkus', uid: '1001', gid: '0', home: '/home/quarkus' } },
  { image: /^chainguard\//, runsAs: { name: 'nonroot', uid: '65532', gid: '65532', home: '/home/nonroot' } },
  { image: /^dotnet\//, users: [{ name: 'app', uid: '1654', gid: '1654', home: '/home/app' }] },
];

/** Users that the distributions themselves bring, with homes that are not `/home/<name>`. */
const everywhere: readonly ImageUser[] = [
  { name: 'root', uid: '0', gid: '0', home: '/root' },
  { name: 'nobody' },
  { name: 'daemon' },
  { name: 'www-data', home: '/var/www' },
  { name: 'postgres', home: '/var/lib/postgresql' },
];

/** The user that an image's commands run as by default; undefined: root, as far as is known. */
export function findDefaultUser(image: string): ImageUser | undefined {
  return rowOf(image).row?.runsAs;
}

const rowOf = remembered((image) => ({ row: images.find((row) => row.image.test(image)) }));

const nonroot: ImageUser = { name: 'nonroot', uid: '65532', gid: '65532', home: '/home/nonroot' };

/** The user of images whose reference says that they don't run as root: distroless' `:nonroot`, Chainguard's, `-rootless`. */
export function findTaggedUser(reference: string): ImageUser | undefined {
  return taggedUserOf(reference).user;
}

const taggedUserOf = remembered((reference) => ({ user: readTaggedUser(reference) }));

function readTaggedUser(reference: string): ImageUser | undefined {
  if (/^cgr\.dev\//.test(reference)) return nonroot;
  const distroless = /(?:^|\/)distroless\//.test(reference);
  if (/:[^/]*\bnonroot\b|-nonroot(?:[:@]|$)/.test(reference)) return distroless ? nonroot : { name: 'nonroot' };
  if (/(?:^|\/)nginx-unprivileged(?:[:@]|$)/.test(reference)) return { name: 'nginx', uid: '101', gid: '101' };
  return /(?:-rootless|-unprivileged)(?:[:@-]|$)/.test(reference) ? { name: 'rootless' } : undefined;
}

/** A user without rights that an image brings along although its commands run as root. */
export function findSpareUser(image: string, version: string | undefined): ImageUser | undefined {
  // .NET's images have their user since version 8.
  if (image.startsWith('dotnet/') && !(Number.parseInt(version ?? '', 10) >= 8)) return undefined;
  return rowOf(image).row?.users?.[0];
}

/** A user of an image by its name or number. */
export function findImageUser(image: string, user: string): ImageUser | undefined {
  const { row } = rowOf(image);
  return [...(row?.users ?? []), ...(row?.runsAs ? [row.runsAs] : []), ...everywhere].find(
    ({ name, uid }) => name === user || uid === user,
  );
}

const DEBIAN =
  'root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats nobody _apt libuuid syslog';
const RED_HAT =
  'root bin daemon adm lp sync shutdown halt mail operator games ftp nobody dbus systemd-network systemd-coredump systemd-resolve tss avahi-autoipd polkitd unbound';

/** The users in the images of distributions, with those of older versions. */
const OF_DISTROS: Readonly<Record<string, ReadonlySet<string>>> = table({
  alpine: users(
    `root bin daemon adm lp sync shutdown halt mail news uucp operator man postmaster cron ftp sshd at squid xfs games postgres cyrus
    vpopmail ntp smmsp guest nobody www-data`,
  ),
  busybox: users('root daemon bin sys sync mail www-data operator nobody'),
  debian: users(DEBIAN),
  ubuntu: users(`${DEBIAN} ubuntu`),
  ...Object.fromEntries(
    ['almalinux', 'amazonlinux', 'centos', 'fedora', 'oraclelinux', 'rockylinux', 'ubi'].map((name) => [
      name,
      users(RED_HAT),
    ]),
  ),
});

function users(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Images that bring the users of their distribution, those of `images`, and no others. */
const PLAIN = users(
  `alpine almalinux amazonlinux busybox centos debian fedora rockylinux ubuntu node python golang ruby rust openjdk eclipse-temurin
  amazoncorretto perl gcc oven/bun dotnet/sdk dotnet/aspnet dotnet/runtime dotnet/runtime-deps httpd nginx php redis tomcat`,
);

/** Users that servers run as in their images, which start as root themselves. */
const OF_SERVERS: Readonly<Record<string, string>> = table({ nginx: 'nginx', redis: 'redis' });

/** Whether an image has a user of that name; undefined where nobody can tell. `image`: without registry, tag and digest. */
export function hasUser(image: string, distro: string | undefined, name: string): boolean | undefined {
  const known = PLAIN.has(image) && distro !== undefined ? OF_DISTROS[distro] : undefined;
  return known && (known.has(name) || OF_SERVERS[image] === name || findImageUser(image, name)?.uid !== undefined);
}
