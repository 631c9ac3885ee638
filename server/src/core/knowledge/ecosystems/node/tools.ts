import { table } from '../../../text/table';
import type { ScriptCall } from './package-json';

/** Tools that people run while they write: they watch, compile as they go, or serve from memory. */
const DEV_TOOLS = new Set(
  `babel-node babel-watch concurrently ember expo forever-monitor gridsome grunt gulp live-server lite-server nodemon onchange parcel
  preact serve-dev ts-node ts-node-dev ts-node-esm tsnd tsx vite-node watchify watchman webpack-dev-server wds @web/dev-server
  node-dev supervisor esno esmo`.split(/\s+/),
);
/** Sub-commands by which the others do so too; `` is a bare call. */
const DEV_VERBS: Readonly<Record<string, readonly string[]>> = table({
  astro: ['dev', 'start', ''],
  bun: ['--watch', '--hot'],
  develop: [''],
  docusaurus: ['start'],
  eleventy: ['--serve', '--watch'],
  gatsby: ['develop'],
  meteor: [''],
  nest: ['start'],
  next: ['dev', ''],
  ng: ['serve', 's'],
  node: ['--watch'],
  nuxt: ['dev', ''],
  nuxi: ['dev'],
  'react-app-rewired': ['start'],
  'react-scripts': ['start'],
  craco: ['start'],
  remix: ['dev'],
  rsbuild: ['dev'],
  snowpack: ['dev'],
  strapi: ['develop', 'dev'],
  umi: ['dev'],
  vite: ['', 'dev', 'serve'],
  'vue-cli-service': ['serve'],
  vuepress: ['dev'],
  vitepress: ['dev'],
  webpack: ['serve', '--watch'],
  storybook: ['dev'],
  'start-storybook': [''],
});

/** The tool for development that a call runs. */
export function devToolOf(call: ScriptCall): string | undefined {
  return DEV_TOOLS.has(call.name) ? call.name : devVerbOf(call);
}

function devVerbOf({ name, arguments: given }: ScriptCall): string | undefined {
  const verbs = DEV_VERBS[name];
  if (!verbs) return undefined;
  const first = given.find((word) => !word.startsWith('-'));
  const flagged = verbs.find((verb) => verb.startsWith('--') && given.includes(verb));
  if (flagged !== undefined) return `${name} ${flagged}`;
  return verbs.includes(first ?? '') ? (first ? `${name} ${first}` : name) : undefined;
}

/** What compiles, bundles or generates. */
const BUILD_TOOLS = new Set(
  `astro babel babili browserify craco docusaurus eleventy @11ty/eleventy elm esbuild eslint gatsby graphql-codegen gulp grunt hexo
  hugo microbundle ncc nest next ng node-sass nuxt nuxi nx parcel pkgroll postcss prisma react-app-rewired react-scripts remix rollup rsbuild rspack sass
  snowpack svelte-kit swc tailwindcss terser tsc tsc-alias tsup ttsc tspc turbo uglifyjs unbuild umi vite vitepress vue-cli-service
  vue-tsc vuepress webpack wmr brunch bower typings lerna lessc quasar stencil ember polymer strapi`.split(/\s+/),
);
/** What only prepares: not enough to call a RUN a build. */
const CHORES = new Set(['eslint', 'prisma', 'lerna', 'bower', 'typings']);

/** Whether a call compiles or bundles. */
export function isBuildCall(call: ScriptCall): boolean {
  return BUILD_TOOLS.has(call.name) && !CHORES.has(call.name) && devVerbOf(call) === undefined;
}

/** Whether a call belongs to building a project: it compiles, checks, generates. */
export function isBuildTool(name: string): boolean {
  return BUILD_TOOLS.has(name);
}

/** Names of scripts that stand for a build, where package.json can't be read. */
export const BUILD_SCRIPT =
  /(?:^|[:_-])(?:build|compile|bundle|dist|generate|prod|production|webpack|transpile)(?:$|[:_-])/;

/** Tools of which it is known that they write JavaScript to one directory and nothing elsewhere. */
export const COMPILERS = new Set([
  'tsc',
  'nest',
  'swc',
  'babel',
  'tsup',
  'ttsc',
  'tspc',
  'tsc-alias',
  'rimraf',
  'del-cli',
  'rm',
  'shx',
  'eslint',
  'vue-tsc',
  'prettier',
  'echo',
]);

