import { remembered } from '../../text/remembered';

const none: readonly string[] = [];
const java = ['JAVA_HOME', 'JAVA_VERSION', 'LANG', 'LANGUAGE', 'LC_ALL', 'JAVA_TOOL_OPTIONS'];
const olderJava = [
  'JAVA_ALPINE_VERSION',
  'JAVA_BASE_URL',
  'JAVA_DEBIAN_VERSION',
  'JAVA_HOME',
  'JAVA_URL_VERSION',
  'JAVA_VERSION',
  'CA_CERTIFICATES_JAVA_VERSION',
  'LANG',
];
const javaOfAnyAge = [...new Set([...java, ...olderJava])];
const php = [
  'APACHE_CONFDIR',
  'APACHE_ENVVARS',
  'GPG_KEYS',
  'PHPIZE_DEPS',
  'PHP_ASC_URL',
  'PHP_CFLAGS',
  'PHP_CPPFLAGS',
  'PHP_EXTRA_BUILD_DEPS',
  'PHP_EXTRA_CONFIGURE_ARGS',
  'PHP_FILENAME',
  'PHP_INI_DIR',
  'PHP_LDFLAGS',
  'PHP_MD5',
  'PHP_SHA256',
  'PHP_URL',
  'PHP_VERSION',
];
const python = [
  'GPG_KEY',
  'LANG',
  'PYTHON_GET_PIP_SHA256',
  'PYTHON_GET_PIP_URL',
  'PYTHON_PIP_VERSION',
  'PYTHON_SETUPTOOLS_VERSION',
  'PYTHON_SHA256',
  'PYTHON_VERSION',
  'PYTHON_WHEEL_VERSION',
];
const node = ['NODE_VERSION', 'NPM_CONFIG_LOGLEVEL', 'YARN_VERSION'];
const ruby = [
  'BUNDLER_VERSION',
  'BUNDLE_APP_CONFIG',
  'BUNDLE_BIN',
  'BUNDLE_PATH',
  'BUNDLE_SILENCE_ROOT_WARNING',
  'GEM_HOME',
  'LANG',
  'RUBYGEMS_VERSION',
  'RUBY_DOWNLOAD_SHA256',
  'RUBY_DOWNLOAD_URL',
  'RUBY_MAJOR',
  'RUBY_VERSION',
];
const tomcat = [
  'CATALINA_HOME',
  'GPG_KEYS',
  'LD_LIBRARY_PATH',
  'OPENSSL_VERSION',
  'TOMCAT_ASC_URLS',
  'TOMCAT_MAJOR',
  'TOMCAT_NATIVE_LIBDIR',
  'TOMCAT_SHA1',
  'TOMCAT_SHA512',
  'TOMCAT_TGZ_URLS',
  'TOMCAT_VERSION',
];
const nginx = ['ACME_VERSION', 'DYNPKG_RELEASE', 'NGINX_VERSION', 'NJS_RELEASE', 'NJS_VERSION', 'PKG_RELEASE'];

const erlang = ['LANG', 'OTP_VERSION', 'REBAR_VERSION', 'REBAR3_VERSION'];
const dotnet = [
  'APP_UID',
  'ASPNETCORE_HTTP_PORTS',
  'ASPNETCORE_URLS',
  'ASPNETCORE_VERSION',
  'ASPNET_VERSION',
  'DOTNET_GENERATE_ASPNET_CERTIFICATE',
  'DOTNET_NOLOGO',
  'DOTNET_RUNNING_IN_CONTAINER',
  'DOTNET_SDK_VERSION',
  'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT',
  'DOTNET_USE_POLLING_FILE_WATCHER',
  'DOTNET_VERSION',
  'NUGET_XMLDOC_MODE',
  'POWERSHELL_DISTRIBUTION_CHANNEL',
];
const distroless = ['JAVA_VERSION', 'LANG', 'LC_ALL', 'SSL_CERT_FILE'];

/**
 * Names of the variables that images of today and of earlier years set, beside PATH, by repository of Docker Hub. An image that is
 * not here may set any; one that is sets no others.
 */
