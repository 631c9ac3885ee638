import { table } from '../../../text/table';
import { debianLibrary } from '../../system-packages/debian-libraries';
import type { Requirement } from './requirements';

/**
 * Rows of `distribution: what …`: what a distribution needs of the system when it runs, as its wheels do not bring it. A name that ends
 * with `-dev` stands for the library that belongs to these headers; `@tool` is a command that it calls.
 */
const ALWAYS = `
  cairocffi: libcairo2
  cairosvg: libcairo2
  gitpython: @git
  dvc: @git
  gitlint: @git
  pre-commit: @git
  lightgbm: libgomp1
  mysqlclient: libmariadb-dev
  flask-mysqldb: libmariadb-dev
  opencv-python: libgl1 libglib2.0-0
  opencv-contrib-python: libgl1 libglib2.0-0
  opencv-python-headless: libglib2.0-0
  opencv-contrib-python-headless: libglib2.0-0
  psycopg2: libpq-dev
  psycopg-c: libpq-dev
  pgcli: libpq-dev
  pycairo: libcairo2
  pycurl: libcurl4-openssl-dev
  pygraphviz: graphviz
  pylibmc: libmemcached-dev
  pyodbc: unixodbc-dev
  python-ldap: libldap-dev
  django-auth-ldap: libldap-dev
  python-magic: libmagic-dev
  python-snappy: libsnappy-dev
  python-systemd: libsystemd-dev
  systemd-python: libsystemd-dev
  pyvips: libvips-dev
  pyzbar: libzbar0
  pylibdmtx: libdmtx0b
  soundfile: libsndfile1
  sounddevice: libportaudio2
  pyaudio: libportaudio2
  pyusb: libusb-1.0-0-dev
  libusb1: libusb-1.0-0-dev
  hidapi: libusb-1.0-0-dev
  weasyprint: libpango-1.0-0 libpangoft2-1.0-0 libpangocairo-1.0-0 libgdk-pixbuf-2.0-0 libharfbuzz-subset0
  django-weasyprint: libpango-1.0-0 libpangoft2-1.0-0 libpangocairo-1.0-0 libgdk-pixbuf-2.0-0 libharfbuzz-subset0
  xmlsec: libxmlsec1-dev
  python3-saml: libxmlsec1-dev
  uwsgi: libxml2-dev libpcre
  gssapi: libgssapi-krb5-2
  pykerberos: libgssapi-krb5-2
  kerberos: libgssapi-krb5-2
  requests-kerberos: libgssapi-krb5-2
  m2crypto: libssl-dev
  rocksdb: librocksdb-dev
  wand: libmagickwand
  vtk: libgl1 libxrender1
  pyvista: libgl1 libxrender1
  open3d: libgl1 libgomp1 libx11-6
  mayavi: libgl1 libxrender1
  pyqt5: libgl1 libglib2.0-0
  pyqt6: libgl1 libegl1 libglib2.0-0
  pyside2: libgl1 libglib2.0-0
  pyside6: libgl1 libegl1 libglib2.0-0
`;

/** Distributions that people build from source for want of a wheel, and the headers that they are built with. */
const FROM_SOURCE = `
  lxml: libxml2-dev libxslt1-dev
  pillow: libjpeg-dev zlib1g-dev libfreetype-dev libtiff libwebp libwebpmux3 libwebpdemux2 libopenjp2-7 liblcms2-2 libxcb1
  cryptography: libssl-dev
  cffi: libffi-dev
  pyyaml: libyaml-dev
  pyzmq: libzmq3-dev
  confluent-kafka: librdkafka-dev
  psycopg2-binary: libpq-dev
  pynacl: libsodium-dev
  scipy: libgfortran5
  scikit-learn: libgomp1
  h5py: libhdf5
  shapely: libgeos-c1v5
  fiona: libgdal
  rasterio: libgdal
`;

