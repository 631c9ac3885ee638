/**
 * Debian's package of headers for what programs are linked with: names for `-l`, of pkg-config and of CMake, in lower case. Among them
 * are all of the packages that gcc and buildpack-deps come with.
 */
const ROWS = `
  default-libmysqlclient-dev: mysqlclient mariadb mariadbclient mysql libmariadb
  freetds-dev: sybdb ct freetds
  freeglut3-dev: glut
  libarchive-dev: archive libarchive
  libargon2-dev: argon2 libargon2
  libasound2-dev: asound alsa
  libavcodec-dev: avcodec libavcodec
  libavformat-dev: avformat libavformat
  libavutil-dev: avutil libavutil
  libbsd-dev: bsd libbsd
  libbz2-dev: bz2 bzip2
  libc-ares-dev: cares libcares c-ares
  libcairo2-dev: cairo
  libcap-dev: cap libcap
  libcjson-dev: cjson libcjson
  libconfig++-dev: config++ libconfig++
  libconfig-dev: config libconfig
  libcpprest-dev: cpprest cpprestsdk
  libcrypto++-dev: cryptopp crypto++ libcrypto++
  libcurl4-openssl-dev: curl libcurl
  libdb-dev: db db-5.3 db_cxx
  libdbus-1-dev: dbus-1
  libedit-dev: edit libedit
  libelf-dev: elf libelf
  libev-dev: ev libev
  libevent-dev: event event_core event_extra event_openssl event_pthreads libevent libevent_core libevent_openssl libevent_pthreads
  libexpat1-dev: expat
  libfl-dev: fl
  libfcgi-dev: fcgi fcgi++
  libffi-dev: ffi libffi
  libfftw3-dev: fftw3 fftw3f fftw3l
  libfmt-dev: fmt
  libfreetype-dev: freetype freetype2
  libfuse-dev: fuse
  libfuse3-dev: fuse3
  libgd-dev: gd gdlib
  libgdbm-compat-dev: gdbm_compat
  libgdbm-dev: gdbm
  libgeoip-dev: geoip
  libgflags-dev: gflags
  libgif-dev: gif
  libgit2-dev: git2 libgit2
  libglib2.0-dev: glib-2.0 gio-2.0 gobject-2.0 gthread-2.0 gmodule-2.0 gio-unix-2.0 glib2 glib
  libgmp-dev: gmp gmpxx
  libgnutls28-dev: gnutls
  libgoogle-glog-dev: glog libglog
  libgrpc++-dev: grpc++ grpc
  libgsl-dev: gsl gslcblas
  libhiredis-dev: hiredis
  libicu-dev: icuuc icui18n icudata icuio icu icu-uc icu-i18n icu-io
  libidn2-dev: idn2 libidn2
  libjansson-dev: jansson
  libjemalloc-dev: jemalloc
  libjpeg-dev: jpeg libjpeg turbojpeg libturbojpeg
  libjson-c-dev: json-c
  libjsoncpp-dev: jsoncpp
  libkrb5-dev: krb5 gssapi_krb5 k5crypto com_err gssapi krb5-gssapi gss
  liblapack-dev: lapack
  libblas-dev: blas
  liblcms2-dev: lcms2
  libldap-dev: ldap lber
  libleveldb-dev: leveldb
  liblmdb-dev: lmdb
  liblua5.3-dev: lua5.3 lua53
  liblua5.4-dev: lua5.4 lua54
  libluajit-5.1-dev: luajit luajit-5.1
  liblz4-dev: lz4 liblz4
  liblzma-dev: lzma liblzma
  libmagic-dev: magic libmagic
  libmagickcore-dev: magickcore magickcore-6.q16 magickcore-6
  libmagickwand-dev: magickwand magickwand-6.q16 magickwand-6 imagemagick
  libmaxminddb-dev: maxminddb libmaxminddb
  libmbedtls-dev: mbedtls mbedcrypto mbedx509
  libmicrohttpd-dev: microhttpd libmicrohttpd
  libmnl-dev: mnl libmnl
  libmodbus-dev: modbus libmodbus
  libmongoc-dev: mongoc-1.0 libmongoc-1.0
  libmosquitto-dev: mosquitto libmosquitto
  libmpfr-dev: mpfr
  libncurses-dev: ncurses ncursesw tinfo form menu panel formw menuw panelw curses cursesw
  libnghttp2-dev: nghttp2 libnghttp2
  libnsl-dev: nsl
  libnuma-dev: numa
  libonig-dev: onig oniguruma
  libopenblas-dev: openblas
  libpam0g-dev: pam pam_misc
  libpcap-dev: pcap libpcap
  libpcre2-dev: pcre2-8 pcre2-16 pcre2-32 pcre2-posix libpcre2-8 pcre2
  libpcre3-dev: pcre pcreposix pcrecpp libpcre libpcrecpp
  libpng-dev: png png16 libpng libpng16
  libpopt-dev: popt
  libpq-dev: pq libpq postgresql
  libpqxx-dev: pqxx libpqxx
  libprotobuf-c-dev: protobuf-c libprotobuf-c
  libprotobuf-dev: protobuf protobuf-lite
  libpugixml-dev: pugixml
  librabbitmq-dev: rabbitmq librabbitmq
  librdkafka-dev: rdkafka rdkafka++
  libre2-dev: re2
  libreadline-dev: readline history
  libsasl2-dev: sasl2 libsasl2
  libsdl2-dev: sdl2 sdl2main
  libseccomp-dev: seccomp libseccomp
  libsnappy-dev: snappy
  libsndfile1-dev: sndfile
  libsodium-dev: sodium libsodium
  libspdlog-dev: spdlog
  libsqlite3-dev: sqlite3 sqlite
  libssh2-1-dev: ssh2 libssh2
  libssh-dev: ssh libssh
  libssl-dev: ssl crypto openssl libssl libcrypto
  libsystemd-dev: systemd libsystemd
  libtbb-dev: tbb
  libtiff-dev: tiff libtiff-4
  libtinyxml2-dev: tinyxml2
  libtirpc-dev: tirpc libtirpc
  libudev-dev: udev libudev
  libunwind-dev: unwind libunwind
  liburing-dev: uring liburing
  libusb-1.0-0-dev: usb-1.0 libusb-1.0
  libuv1-dev: uv libuv
  libwebp-dev: webp libwebp webpmux webpdemux
  libwebsockets-dev: websockets libwebsockets
  libx11-dev: x11
  libxcrypt-dev: xcrypt
  libxml2-dev: xml2 libxml2 libxml-2.0
  libxslt1-dev: xslt exslt libxslt libexslt
  libxxhash-dev: xxhash libxxhash
  libyaml-cpp-dev: yaml-cpp
  libyaml-dev: yaml yaml-0.1
  libzip-dev: zip libzip
  libzmq3-dev: zmq libzmq zeromq cppzmq
  libzstd-dev: zstd libzstd
  unixodbc-dev: odbc odbcinst
  uuid-dev: uuid libuuid
  zlib1g-dev: z zlib
`;

