import { table } from '../../../text/table';
import type { ProjectFiles } from '../../ecosystem';
import { below } from '../../images/image-paths';
import { debianLibrary } from '../../system-packages/debian-libraries';

/** The gems of a project, by its manifests. */
export interface Gems {
  readonly names: ReadonlySet<string>;
  /** Those of which no lock file tells what gems they ask for. */
  readonly loose: ReadonlySet<string>;
}

const LOCKED = /^ {4}([\w.-]+) \(/gm;
const NAMED = /^\s*gem[\s(]+['"]([\w.-]+)['"]/gm;
const DEPENDENCY = /\.add_(?:runtime_)?dependency[\s(]+['"]([\w.-]+)['"]/g;

/** The gems that a project's Gemfile names, and those that its lock file resolves; undefined when there is neither. */
export function readGems(files: ProjectFiles, root: string): Gems | undefined {
  const lock = files.read(below(root, 'Gemfile.lock')) ?? files.read(below(root, 'gems.locked'));
  const gemfile = files.read(below(root, 'Gemfile')) ?? files.read(below(root, 'gems.rb'));
  if (lock === undefined && gemfile === undefined) return undefined;
  const specs = (files.below(root) ?? []).filter((path) => /\.gemspec$/.test(path) && !/\/vendor\//.test(path));
  const texts = specs.map((path) => files.read(path) ?? '');
  const names = [
    ...[...(lock ?? '').matchAll(LOCKED)].map((match) => match[1]!),
    ...[...(gemfile ?? '').matchAll(NAMED)].map((match) => match[1]!),
    ...texts.flatMap((text) => [...text.matchAll(DEPENDENCY)].map((match) => match[1]!)),
  ];
  return { names: new Set(names), loose: new Set(lock === undefined ? names : []) };
}

/** Gems whose sources lie in the project, and what they ask for. */
export function readOwnGems(files: ProjectFiles, directory: string): { names: string[]; dependencies: string[] } {
  const texts = (files.below(directory) ?? [])
    .filter((path) => /\.gemspec$/.test(path))
    .map((path) => files.read(path) ?? '');
  return {
    names: texts.flatMap((text) => /\.name\s*=\s*['"]([\w.-]+)['"]/.exec(text)?.[1] ?? []),
    dependencies: texts.flatMap((text) => [...text.matchAll(DEPENDENCY)].map((match) => match[1]!)),
  };
}

/**
 * What gems are linked with, or open by themselves, that Ruby's slim image lacks. A name that ends in `-dev` stands for the library that
 * those headers are for; others are packages as they are.
 */
const ROWS = `
  libpq-dev: pg do_postgres
  default-libmysqlclient-dev: mysql2 mysql do_mysql
  libsqlite3-dev: sqlite3 do_sqlite3 amalgalite extralite
  libcurl4-openssl-dev: ethon typhoeus curb patron rdkafka
  libicu-dev: charlock_holmes ffi-icu icu icunicode
  libsodium-dev: rbnacl libsodium
  libmagic-dev: ruby-filemagic filemagic magic
  libzmq3-dev: ffi-rzmq cztop rbczmq
  libsnappy-dev: snappy
  libxml2-dev: libxml-ruby libxslt-ruby
  libxslt1-dev: libxslt-ruby
  libarchive-dev: ffi-libarchive libarchive
  libgit2-dev:
  libvips-dev:
  libusb-1.0-0-dev: libusb
  libsybdb5: tiny_tds
  libncursesw6: curses ncursesw ncurses-ruby
  libtag1v5: taglib-ruby
  libgdbm6: gdbm
  libdb5.3: dbm
  liblmdb0:
  libsasl2-2: rdkafka
  librsvg2-2: rsvg2 gir_ffi
  libcairo2: cairo rcairo
  libpango-1.0-0: pango
  libopenblas0: numo-linalg
  libgsl27: gsl rb-gsl
  libkrb5-3: rkerberos timfel-krb5-auth
  libpcap-dev: pcaprub
  unixodbc-dev: ruby-odbc
  imagemagick: rmagick mini_magick paperclip kt-paperclip quick_magick dragonfly
  file: paperclip kt-paperclip
  shared-mime-info: mimemagic
  libxrender1: wkhtmltopdf-binary
  libfontconfig1: wkhtmltopdf-binary
  libxext6: wkhtmltopdf-binary
  libjpeg62-turbo: wkhtmltopdf-binary
`;

const packagesOf = new Map<string, string[]>();
for (const row of ROWS.trim().split('\n')) {
  const [name = '', gems = ''] = row.trim().split(/:\s*/);
  for (const gem of gems.split(' ').filter((one) => one !== '')) {
    packagesOf.set(gem, [...(packagesOf.get(gem) ?? []), name]);
  }
}

/** Gems that, with all that they ask for themselves, need nothing of the system but what the rows above say. */
const PLAIN = new Set(
  `actionpack activerecord activesupport rails railties rake bundler rack rackup rack-test rack-cors rack-protection sinatra sinatra-contrib
  sinatra-activerecord puma thin unicorn webrick falcon foreman dotenv dotenv-rails json oj msgpack nokogiri redis hiredis redis-rails
  sidekiq sidekiq-cron resque delayed_job bcrypt jwt devise pundit cancancan kaminari pagy will_paginate faraday httparty rest-client
  http excon net-http net-smtp net-imap net-pop mail slim haml erubi tilt liquid kramdown redcarpet commonmarker jbuilder rabl
  active_model_serializers bootsnap byebug debug pry pry-rails pry-byebug irb rspec rspec-rails minitest test-unit rubocop
  rubocop-rails rubocop-rspec capybara selenium-webdriver web-console listen spring spring-watcher-listen spring-commands-rspec factory_bot factory_bot_rails faker
  database_cleaner simplecov sass sassc sassc-rails sass-rails sprockets sprockets-rails importmap-rails turbo-rails stimulus-rails
  turbolinks jquery-rails tzinfo tzinfo-data i18n concurrent-ruby grape roda hanami sequel aws-sdk aws-sdk-s3 bunny mongo mongoid
  elasticsearch graphql rack-attack lograge sentry-ruby sentry-raven newrelic_rpm prometheus-client thor tty-prompt colorize rainbow
  jekyll jekyll-feed jekyll-seo-tag minima ffi csv bigdecimal base64 logger ostruct mutex_m nkf rexml racc zeitwerk
  solid_queue solid_cache solid_cable kamal thruster propshaft image_processing tailwindcss-rails dry-validation dry-types`.split(
    /\s+/,
  ),
);

/** A gem of which it is not known what it asks for, where no lock file tells; undefined where there is none. */
export function unknownGem({ loose }: Gems): string | undefined {
  return [...loose].find(
    (name) =>
      !PLAIN.has(name) &&
      !packagesOf.has(name) &&
      !SCRIPT_GEMS.includes(name) &&
      !SCRIPT_ENGINES.includes(name) &&
      !BUNDLERS.includes(name),
  );
}

/** Gems for which a file alone does not tell what they need of the system. */
const UNTOLD: Readonly<Record<string, string>> = table({
  passenger: 'compiles parts of itself when it starts',
  grover: 'needs a browser',
  ferrum: 'needs a browser',
  'puppeteer-ruby': 'needs a browser',
  'ruby-oci8': "needs Oracle's client",
  'activerecord-oracle_enhanced-adapter': "needs Oracle's client",
});

/** Why what gems need can't be told; undefined when it can. */
export function untoldGem({ names }: Gems): string | undefined {
  const found = Object.keys(UNTOLD).find((name) => names.has(name));
  return found && `The gem ${found} ${UNTOLD[found]}`;
}

/** System packages of a Debian release that gems need; a name as it is written where the library is not known. */
export function packagesForGems({ names }: Gems, codename: string | undefined): string[] {
  const wanted = [...names].flatMap((gem) => packagesOf.get(gem) ?? []);
  return [...new Set(wanted.map((name) => (name.endsWith('-dev') ? (debianLibrary(name, codename) ?? name) : name)))];
}

/** Alpine's packages for the same; what the author's own `-dev` packages tell is left to them. */
const ALPINE: Readonly<Record<string, string>> = table({
  pg: 'libpq',
  mysql2: 'mariadb-connector-c',
  sqlite3: 'sqlite-libs',
  ethon: 'libcurl',
  rmagick: 'imagemagick',
  'ruby-filemagic': 'libmagic',
  mimemagic: 'shared-mime-info',
  charlock_holmes: 'icu-libs',
  rbnacl: 'libsodium',
});

/** Alpine's packages that gems need. */
export function alpinePackagesForGems({ names }: Gems): string[] {
  return [...names].flatMap((gem) => ALPINE[gem] ?? []);
}

const SCRIPT_ENGINES = ['mini_racer', 'therubyracer', 'therubyrhino', 'duktape', 'quickjs'];
const SCRIPT_GEMS =
  `execjs uglifier coffee-rails coffee-script autoprefixer-rails babel-transpiler sprockets-es6 terser react-rails less-rails
  handlebars_assets skim haml_coffee_assets closure-compiler-rails bootstrap`.split(/\s+/);

/** A gem that looks for Node.js when the program starts; undefined when there is none, or one that brings an engine of its own. */
export function gemThatRunsScripts({ names, loose }: Gems): string | undefined {
  if (SCRIPT_ENGINES.some((name) => names.has(name))) return undefined;
  // What another gem asks for is in the lock file: there bootstrap stands for itself.
  return SCRIPT_GEMS.find((name) => names.has(name) && !(name === 'bootstrap' && !loose.has(name)));
}

/** Gems that compile assets by Node.js on request, unless a build has done so. */
export const BUNDLERS = [
  'webpacker',
  'shakapacker',
  'vite_ruby',
  'vite_rails',
  'react_on_rails',
  'jsbundling-rails',
  'cssbundling-rails',
];

/** Programs of gems that are called otherwise than the gem. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = table({
  rack: ['rackup'],
  railties: ['rails'],
  rails: ['rails'],
  'middleman-cli': ['middleman'],
  middleman: ['middleman'],
  puma: ['puma', 'pumactl'],
  unicorn: ['unicorn', 'unicorn_rails'],
  sidekiq: ['sidekiq', 'sidekiqmon'],
  solid_queue: ['jobs'],
  resque: ['resque', 'resque-web'],
  delayed_job: ['delayed_job'],
  github_changelog_generator: ['github_changelog_generator'],
});

/** Programs that a project's gems bring. */
export function programsOfGems({ names }: Gems): string[] {
  return [...names].flatMap((name) => [name, ...(PROGRAMS[name] ?? [])]);
}

const LINKS =
  /\b(?:have_library|find_library|append_library|pkg_config)[\s(]+(?:\$libs\s*,\s*)?['"]([\w.+-]+)['"]|['"\s]-l([\w.+-]+)/g;
/** Libraries that every image has. */
const SYSTEM = new Set('c m dl pthread rt util resolv stdc++ gcc_s crypt nsl socket ruby'.split(' '));
const HEADERS: Readonly<Record<string, string>> = table({
  z: 'zlib1g-dev',
  zlib: 'zlib1g-dev',
  pq: 'libpq-dev',
  libpq: 'libpq-dev',
  sqlite3: 'libsqlite3-dev',
  curl: 'libcurl4-openssl-dev',
  libcurl: 'libcurl4-openssl-dev',
  ssl: 'libssl-dev',
  crypto: 'libssl-dev',
  openssl: 'libssl-dev',
  yaml: 'libyaml-dev',
  'yaml-0.1': 'libyaml-dev',
  ffi: 'libffi-dev',
  libffi: 'libffi-dev',
  xml2: 'libxml2-dev',
  'libxml-2.0': 'libxml2-dev',
  xslt: 'libxslt1-dev',
  png: 'libpng-dev',
  png16: 'libpng-dev',
  libpng: 'libpng-dev',
  jpeg: 'libjpeg62-turbo-dev',
  magic: 'libmagic-dev',
  sodium: 'libsodium-dev',
  libsodium: 'libsodium-dev',
  lz4: 'liblz4-dev',
  zstd: 'libzstd-dev',
  bz2: 'libbz2-dev',
  lzma: 'liblzma-dev',
  expat: 'libexpat1-dev',
  mysqlclient: 'default-libmysqlclient-dev',
  mariadb: 'default-libmysqlclient-dev',
  readline: 'libreadline-dev',
  edit: 'libedit-dev',
  archive: 'libarchive-dev',
  snappy: 'libsnappy-dev',
  zmq: 'libzmq3-dev',
  vips: 'libvips-dev',
  rdkafka: 'librdkafka-dev',
  freetype: 'libfreetype-dev',
  freetype2: 'libfreetype-dev',
  jansson: 'libjansson-dev',
  git2: 'libgit2-dev',
  icuuc: 'libicu-dev',
});

/** Headers of the libraries that the project's own extensions are linked with; `unknown` names those whose package is not known. */
export function extensionLibraries(files: ProjectFiles, root: string): { headers: string[]; unknown: string[] } {
  const sources = (files.below(root) ?? []).filter((path) => /\/extconf\.rb$/.test(path));
  const names = new Set(
    sources.flatMap((path) =>
      [...(files.read(path) ?? '').replace(/^\s*#.*$/gm, '').matchAll(LINKS)].map((match) => match[1] ?? match[2]!),
    ),
  );
  const wanted = [...names].filter((name) => !SYSTEM.has(name));
  return {
    headers: wanted.flatMap((name) => HEADERS[name] ?? []),
    unknown: wanted.filter((name) => HEADERS[name] === undefined),
  };
}

const CALLS =
  /(?:`|%x[([{|]|\b(?:system|exec|spawn|popen|capture2e?|capture3|popen2e?|popen3|pipeline|sh)\b[\s(]*\[?\s*["'])\s*([\w.-]+)(?=[\s"'`,])/g;
/** Programs that are worth a package: Ruby's slim image has none of them. */
const CALLABLE = new Set(
  `git curl wget convert identify mogrify composite unzip zip file ssh openssl sqlite3 psql pg_dump pg_restore mysql mysqldump python3 node ffmpeg
  gs pdftotext pdftk wkhtmltopdf rsync jq nc redis-cli envsubst`.split(/\s+/),
);

/**
 * Programs that the project's own sources start; a manifest that asks Git for its files is read at each start.
 * @param tasks whether what Rake runs counts
 */
export function programsCalled(files: ProjectFiles, root: string, tasks = true): string[] {
  const sources = (files.below(root) ?? []).filter(
    (path) =>
      /(?:\.(?:rb|rake|ru|gemspec|erb|thor)|\/(?:Gemfile|Rakefile)|\/bin\/[\w-]+)$/.test(path) &&
      !/\/(?:vendor|spec|tests?|features|node_modules)\//.test(path.slice(root.length)) &&
      (tasks || !/\.rake$|\/Rakefile$/.test(path)),
  );
  const called = sources.flatMap((path) =>
    [...(files.read(path) ?? '').replace(/^\s*#.*$/gm, '').matchAll(CALLS)].map((match) => match[1]!),
  );
  return [...new Set(called)].filter((name) => CALLABLE.has(name));
}