/** Distributions that compile when they run, or that need more of the system than is known. */
const NEEDS_TOOLS: Readonly<Record<string, string>> = table({
  cmdstanpy: 'compiles models when it runs',
  codon: 'compiles when it runs',
  cppyy: 'compiles when it runs',
  gdal: 'has to match the GDAL of the system',
  jupyter: 'lets people install more from notebooks',
  jupyterlab: 'lets people install more from notebooks',
  notebook: 'lets people install more from notebooks',
  jupyterhub: 'lets people install more from notebooks',
  'apache-airflow': 'runs programs of its tasks, which are not known',
  playwright: 'needs a browser and its libraries',
  'pytest-playwright': 'needs a browser and its libraries',
  pyppeteer: 'needs a browser and its libraries',
  pyinstaller: 'needs the tools of a compiler when it runs',
  pymc3: 'compiles models when it runs',
  pymc: 'compiles models when it runs',
  pygobject: 'loads libraries of the system that are not known',
  pystan: 'compiles models when it runs',
  theano: 'compiles when it runs',
  'theano-pymc': 'compiles when it runs',
  aesara: 'compiles when it runs',
  pytensor: 'compiles when it runs',
  selenium: 'needs a browser and its driver',
  'undetected-chromedriver': 'needs a browser and its driver',
  'mod-wsgi': 'is linked with the Apache of the system',
  'oracledb-thick': 'needs libraries of Oracle',
  'cx-oracle': 'needs libraries of Oracle',
  ray: 'runs programs of its tasks, which are not known',
  buildbot: 'runs programs of its builds, which are not known',
  'buildbot-worker': 'runs programs of its builds, which are not known',
  ansible: 'runs programs of its tasks, which are not known',
  'ansible-core': 'runs programs of its tasks, which are not known',
});

function toTable(rows: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    rows
      .trim()
      .split('\n')
      .map((row): [string, string[]] => {
        const [name = '', needs = ''] = row.trim().split(/:\s*/);
        return [name, needs.split(' ').filter((one) => one !== '')];
      }),
  );
}

const always = toTable(ALWAYS);
const fromSource = toTable(FROM_SOURCE);

/** Extras that bring a distribution of the tables: `sqlalchemy[postgresql]` is psycopg2. */
const EXTRAS: Readonly<Record<string, Readonly<Record<string, string>>>> = table<Readonly<Record<string, string>>>({
  sqlalchemy: { postgresql: 'psycopg2', 'postgresql-psycopg2': 'psycopg2', mysql: 'mysqlclient', mssql: 'pyodbc' },
  psycopg: { c: 'psycopg-c' },
  'apache-superset': { postgres: 'psycopg2', mysql: 'mysqlclient' },
  requests: { kerberos: 'requests-kerberos' },
});

/** The first versions with wheels for a minor version of Python 3: what is older is compiled. */
const WHEELS: Readonly<Record<string, Readonly<Record<number, string>>>> = table<Readonly<Record<number, string>>>({
  lxml: { 8: '4.4.1', 9: '4.6.1', 10: '4.6.4', 11: '4.9.2', 12: '4.9.3', 13: '5.3.0', 14: '6.0.0' },
  pillow: { 8: '6.2.0', 9: '8.0.0', 10: '8.3.2', 11: '9.3.0', 12: '10.1.0', 13: '11.0.0', 14: '12.0.0' },
  'psycopg2-binary': { 8: '2.8.4', 9: '2.8.6', 10: '2.9.2', 11: '2.9.5', 12: '2.9.9', 13: '2.9.10', 14: '2.9.11' },
  pyyaml: { 8: '5.2', 9: '5.4', 10: '6.0', 11: '6.0', 12: '6.0.1', 13: '6.0.2', 14: '6.0.3' },
  cffi: { 8: '1.13.0', 9: '1.14.3', 10: '1.15.0', 11: '1.15.1', 12: '1.16.0', 13: '1.17.0', 14: '2.0.0' },
  pyzmq: { 8: '18.1.0', 9: '20.0.0', 10: '22.3.0', 11: '24.0.0', 12: '25.1.1', 13: '26.1.0', 14: '27.0.0' },
  'confluent-kafka': { 8: '1.3.0', 9: '1.6.0', 10: '1.8.2', 11: '2.0.2', 12: '2.3.0', 13: '2.6.1', 14: '2.12.0' },
  numpy: { 8: '1.17.3', 9: '1.19.3', 10: '1.21.3', 11: '1.23.3', 12: '1.26.0', 13: '2.1.0', 14: '2.3.3' },
  scipy: { 8: '1.3.2', 9: '1.5.4', 10: '1.7.2', 11: '1.9.2', 12: '1.11.2', 13: '1.14.1', 14: '1.16.1' },
  'scikit-learn': { 8: '0.22', 9: '0.24', 10: '1.0.2', 11: '1.2.0', 12: '1.3.1', 13: '1.5.2', 14: '1.7.2' },
  h5py: { 8: '2.10.0', 9: '3.1.0', 10: '3.5.0', 11: '3.8.0', 12: '3.10.0', 13: '3.12.0', 14: '3.15.0' },
  shapely: { 8: '1.7.0', 9: '1.8.0', 10: '1.8.0', 11: '1.8.5', 12: '2.0.2', 13: '2.0.7', 14: '2.1.2' },
});

