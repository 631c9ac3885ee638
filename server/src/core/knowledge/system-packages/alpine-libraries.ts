/**
 * Alpine's packages with the libraries behind headers, where the name is the same in all releases that still get updates:
 * of others the headers' own package, which depends on the library, is the one to name.
 */
const ROWS = `
  argon2-dev argon2-libs; bzip2-dev libbz2; c-ares-dev c-ares; cairo-dev cairo; cjson-dev cjson; curl-dev libcurl;
  cyrus-sasl-dev libsasl; czmq-dev czmq; db-dev db; dbus-dev dbus-libs; eudev-dev eudev-libs; expat-dev expat; fcgi-dev fcgi;
  fftw-dev fftw; file-dev libmagic; fmt-dev fmt; fontconfig-dev fontconfig; freetds-dev freetds; freetype-dev freetype; gdbm-dev gdbm;
  gd-dev gd; geoip-dev geoip; gettext-dev gettext-libs; giflib-dev giflib; glib-dev glib; gmp-dev gmp; gnutls-dev gnutls;
  hiredis-dev hiredis; icu-dev icu-libs; jansson-dev jansson; jemalloc-dev jemalloc; json-c-dev json-c; jsoncpp-dev jsoncpp;
  krb5-dev krb5-libs; leveldb-dev leveldb; libaio-dev libaio; libarchive-dev libarchive; libbsd-dev libbsd; libcap-dev libcap;
  libedit-dev libedit; libev-dev libev; libevent-dev libevent; libffi-dev libffi; libgcrypt-dev libgcrypt; libgit2-dev libgit2;
  libidn2-dev libidn2; libjpeg-turbo-dev libjpeg-turbo; libmemcached-dev libmemcached-libs; libmicrohttpd-dev libmicrohttpd;
  libmnl-dev libmnl; libnl3-dev libnl3; libpcap-dev libpcap; libpng-dev libpng; libpq-dev libpq; libpqxx-dev libpqxx;
  librdkafka-dev librdkafka; libseccomp-dev libseccomp; libsndfile-dev libsndfile; libsodium-dev libsodium; libssh-dev libssh;
  libssh2-dev libssh2; libunwind-dev libunwind; libusb-dev libusb; libuv-dev libuv; libwebp-dev libwebp; libwebsockets-dev libwebsockets;
  libxml2-dev libxml2; libxslt-dev libxslt; libyaml-dev libyaml; libzip-dev libzip; lmdb-dev lmdb; lua5.3-dev lua5.3-libs;
  lua5.4-dev lua5.4-libs; luajit-dev luajit; lz4-dev lz4-libs; lzo-dev lzo; mariadb-connector-c-dev mariadb-connector-c;
  mariadb-dev mariadb-connector-c; mbedtls-dev mbedtls; mosquitto-dev mosquitto-libs; ncurses-dev ncurses-libs; nettle-dev nettle;
  nghttp2-dev nghttp2-libs; oniguruma-dev oniguruma; openldap-dev libldap; opus-dev opus; pcre-dev pcre; pcre2-dev pcre2;
  postgresql-dev libpq; readline-dev readline; rocksdb-dev rocksdb; sdl2-dev sdl2; snappy-dev snappy; spdlog-dev spdlog;
  sqlite-dev sqlite-libs; tiff-dev tiff; tinyxml2-dev tinyxml2; unixodbc-dev unixodbc; vips-dev vips; xz-dev xz-libs; yaml-cpp-dev yaml-cpp;
  yaml-dev yaml; zeromq-dev libzmq; zlib-dev zlib; zstd-dev zstd-libs
`;

/** Headers alone. */
const ONLY_HEADERS = new Set(
  'asio-dev catch2 cli11-dev cxxopts-dev doctest-dev eigen-dev glm-dev gtest-dev nlohmann-json rapidjson-dev uthash-dev'.split(
    ' ',
  ),
);

const libraries = new Map<string, string>();
for (const row of ROWS.trim().split(/;\s+/)) {
  const [headers = '', library = ''] = row.trim().split(/\s+/);
  libraries.set(headers, library);
}

/** The package with the library that headers are for; undefined where it is not known. */
export function alpineLibrary(headers: string): string | undefined {
  return libraries.get(headers);
}

/** Whether a package has nothing that a program needs at run time. */
export function isOnlyAlpineHeaders(name: string): boolean {
  return ONLY_HEADERS.has(name);
}
