/** Places and names of files that installations read without being told, and of files that hardly ever change. */

/** What the operating system's package managers read: sources, keys, pins, scripts that run with an installation. */
export const SYSTEM_INSTALL_INPUTS: readonly string[] = [
  '/etc/apk',
  '/etc/apt',
  '/etc/debconf.conf',
  '/etc/default/locale',
  '/etc/dnf',
  '/etc/dpkg',
  '/etc/environment',
  '/etc/group',
  '/etc/ld.so.conf.d',
  '/etc/ld.so.preload',
  '/etc/locale.gen',
  '/etc/nsswitch.conf',
  '/etc/pacman.conf',
  '/etc/pacman.d',
  '/etc/passwd',
  '/etc/portage',
  '/etc/rhsm',
  '/etc/rpm',
  '/etc/subscription-manager',
  '/etc/yum',
  '/etc/yum.conf',
  '/etc/yum.repos.d',
  '/etc/zypp',
  '/usr/sbin/policy-rc.d',
  '/usr/share/keyrings',
  '/var/cache/apk',
  '/var/cache/apt',
  '/var/cache/debconf',
  '/var/cache/yum',
  '/var/lib/apt',
  '/var/lib/dpkg',
];

/** What everything that goes to the network may read. */
export const NETWORK_INPUTS: readonly string[] = [
  '/etc/hosts',
  '/etc/krb5.conf',
  '/etc/pki',
  '/etc/resolv.conf',
  '/etc/ssl',
  '/etc/wgetrc',
  '/usr/local/share/ca-certificates',
  '/usr/share/ca-certificates',
  '/usr/share/pki',
];

/** Settings of language package managers, compilers and download tools that stand outside the project. */
export const TOOL_SETTINGS: readonly string[] = [
  '/etc/bazel.bazelrc',
  '/etc/conda',
  '/etc/gemrc',
  '/etc/gitconfig',
  '/etc/mavenrc',
  '/etc/npmrc',
  '/etc/pip.conf',
  '/etc/ssh',
  '/opt/conda/.condarc',
  '/usr/etc/npmrc',
  '/usr/local/etc/npmrc',
  '/usr/share/maven/conf',
];

/** Settings that only the programs of one language read. */
export const LANGUAGE_SETTINGS: readonly { readonly directories: readonly string[]; readonly commands: RegExp }[] = [
  {
    directories: ['/usr/local/etc/php', '/etc/php', '/etc/php5', '/etc/php7', '/etc/php.d', '/etc/php.ini'],
    commands: /^(?:php|composer|pecl|pear|phpize|wp|drush|symfony|artisan|docker-php)/,
  },
  {
    directories: ['/etc/R', '/usr/lib/R', '/usr/local/lib/R'],
    commands: /^(?:R|Rscript|r|littler|install2\.r|installGithub\.r)$/,
  },
];

/** What commands read without being told, by name. */
export const IMPLICIT_INPUTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['a2enconf', ['/etc/apache2']],
  ['a2enmod', ['/etc/apache2/mods-available']],
  ['a2ensite', ['/etc/apache2']],
  ['apache2ctl', ['/etc/apache2']],
  ['apachectl', ['/etc/apache2', '/etc/httpd']],
  ['chkconfig', ['/etc/init.d', '/etc/rc.d']],
  ['crontab', ['/etc/cron.d', '/etc/crontab']],
  ['dpkg-reconfigure', ['/etc/default', '/etc/locale.gen', '/etc/timezone']],
  ['fc-cache', ['/etc/fonts', '/usr/local/share/fonts', '/usr/share/fonts']],
  ['httpd', ['/etc/apache2', '/etc/httpd', '/usr/local/apache2']],
  ['ldconfig', ['/etc/ld.so.conf', '/etc/ld.so.conf.d', '/lib', '/lib64', '/usr/lib', '/usr/local/lib']],
  ['locale-gen', ['/etc/locale.gen', '/usr/share/i18n', '/var/lib/locales']],
  ['mysqld', ['/etc/my.cnf', '/etc/mysql']],
  ['newaliases', ['/etc/aliases', '/etc/mail', '/etc/postfix']],
  ['nginx', ['/etc/nginx', '/usr/local/nginx']],
  ['phpenmod', ['/etc/php']],
  ['postfix', ['/etc/postfix']],
  ['rc-update', ['/etc/conf.d', '/etc/init.d']],
  ['service', ['/etc']],
  ['sshd', ['/etc/ssh']],
  ['supervisord', ['/etc/supervisor', '/etc/supervisor.d', '/etc/supervisord.conf', '/etc/supervisord.d']],
  ['sysctl', ['/etc/sysctl.conf', '/etc/sysctl.d']],
  ['systemctl', ['/etc/systemd', '/lib/systemd', '/usr/lib/systemd']],
  [
    'update-ca-certificates',
    ['/etc/ca-certificates.conf', '/usr/local/share/ca-certificates', '/usr/share/ca-certificates'],
  ],
  ['update-ca-trust', ['/etc/pki', '/usr/share/pki']],
  ['update-locale', ['/etc/default']],
  ['update-rc.d', ['/etc/init.d']],
  ['useradd', ['/etc/skel', '/etc/default/useradd', '/etc/login.defs']],
  ['adduser', ['/etc/skel', '/etc/adduser.conf', '/etc/login.defs']],
  ['visudo', ['/etc/sudoers', '/etc/sudoers.d']],
]);

