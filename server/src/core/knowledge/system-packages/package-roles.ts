import { table } from '../../text/table';
import { alpineLibrary, isOnlyAlpineHeaders } from './alpine-libraries';
import { debianLibrary, isOnlyHeaders } from './debian-libraries';

/** Packages that only a build needs: compilers, headers, version control, and what sets up an installation. */
const BUILD_PACKAGES = new Set(
  `alpine-sdk apt-transport-https astyle autoconf autoconf-archive autoconf2.13 automake autopoint autotools-dev bear binutils bison
  build-base build-essential bzr ccache check checkinstall clang clang-format clang-tidy clangd cmake cmake-data cpp cppcheck cscope
  debhelper devscripts dh-autoreconf dirmngr doxygen dpkg-dev extra-cmake-modules fakeroot flex g++ g++-multilib gcc gcc-multilib gcovr
  gdb gfortran git git-core git-lfs glide gnupg gnupg1 gnupg2 go gobjc googletest gperf help2man indent lcov lld lldb
  libtool libtool-bin linux-headers llvm lsb-release m4 make mercurial meson musl-dev nasm ninja
  ninja-build openssh openssh-client openssh-client-default openssh-keygen patch patchelf pkg-config pkgconf pkgconfig protobuf protobuf-compiler
  protobuf-compiler-grpc protoc py-setuptools ragel re2c scons samurai sparse strace texinfo universal-ctags exuberant-ctags valgrind
  py3-pip py3-setuptools python python2 python2.7 python3 python3-dev python3-pip python3-setuptools python-is-python3 quilt
  software-properties-common subversion svn swig upx upx-ucl yasm yarn`.split(/\s+/),
);

/** Packages of which only the person can say what they are for, unless a command of the build or the start calls them. */
const TOOL_PACKAGES = new Set(
  'bash bzip2 ca-certificates gettext gettext-base coreutils curl findutils grep gzip jq less nano net-tools procps rsync sed tar unzip util-linux vim wget xz xz-utils zip'.split(
    ' ',
  ),
);

/** What a system package is for. `headers`: it brings a library with it that the program may be linked with. */
export function packageRole(written: string): 'build' | 'headers' | 'tool' | 'runtime' {
  const name = packageName(written);
  if (name.startsWith('.') || BUILD_PACKAGES.has(name) || isOnlyHeaders(name) || isOnlyAlpineHeaders(name))
    return 'build';
  if (
    /^(?:gcc|g\+\+|clang|llvm|cpp|golang|libc6?|musl|linux|libc-|build|python[\d.]*)-?[\d.]*-(?:dev|headers.*|libc-dev)$/.test(
      name,
    )
  )
    return 'build';
  if (/^(?:gcc|g\+\+|clang|cpp|golang|linux-headers|llvm)-?[\d.]+/.test(name) || /^golang/.test(name)) return 'build';
  if (name.endsWith('-headers') || /^lib(?:gcc|stdc\+\+|gfortran|c6)-(?:\d+-dev|dev-i386)$/.test(name)) return 'build';
  if (/-(?:dev|devel)$/.test(name)) return 'headers';
  return TOOL_PACKAGES.has(name) ? 'tool' : 'runtime';
}

/** Whether a package brings a compiler, or what modules are compiled with. */
export function isCompiler(written: string): boolean {
  return /^(?:alpine-sdk|build-base|build-essential|clang|cmake|g\+\+|gcc|make|python[\d.]*|node-gyp)$/.test(
    packageName(written),
  );
}

/** A package's name without version, release and architecture. */
export function packageName(written: string): string {
  if (/^[a-z0-9.+_-]*$/.test(written)) return written;
  return written.replace(/(?<=.)[=<>~@/:].*$/, '').toLowerCase();
}

/** The package that brings a command, where that is not its name. */
const PACKAGE_OF_COMMAND: Readonly<Record<string, string>> = table({
  'locale-gen': 'locales',
  'update-locale': 'locales',
  convert: 'imagemagick',
  dot: 'graphviz',
  ffprobe: 'ffmpeg',
  magick: 'imagemagick',
  nc: 'netcat-openbsd',
  netcat: 'netcat-openbsd',
  nslookup: 'dnsutils',
  dig: 'dnsutils',
  ping: 'iputils-ping',
  ps: 'procps',
  pgrep: 'procps',
  pidof: 'procps',
  netstat: 'net-tools',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  protoc: 'protobuf-compiler',
  soffice: 'libreoffice',
  ss: 'iproute2',
  ssh: 'openssh-client',
  'ssh-keygen': 'openssh-client',
  scp: 'openssh-client',
  hg: 'mercurial',
  svn: 'subversion',
  gpg: 'gnupg',
  'update-ca-certificates': 'ca-certificates',
  psql: 'postgresql-client',
  pg_isready: 'postgresql-client',
  mysql: 'default-mysql-client',
  mysqladmin: 'default-mysql-client',
  identify: 'imagemagick',
  mogrify: 'imagemagick',
  gs: 'ghostscript',
  'redis-cli': 'redis-tools',
  envsubst: 'gettext-base',
  supervisord: 'supervisor',
  supervisorctl: 'supervisor',
});

/** The Debian package that has a command. */
export function debianPackageOf(command: string): string {
  return PACKAGE_OF_COMMAND[command] ?? command;
}

/** Commands that a minimal Debian, and busybox in Alpine, have: shell builtins, coreutils, grep, sed, awk, find. */
const EVERYWHERE = new Set(
  `. : [ [[ alias awk basename break case cat cd chgrp chmod chown command continue cp cut date dd df dirname du echo env eval exec exit
  clear export expr false find getopts grep head hostname id kill let ln local ls mkdir mkfifo mktemp mv nohup nproc printenv printf pwd
  read readlink readonly realpath reset return rm rmdir sed seq set sh shift sleep sort source stat stty sync tail tee test timeout touch
  tr trap true type ulimit umask uname uniq unset until wait wc which while whoami xargs yes sha256sum md5sum tar gzip
  su install egrep fgrep mount umount`.split(/\s+/),
);
const ONLY_DEBIAN = new Set([
  'bash',
  'perl',
  'useradd',
  'groupadd',
  'usermod',
  'groupmod',
  'userdel',
  'chpasswd',
  'ldconfig',
  'apt-get',
  'apt',
  'dpkg',
  'dpkg-reconfigure',
  'localedef',
  'runuser',
  'setpriv',
  'dpkg-reconfigure',
  'flock',
  'ionice',
  'localedef',
  'nice',
  'setsid',
  'stdbuf',
  'taskset',
  'tput',
]);
const ONLY_ALPINE = new Set([
  'ash',
  'adduser',
  'addgroup',
  'deluser',
  'wget',
  'nc',
  'ps',
  'pgrep',
  'netstat',
  'ping',
  'nslookup',
  'apk',
  'vi',
  'less',
  'unzip',
  'pidof',
  'bzip2',
  'xz',
  'top',
  'chpasswd',
]);

/** Whether a slim image of a distribution has a command before anything is installed. */
export function hasCommand(distro: 'debian' | 'alpine', command: string): boolean {
  return EVERYWHERE.has(command) || (distro === 'debian' ? ONLY_DEBIAN : ONLY_ALPINE).has(command);
}

/** The packages with the library itself, separated by blanks; the headers' own package, which depends on it, where that is not known. */
export function libraryPackage(distro: 'debian' | 'alpine', codename: string | undefined, written: string): string {
  const name = packageName(written);
  return (distro === 'alpine' ? alpineLibrary(name) : debianLibrary(name, codename)) ?? written;
}