function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((one) => one.split('.').map((part) => Number.parseInt(part, 10) || 0)) as [
    number[],
    number[],
  ];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** What distributions need of the system. */
export interface SystemNeeds {
  /** Names of packages. */
  readonly packages: readonly string[];
  readonly commands: readonly string[];
  /** Why it can't be told what they need; a clause with the distribution as its subject. */
  readonly unknown?: string;
  /** Whether that is for want of a package's name. */
  readonly missing?: boolean;
}

/** What distributions need at run time of a Debian release, beyond what the slim images of Python have. */
export function systemNeeds(
  requirements: readonly Requirement[],
  minor: number | undefined,
  codename: string | undefined,
): SystemNeeds {
  const packages = new Set<string>();
  const commands = new Set<string>();
  const names = new Set(requirements.map(({ name }) => name));
  const expanded = requirements.flatMap((one): Requirement[] => [
    one,
    ...one.extras.flatMap((extra) => {
      const name = EXTRAS[one.name]?.[extra];
      return name === undefined ? [] : [{ name, extras: [], fromSource: false }];
    }),
  ]);
  for (const { name, extras, version, fromSource: compiled } of expanded) {
    const reason = NEEDS_TOOLS[name];
    if (reason !== undefined) return { packages: [], commands: [], unknown: `${name} ${reason}` };
    // Without its compiled or its bundled half it loads the library of the system.
    const libpq = name === 'psycopg' && !extras.includes('binary') && !names.has('psycopg-binary');
    const first = minor === undefined ? undefined : WHEELS[name]?.[minor];
    const isCompiled = compiled || (version !== undefined && first !== undefined && isOlder(version, first));
    const needs = [
      ...(always.get(name) ?? []),
      ...(libpq ? ['libpq-dev'] : []),
      ...(isCompiled ? (fromSource.get(name) ?? []) : []),
    ];
    for (const need of needs) {
      if (need.startsWith('@')) {
        commands.add(need.slice(1));
        continue;
      }
      const found = packageOf(need, codename);
      if (found === undefined)
        return {
          packages: [],
          commands: [],
          unknown: `${name} needs ${need.replace(/-dev$/, '')}, whose package in this release is not known`,
          missing: true,
        };
      packages.add(found);
    }
  }
  return { packages: [...packages], commands: [...commands] };
}