/** Directories that packages and base images own, where a project's file is settings and no source of a build. */
export const SYSTEM_DIRECTORIES: readonly string[] = [
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/lib',
  '/lib32',
  '/lib64',
  '/run',
  '/sbin',
  '/usr/bin',
  '/usr/lib',
  '/usr/lib64',
  '/usr/libexec',
  '/usr/local/bin',
  '/usr/local/etc',
  '/usr/local/lib',
  '/usr/local/sbin',
  '/usr/local/share',
  '/usr/sbin',
  '/usr/share',
  '/var/lib',
  '/var/log',
  '/var/run',
  '/var/spool',
];

/** Programs that make images of other processors run: every RUN needs them. */
export function isEmulator(name: string): boolean {
  return name.startsWith('qemu-') || name.startsWith('binfmt');
}

/**
 * Whether a file is vendored, a certificate, or a licence: it changes so rarely that its place hardly matters.
 * @param name the last part of its path
 */
export function isSteady(name: string): boolean {
  return (
    isEmulator(name) ||
    /\.(?:tar|tgz|tbz2?|txz|gz|bz2|xz|zip|7z|rar|rpm|deb|apk|iso|bin|ttf|ttc|otf|woff2?|crt|cer|pem|key|p12|pfx|jks|gpg|asc|pub|sig|whl|gem|patch|diff)$/i.test(
      name,
    ) ||
    /^(?:licen[cs]e|copying|notice|authors|contributors)\b/i.test(name) ||
    /^(?:tini|gosu|dumb-init|su-exec|confd|dockerize|wait-for-it\.sh|wait-for\.sh|wait-for|waitforit)/.test(name)
  );
}

/**
 * Directories and files of a project that an installation of its dependencies may need beside the manifests: patches, local
 * packages, schemas that code is generated from, scripts that run after it.
 */
const INSTALL_EXTRAS =
  /^(?:\.yarn|\.pnp.*|\.mvn|\.cargo|\.config|\.nuget|patches|packages?|workspaces?|modules|plugins|libs?|vendor|vendors|third_party|external|deps|prisma|scripts|tools|wheels|wheelhouse|dist|engines|components|crates|projects?|build|buildSrc|gradle|typings|database|bin|hooks|install.*|postinstall.*|preinstall.*|setup.*|configure|Makefile|binding\.gyp|lerna\.json|nx\.json|turbo\.json|rush\.json|bower\.json|\.bowerrc|tsd\.json|typings\.json|README.*|MANIFEST\.in|VERSION.*|version.*|__version__\.py|__init__\.py|artisan|\.env.*|nuget.*|NuGet.*|.*\.(?:props|targets|lock|toml|gemspec|csproj|fsproj|vbproj|sln|slnx|gyp|opam|cabal|nix|mod|sum))$/;

export function mayServeInstall(name: string): boolean {
  return INSTALL_EXTRAS.test(name);
}
