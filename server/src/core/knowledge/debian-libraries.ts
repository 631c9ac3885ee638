/** The releases of the table below, oldest first. */
const RELEASES: readonly (string | undefined)[] = ['bullseye', 'bookworm', 'trixie'];

/**
 * The package with the shared library that programs are linked with by some headers: one name where all releases have the same,
 * otherwise one for each of the releases above. `t64` at the end of a name is no other library on 64-bit systems, and such a package
 * goes by the name without it too.
 */
const ROWS = `
  default-libmysqlclient-dev libmariadb3
  libarchive-dev libarchive13 libarchive13 libarchive13t64
  libasound2-dev libasound2 libasound2 libasound2t64
  libbz2-dev libbz2-1.0
  libcjson-dev libcjson1
  libcurl4-gnutls-dev libcurl3-gnutls libcurl3-gnutls libcurl3t64-gnutls
  libcurl4-openssl-dev libcurl4 libcurl4 libcurl4t64
  libdbus-1-dev libdbus-1-3
  libedit-dev libedit2
  libelf-dev libelf1 libelf1 libelf1t64
  libevdev-dev libevdev2
  libexpat1-dev libexpat1
  libffi-dev libffi7 libffi8 libffi8
  libfontconfig-dev libfontconfig1
  libfontconfig1-dev libfontconfig1
  libfreetype-dev libfreetype6
  libfreetype6-dev libfreetype6
  libgit2-dev libgit2-1.1 libgit2-1.5 libgit2-1.9
  libicu-dev libicu67 libicu72 libicu76
  libjansson-dev libjansson4
  libjpeg-dev libjpeg62-turbo
  libjpeg62-turbo-dev libjpeg62-turbo
  libjson-c-dev libjson-c5
  liblz4-dev liblz4-1
  liblzma-dev liblzma5
  libmagic-dev libmagic1 libmagic1 libmagic1t64
  libmariadb-dev libmariadb3
  libmariadb-dev-compat libmariadb3
  libmicrohttpd-dev libmicrohttpd12 libmicrohttpd12 libmicrohttpd12t64
  libmosquitto-dev libmosquitto1
  libopus-dev libopus0
  libpam0g-dev libpam0g
  libpcap-dev libpcap0.8 libpcap0.8 libpcap0.8t64
  libpng-dev libpng16-16 libpng16-16 libpng16-16t64
  libpq-dev libpq5
  libprotobuf-dev libprotobuf23 libprotobuf32 libprotobuf32t64
  librdkafka-dev librdkafka1
  libreadline-dev libreadline8 libreadline8 libreadline8t64
  libseccomp-dev libseccomp2
  libsnappy-dev libsnappy1v5
  libsodium-dev libsodium23
  libsqlite3-dev libsqlite3-0
  libssh2-1-dev libssh2-1 libssh2-1 libssh2-1t64
  libssl-dev libssl1.1 libssl3 libssl3t64
  libsystemd-dev libsystemd0
  libudev-dev libudev1
  libusb-1.0-0-dev libusb-1.0-0
  libuv1-dev libuv1 libuv1 libuv1t64
  libvips-dev libvips42 libvips42 libvips42t64
  libxml2-dev libxml2
  libxslt1-dev libxslt1.1
  libyaml-dev libyaml-0-2
  libzmq3-dev libzmq5
  libzstd-dev libzstd1
  unixodbc-dev libodbc1 libodbc2 libodbc2
  zlib1g-dev zlib1g
`;

const libraries = new Map<string, readonly string[]>();
for (const row of ROWS.trim().split('\n')) {
  const [headers = '', first = '', ...others] = row.trim().split(' ');
  libraries.set(headers, others.length > 0 ? [first, ...others] : RELEASES.map(() => first));
}

/**
 * The package of a Debian release with the library that headers are for; undefined where it is not known. A release that moves on
 * (`stable`) gets the name that all of the newer ones know.
 */
export function debianLibrary(headers: string, codename: string | undefined): string | undefined {
  const names = libraries.get(headers);
  const at = RELEASES.indexOf(codename);
  if (!names || at !== -1) return names?.[at];
  return codename === 'stable' && plain(names[1]!) === plain(names[2]!) ? names[1] : undefined;
}

/** Whether what is linked with a library of one Debian release finds the same one in another, newer release. */
export function isSameLibrary(headers: string, built: string, runs: string): boolean {
  if (built === runs) return true;
  const [one, other] = [debianLibrary(headers, built), debianLibrary(headers, runs)];
  return one !== undefined && other !== undefined && plain(one) === plain(other);
}

function plain(name: string): string {
  return name.replace(/t64(?=$|-)/, '');
}