/** Libraries whose packages are called otherwise from release to release, by release. */
const BY_RELEASE: Readonly<Record<string, Readonly<Record<string, string>>>> = table<Readonly<Record<string, string>>>({
  'libldap-dev': { bullseye: 'libldap-2.4-2', bookworm: 'libldap-2.5-0', trixie: 'libldap2' },
  'libmemcached-dev': {
    bullseye: 'libmemcached11',
    bookworm: 'libmemcached11',
    trixie: 'libmemcached11t64',
    stable: 'libmemcached11',
  },
  'libxmlsec1-dev': {
    bullseye: 'libxmlsec1-openssl',
    bookworm: 'libxmlsec1-openssl',
    trixie: 'libxmlsec1-openssl',
    stable: 'libxmlsec1-openssl',
  },
  'librocksdb-dev': { bullseye: 'librocksdb6.11', bookworm: 'librocksdb7.8' },
  libmagickwand: {
    bullseye: 'libmagickwand-6.q16-6',
    bookworm: 'libmagickwand-6.q16-6',
    trixie: 'libmagickwand-7.q16-10',
  },
  'libgeos-c1v5': { bullseye: 'libgeos-c1v5', bookworm: 'libgeos-c1v5', trixie: 'libgeos-c1t64' },
  libtiff: { bullseye: 'libtiff5', bookworm: 'libtiff6', trixie: 'libtiff6', stable: 'libtiff6' },
  libwebp: { bullseye: 'libwebp6', bookworm: 'libwebp7', trixie: 'libwebp7', stable: 'libwebp7' },
  libpcre: {
    bullseye: 'libpcre3',
    bookworm: 'libpcre2-8-0',
    trixie: 'libpcre2-8-0',
    stable: 'libpcre2-8-0',
  },
  libgdal: { bullseye: 'libgdal28', bookworm: 'libgdal32', trixie: 'libgdal36' },
  libhdf5: { bullseye: 'libhdf5-103-1', bookworm: 'libhdf5-103-1', trixie: 'libhdf5-310' },
  'libharfbuzz-subset0': {
    bookworm: 'libharfbuzz-subset0',
    trixie: 'libharfbuzz-subset0',
    stable: 'libharfbuzz-subset0',
  },
});

/** The package of a library in a Debian release; undefined when it is not known. */
export function packageOf(need: string, codename: string | undefined): string | undefined {
  const byRelease = BY_RELEASE[need];
  if (byRelease) return codename === undefined ? undefined : byRelease[codename];
  return need.endsWith('-dev') ? debianLibrary(need, codename) : need;
}

/** Libraries by the name that a program loads or links them by; those that every image of Python has stand for nothing. */
const BY_LIBRARY: Readonly<Record<string, string>> = table({
  ...Object.fromEntries(
    'c m dl rt util pthread z stdc++ gcc_s resolv crypt nsl expat uuid ncursesw ncurses tinfo readline bz2 lzma sqlite3 ffi ssl crypto gdbm db expatw panelw history atomic_ops'
      .split(' ')
      .map((name) => [name, '']),
  ),
  GL: 'libgl1',
  archive: 'libarchive-dev',
  asound: 'libasound2-dev',
  cairo: 'libcairo2',
  curl: 'libcurl4-openssl-dev',
  gmp: 'libgmp10',
  gomp: 'libgomp1',
  'glib-2.0': 'libglib2.0-0',
  'gobject-2.0': 'libglib2.0-0',
  icuuc: 'libicu-dev',
  jansson: 'libjansson-dev',
  jpeg: 'libjpeg-dev',
  'json-c': 'libjson-c-dev',
  lz4: 'liblz4-dev',
  magic: 'libmagic-dev',
  mariadb: 'libmariadb-dev',
  mpfr: 'libmpfr6',
  mysqlclient: 'libmariadb-dev',
  odbc: 'unixodbc-dev',
  openblas: 'libopenblas0',
  'pango-1.0': 'libpango-1.0-0',
  pcap: 'libpcap-dev',
  png: 'libpng-dev',
  png16: 'libpng-dev',
  portaudio: 'libportaudio2',
  pq: 'libpq-dev',
  protobuf: 'libprotobuf-dev',
  rdkafka: 'librdkafka-dev',
  sndfile: 'libsndfile1',
  snappy: 'libsnappy-dev',
  sodium: 'libsodium-dev',
  systemd: 'libsystemd-dev',
  'usb-1.0': 'libusb-1.0-0-dev',
  uv: 'libuv1-dev',
  vips: 'libvips-dev',
  xml2: 'libxml2-dev',
  xslt: 'libxslt1-dev',
  exslt: 'libxslt1-dev',
  yaml: 'libyaml-dev',
  zbar: 'libzbar0',
  zmq: 'libzmq3-dev',
  zstd: 'libzstd-dev',
  freetype: 'libfreetype-dev',
  gfortran: 'libgfortran5',
});

/** The package with a library that is loaded by its name; empty where every image has it, undefined when it is not known. */
export function packageOfLibrary(name: string, codename: string | undefined): string | undefined {
  const need = BY_LIBRARY[name];
  return need === undefined || need === '' ? need : packageOf(need, codename);
}