/** The package of a command that is named otherwise. */
const PACKAGE_OF_BIN: Readonly<Record<string, string>> = table({
  babel: '@babel/cli',
  dotenv: 'dotenv-cli',
  nest: '@nestjs/cli',
  ng: '@angular/cli',
  ncc: '@vercel/ncc',
  'pm2-runtime': 'pm2',
  'remix-serve': '@remix-run/serve',
  'run-p': 'npm-run-all',
  'run-s': 'npm-run-all',
  sequelize: 'sequelize-cli',
  strapi: '@strapi/strapi',
  swc: '@swc/cli',
  tsc: 'typescript',
  'typeorm-ts-node-commonjs': 'ts-node',
  'typeorm-ts-node-esm': 'ts-node',
  'vue-cli-service': '@vue/cli-service',
  ws: 'local-web-server',
});

/** Programs that read sources and settings in TypeScript, given what compiles them. */
export const READS_TYPESCRIPT =
  /^(?:knex|mikro-orm|typeorm|typeorm-ts-node-\w+|drizzle-kit|sequelize|sequelize-cli|umzug|migrate-mongo|db-migrate|prisma)$/;
/** Packages by which they do. */
export const COMPILES_AT_START = [
  'ts-node',
  'tsx',
  'typescript',
  'esbuild-register',
  '@swc-node/register',
  '@swc/core',
  'tsconfig-paths',
];

/** The package that brings a command. */
export function packageOfBin(name: string): string {
  return PACKAGE_OF_BIN[name] ?? name;
}

/** Packages that drive a browser, which needs many libraries of the system. */
export const BROWSERS = [
  'puppeteer',
  'playwright',
  '@playwright/test',
  'puppeteer-core',
  'playwright-core',
  'playwright-chromium',
  'selenium-webdriver',
  'nightmare',
  'cypress',
];

/** Packages that call programs or libraries which the full images have and the slim ones have not. */
export const NEEDS_FULL_IMAGE: ReadonlySet<string> = new Set(
  `@prisma/client canvas diskusage find-process gm ibm_db imagemagick kerberos keytar libpq libxmljs mmmagic node-expat node-hid
  node-libcurl node-printer node-pty node-rdkafka nodegit odbc oracledb pdf2pic pdf-poppler pg-native prisma ps-list ps-tree pstree
  python-shell pythonia simple-git node-ssh-forward systeminformation usb wkhtmltopdf libreoffice-convert textract node-tesseract-ocr
  tree-kill zeromq`.split(/\s+/),
);

/** Packages of the system that packages of Node.js need, and the slim image lacks. */
export const SYSTEM_PACKAGES: Readonly<Record<string, readonly string[]>> = table({
  '@prisma/client': ['openssl'],
  prisma: ['openssl'],
  'simple-git': ['git', 'ca-certificates'],
  'ps-tree': ['procps'],
  'tree-kill': ['procps'],
});

/** Packages that do something when they are installed, and need nothing of the system when they run that slim images lack. */
export const HARMLESS_SCRIPTS: ReadonlySet<string> = new Set(
  `argon2 aws-crt bcrypt better-sqlite3 bignum blake-hash bufferutil classic-level core-js core-js-bundle core-js-pure cpu-features
  deasync dtrace-provider duckdb es5-ext esbuild farmhash fsevents ftx heapdump highlight.js iconv inferno interpret isolated-vm
  leveldown level lmdb lz4 microtime mongodb-client-encryption msgpackr-extract node-sass nodejs-snowflake nodemon onnxruntime-node
  protobufjs re2 rocksdb segfault-handler sharp snappy sodium-native spawn-sync sqlite3 ssh2 styled-components svelte-preprocess
  swagger-ui-dist tree-sitter unrs-resolver utf-8-validate utp-native v8-profiler-next vue-demi web3 web3-bzz web3-shh keccak
  secp256k1 workerpool xxhash xxhash-addon yorkie @fortawesome/fontawesome-common-types @scarf/scarf @newrelic/native-metrics
  @mongodb-js/zstd @grpc/grpc-js grpc @node-rs/argon2 @node-rs/bcrypt bcryptjs tiny-secp256k1 @tensorflow/tfjs-node
  @serialport/bindings-cpp @nestjs/core @apollo/rover mediasoup hiredis unix-dgram ursa-optional postinstall-postinstall
  opencollective-postinstall node-gyp-build`.split(/\s+/),
);

/** Directories of which frameworks and people know by name what is in them at run time. */
export const SERVED = [
  'public',
  'views',
  'static',
  'assets',
  'locales',
  'i18n',
  'lang',
  'templates',
  'migrations',
  'seeds',
  'seeders',
  'prisma',
  'config',
  'emails',
  'proto',
  'protos',
  'resources',
  'certs',
  'data',
];

/** What builds the pages of a program in another language, in the front end beside it. */
export const FRONT_END_TOOLS: ReadonlySet<string> = new Set(
  'npm npx yarn yarnpkg pnpm bun node nodejs bower gulp grunt webpack tsc sass'.split(' '),
);
