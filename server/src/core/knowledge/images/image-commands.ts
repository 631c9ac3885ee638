import { table } from '../../text/table';
import { readBaseImage } from './base-images';
import { variantsOf } from './image-tools';

/** Servers that images start by CMD, by repository: the names under which the program may be called. `-` is any variant of the tag. */
const ROWS: Readonly<Record<string, string>> = table({
  caddy: '-=caddy',
  cassandra: '-=cassandra',
  drupal: 'fpm=php-fpm; -=apache2-foreground apache2',
  ghost: '-=node',
  haproxy: '-=haproxy',
  httpd: '-=httpd-foreground httpd apachectl',
  influxdb: '-=influxd',
  mariadb: '-=mariadbd mysqld',
  memcached: '-=memcached',
  mongo: '-=mongod',
  mysql: '-=mysqld',
  nextcloud: 'fpm=php-fpm; -=apache2-foreground apache2',
  nginx: '-=nginx nginx-debug',
  'nginxinc/nginx-unprivileged': '-=nginx',
  php: 'apache=apache2-foreground apache2; fpm=php-fpm',
  postgres: '-=postgres pg_ctl',
  rabbitmq: '-=rabbitmq-server',
  redis: '-=redis-server',
  registry: '-=registry',
  solr: '-=solr solr-foreground',
  tomcat: '-=catalina.sh startup.sh java',
  traefik: '-=traefik',
  valkey: '-=valkey-server',
  wordpress: 'fpm=php-fpm; -=apache2-foreground apache2',
});

/** The names of the server that an image's CMD starts; undefined where it is none that we know. Shells and interpreters are none. */
export function serverOf(reference: string): readonly string[] | undefined {
  const image = readBaseImage(reference);
  const row = image.official ? ROWS[image.repository] : undefined;
  if (row === undefined) return undefined;
  const variants = variantsOf(image);
  for (const one of row.split('; ')) {
    const [variant = '', names = ''] = one.split('=');
    if (variant === '-' || variants.has(variant)) return names.split(' ');
  }
  return undefined;
}

/** Shells and interpreters that images start by CMD, by repository. */
const INTERACTIVE: Readonly<Record<string, string>> = table({
  alpine: 'sh',
  busybox: 'sh',
  debian: 'bash',
  fedora: 'bash',
  node: 'node',
  php: 'php',
  python: 'python3',
  ruby: 'irb',
  ubuntu: 'bash',
});

/** What an image's CMD starts, a shell and an interpreter too; undefined where it is not known. */
export function cmdOf(reference: string): string | undefined {
  const { repository, official } = readBaseImage(reference);
  return serverOf(reference)?.[0] ?? (official ? INTERACTIVE[repository] : undefined);
}