const headers = new Map<string, string>();
for (const row of ROWS.trim().split('\n')) {
  const [name = '', names = ''] = row.trim().split(': ');
  for (const one of names.split(' ')) headers.set(one, name);
}

/** Of the C library, of the compiler, or of every Debian: and what is only for building. */
const NOTHING = new Set(
  `m y pthread dl rt util c gcc gcc_s stdc++ stdc++fs resolv anl crypt supc++ threads pkgconfig git doxygen gtest gmock gtest_main
  gmock_main googletest benchmark pythoninterp bison flex catch2 doctest nlohmann_json eigen3 rapidjson glm cli11
  cxxopts cereal asio cppcheck clangformat clangtidy ccache check cunit cmocka subunit cppunit unity gcov asan`.split(
    /\s+/,
  ),
);

/** What a name says that something is linked with. */
export type Linked =
  /** Nothing that the runtime has to have. */
  | { readonly kind: 'none' }
  /** A library of the compiler's, in a package of its own. */
  | { readonly kind: 'compiler'; readonly library: CompilerLibrary }
  /** One behind a package of headers. */
  | { readonly kind: 'headers'; readonly name: string };

export type CompilerLibrary = 'openmp' | 'atomic' | 'fortran' | 'quadmath' | 'asan' | 'ubsan' | 'tsan' | 'objc';

/** Reads a name that `-l`, pkg-config or CMake has for a library; undefined when it is not known. */
export function readLinked(written: string): Linked | undefined {
  const boost = /^(?:Boost::|boost_)(\w+)$/.exec(written)?.[1];
  if (boost !== undefined) {
    const part = boost.replaceAll('_', '-');
    if (/^(?:boost|headers|disable-autolinking|dynamic-linking|diagnostic-definitions)$/.test(part))
      return { kind: 'none' };
    return { kind: 'headers', name: `libboost-${part.replace(/^unit-test-framework|^prg-exec-monitor/, 'test')}-dev` };
  }
  const [name = '', part] = written.toLowerCase().split('::');
  if (name === 'boost') return { kind: 'none' };
  if (name === 'gomp' || name === 'openmp') return { kind: 'compiler', library: 'openmp' };
  if (name === 'atomic') return { kind: 'compiler', library: 'atomic' };
  if (name === 'gfortran') return { kind: 'compiler', library: 'fortran' };
  if (name === 'quadmath') return { kind: 'compiler', library: 'quadmath' };
  if (name === 'asan' || name === 'ubsan' || name === 'tsan') return { kind: 'compiler', library: name };
  if (name === 'objc') return { kind: 'compiler', library: 'objc' };
  const found = headers.get(name) ?? (part === undefined ? undefined : headers.get(part));
  if (found !== undefined) return { kind: 'headers', name: found };
  return NOTHING.has(name) ? { kind: 'none' } : undefined;
}

const DEBIAN_LIBRARIES: Readonly<Record<CompilerLibrary, string | readonly [string, string, string]>> = {
  openmp: 'libgomp1',
  atomic: 'libatomic1',
  fortran: 'libgfortran5',
  quadmath: 'libquadmath0',
  asan: ['libasan6', 'libasan8', 'libasan8'],
  ubsan: 'libubsan1',
  tsan: ['libtsan0', 'libtsan2', 'libtsan2'],
  objc: 'libobjc4',
};

/** The package with a library of the compiler's; undefined where its name is not known. */
export function compilerPackage(
  library: CompilerLibrary,
  distro: 'debian' | 'alpine',
  codename: string | undefined,
): string | undefined {
  const known = DEBIAN_LIBRARIES[library];
  if (distro === 'alpine') return typeof known === 'string' ? known.replace(/\d+$/, '') : undefined;
  return typeof known === 'string' ? known : known[['bullseye', 'bookworm', 'trixie'].indexOf(codename ?? '')];
}
