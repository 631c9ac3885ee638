/** Working directories that well-known images bring, by repository; `/` for images that set none. */
const DIRECTORIES: ReadonlyMap<string, string> = new Map([
  ...[
    'adoptopenjdk',
    'almalinux',
    'alpine',
    'amazoncorretto',
    'amazonlinux',
    'archlinux',
    'buildpack-deps',
    'busybox',
    'caddy',
    'centos',
    'clojure',
    'debian',
    'eclipse-temurin',
    'fedora',
    'gcc',
    'haproxy',
    'ibmjava',
    'java',
    'jruby',
    'mariadb',
    'maven',
    'mongo',
    'mysql',
    'nginx',
    'node',
    'openjdk',
    'opensuse',
    'oraclelinux',
    'postgres',
    'pypy',
    'python',
    'r-base',
    'rockylinux',
    'ruby',
    'rust',
    'swift',
    'traefik',
    'ubuntu',
  ].map((name): [string, string] => [name, '/']),
  ['composer', '/app'],
  ['ghost', '/var/lib/ghost'],
  ['golang', '/go'],
  ['gradle', '/home/gradle'],
  ['httpd', '/usr/local/apache2'],
  ['jetty', '/var/lib/jetty'],
  ['php', '/var/www/html'],
  ['redis', '/data'],
  ['tomcat', '/usr/local/tomcat'],
  ['wordpress', '/var/www/html'],
]);

/** Those for programs without an interpreter; where they run as nonroot, they start in its home. */
const DISTROLESS = /^gcr\.io\/distroless\/(?:static|base|base-nossl|cc)(?:-debian\d+)?(?::(?!.*nonroot)|$)/;

/** The working directory of a base image by its reference; undefined when it is not known. */
export function findBaseDirectory(reference: string): string | undefined {
  if (reference === 'scratch' || (reference.startsWith('gcr.io/') && DISTROLESS.test(reference))) return '/';
  const digest = reference.indexOf('@');
  let name = digest === -1 ? reference : reference.slice(0, digest);
  const tag = name.indexOf(':', name.lastIndexOf('/') + 1);
  if (tag !== -1) name = name.slice(0, tag);
  if (name.startsWith('docker.io/')) name = name.slice('docker.io/'.length);
  if (name.startsWith('library/')) name = name.slice('library/'.length);
  return DIRECTORIES.get(name);
}