const VARIABLES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...[
    'almalinux',
    'alpine',
    'alt',
    'amazonlinux',
    'archlinux/archlinux',
    'busybox',
    'centos',
    'cirros',
    'debian',
    'hello-world',
    'mageia',
    'opensuse/leap',
    'opensuse/tumbleweed',
    'oraclelinux',
    'photon',
    'rockylinux',
    'rockylinux/rockylinux',
    'scratch',
    'sl',
    'ubuntu',
    'ubuntu-debootstrap',
  ].map((name): [string, readonly string[]] => [name, none]),
  ['adoptopenjdk', java],
  ['amazoncorretto', ['JAVA_HOME', 'LANG']],
  ['archlinux', ['LANG']],
  ['buildpack-deps', none],
  ['eclipse-temurin', java],
  ['erlang', erlang],
  ['elixir', ['ELIXIR_VERSION', ...erlang]],
  ['caddy', ['CADDY_VERSION', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME']],
  ['composer', ['COMPOSER_ALLOW_SUPERUSER', 'COMPOSER_HOME', 'COMPOSER_VERSION', ...php]],
  [
    'docker',
    ['DIND_COMMIT', 'DOCKER_BUILDX_VERSION', 'DOCKER_COMPOSE_VERSION', 'DOCKER_TLS_CERTDIR', 'DOCKER_VERSION'],
  ],
  ['fedora', ['DISTTAG', 'FBR', 'FGC', 'container']],
  ['golang', ['GOLANG_DOWNLOAD_SHA256', 'GOLANG_DOWNLOAD_URL', 'GOLANG_VERSION', 'GOPATH', 'GOTOOLCHAIN']],
  ['gradle', ['GRADLE_HOME', 'GRADLE_VERSION', ...javaOfAnyAge]],
  ['gcc', ['GCC_MIRRORS', 'GCC_VERSION', 'GPG_KEYS']],
  ['haproxy', ['HAPROXY_MAJOR', 'HAPROXY_SHA256', 'HAPROXY_URL', 'HAPROXY_VERSION']],
  ['httpd', ['HTTPD_PATCHES', 'HTTPD_PREFIX', 'HTTPD_SHA256', 'HTTPD_VERSION']],
  ['java', olderJava],
  ['maven', ['MAVEN_CONFIG', 'MAVEN_HOME', 'MAVEN_VERSION', ...javaOfAnyAge]],
  ['mariadb', ['GOSU_VERSION', 'GPG_KEYS', 'LANG', 'MARIADB_MAJOR', 'MARIADB_VERSION', 'REPOSITORY']],
  ['memcached', ['MEMCACHED_SHA1', 'MEMCACHED_URL', 'MEMCACHED_VERSION']],
  ['mysql', ['GOSU_VERSION', 'MYSQL_MAJOR', 'MYSQL_SHELL_VERSION', 'MYSQL_VERSION']],
  ['nginx', nginx],
  ['node', node],
  ['openjdk', olderJava],
  ['php', php],
  ['postgres', ['DOCKER_PG_LLVM_DEPS', 'GOSU_VERSION', 'LANG', 'PGDATA', 'PG_MAJOR', 'PG_SHA256', 'PG_VERSION']],
  ['python', python],
  ['redis', ['GOSU_VERSION', 'REDIS_DOWNLOAD_SHA', 'REDIS_DOWNLOAD_SHA1', 'REDIS_DOWNLOAD_URL', 'REDIS_VERSION']],
  ['ruby', ruby],
  ['rust', ['CARGO_HOME', 'RUSTUP_HOME', 'RUST_VERSION']],
  ['swift', ['SWIFT_BRANCH', 'SWIFT_PLATFORM', 'SWIFT_SIGNING_KEY', 'SWIFT_VERSION', 'SWIFT_WEBROOT']],
  ['tomcat', [...tomcat, ...javaOfAnyAge]],
  ...['aspnet', 'runtime', 'runtime-deps', 'sdk'].map((name): [string, readonly string[]] => [
    `mcr.microsoft.com/dotnet/${name}`,
    dotnet,
  ]),
  ...['base', 'base-nossl', 'cc', 'java', 'nodejs', 'python3', 'static'].map((name): [string, readonly string[]] => [
    `gcr.io/distroless/${name}`,
    distroless,
  ]),
  ['wordpress', [...php, 'WORDPRESS_SHA1', 'WORDPRESS_VERSION']],
]);

/** Names of one repository for what Docker Hub keeps under another, and mirrors of it. */
const MIRRORS =
  /^(?:(?:registry-1|index)\.docker\.io\/|docker\.io\/|public\.ecr\.aws\/docker\/|mirror\.gcr\.io\/)?(?:library\/)?/;
const ARCHITECTURE = /^(?:amd64|arm32v[567]|arm64v8|i386|mips64le|ppc64le|riscv64|s390x)\//;

/** The variables other than PATH that a Linux image may set; undefined when nothing is known of the image. */
export const findImageVariables = remembered((reference): readonly string[] | undefined => {
  const name = reference
    .replace(/@.*$/, '')
    .replace(/:[^/]*$/, '')
    .replace(MIRRORS, '')
    .replace(ARCHITECTURE, '')
    .replace(/^(gcr\.io\/distroless\/[a-z]+3?)(?:\d+)?(?:-debian\d+)?$/, '$1');
  return VARIABLES.get(name);
});

/** What a shell or the engine sets when a process starts. HOME is not among them: some images do set it. */
export const SET_AT_RUN_TIME: ReadonlySet<string> = new Set(['HOSTNAME', 'OLDPWD', 'PWD']);
