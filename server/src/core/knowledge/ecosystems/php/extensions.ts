import type { ProjectFiles, Step } from '../../ecosystem';
import { nameOf } from '../../images/image-paths';

/** Commands with which the official images get extensions. */
const INSTALLERS = new Set(
  'docker-php-ext-install docker-php-ext-configure docker-php-ext-enable docker-php-source install-php-extensions pecl pear phpize'.split(
    ' ',
  ),
);
/** Commands that set up the server, or PHP itself. */
const SETTERS = new Set(
  'a2enmod a2dismod a2ensite a2dissite a2enconf a2disconf phpenmod phpdismod php5enmod locale-gen update-locale dpkg-reconfigure update-ca-certificates ldconfig'.split(
    ' ',
  ),
);

/** Whether a command compiles or switches on an extension. */
export function installsExtension({ name }: Step): boolean {
  return INSTALLERS.has(name);
}

/** Whether a command sets up what runs PHP. */
export function setsUpServer({ name, arguments: given }: Step): boolean {
  const places = given.filter((word) => !word.startsWith('-'));
  const isOwn = (word: string) =>
    /^(?:\/usr\/local\/etc\/php|\/etc\/(?:apache2|php)|\$\{PHP_INI_DIR\})(?:\/|$)/.test(word);
  return (
    SETTERS.has(name) || ((name === 'mv' || name === 'cp' || name === 'ln') && places.length > 0 && places.every(isOwn))
  );
}

/** Commands of the images that have PHP. */
export const PHP_TOOLS = [
  'php',
  'php-cgi',
  'php-fpm',
  'apache2-foreground',
  'apachectl',
  'apache2ctl',
  'apache2',
  'docker-php-entrypoint',
  ...INSTALLERS,
  ...SETTERS,
];

/** Packages with which extensions are compiled. */
export function compilesExtensions(name: string): boolean {
  return (
    /-(?:dev|devel)$/.test(name) ||
    /^(?:autoconf|automake|bison|build-base|build-essential|cmake|dpkg-dev|file|g\+\+|gcc|libc-dev|libtool|linux-headers|make|musl-dev|pkg-config|pkgconf|re2c)$/.test(
      name,
    )
  );
}

const CALLS =
  /\b(?:exec|shell_exec|system|passthru|popen|proc_open|escapeshellcmd)\s*\(\s*["']\s*([\w.-]+)|new\s+Process\s*\(\s*\[?\s*["']([\w.-]+)|`([\w.-]+)[\s`]/g;

/** Programs that the project's own sources start. */
export function programsCalledByPhp(files: ProjectFiles, root: string): string[] {
  const called = sourcesOf(files, root).flatMap((text) =>
    [...text.matchAll(CALLS)].map((match) => match[1] ?? match[2] ?? match[3]!),
  );
  return [...new Set(called)];
}

const INTERNATIONAL =
  /\b(?:Collator|NumberFormatter|IntlDateFormatter|IntlCalendar|IntlChar|MessageFormatter|Normalizer|Transliterator|Locale::|transliterator_\w+|idn_to_\w+|grapheme_\w+|numfmt_\w+|datefmt_\w+|normalizer_\w+|ext-intl)/;
const MULTIBYTE = /\bmb_\w+\s*\(|ext-mbstring/;

/** Extensions that Debian's Composer brings along, as far as the project's own sources use them. */
export function extensionsOfComposer(files: ProjectFiles, root: string): string[] {
  const texts = [
    ...sourcesOf(files, root),
    files.read(`${root}/composer.json`) ?? '',
    files.read(`${root}/composer.lock`) ?? '',
  ];
  return [
    ...(texts.some((text) => INTERNATIONAL.test(text)) ? ['php-intl'] : []),
    ...(texts.some((text) => MULTIBYTE.test(text)) ? ['php-mbstring'] : []),
  ];
}

function sourcesOf(files: ProjectFiles, root: string): string[] {
  return (files.below(root) ?? [])
    .filter(
      (path) =>
        (/\.(?:php|phtml|inc|module)$/.test(path) || /\/(?:artisan|console)$/.test(path)) &&
        !/\/(?:tests?|Tests)\//.test(path),
    )
    .map((path) => files.read(path) ?? '');
}

/** Whether a word names Composer: the program, its archive, its installer. */
export function isComposerFile(word: string): boolean {
  return (
    /^composer(?:\.phar|[-_]?setup(?:\.php)?|[-_]?installer(?:\.php)?)?$/.test(nameOf(word)) ||
    /getcomposer\.org/.test(word)
  );
}

/** A command that installs compilers for a while, or takes them away, apart from the RUN that compiles. */
export function findPassingCompilers(steps: readonly Step[]): Step | undefined {
  return steps.find(
    (step) =>
      /^(?:apk|apt|apt-get)$/.test(step.name) &&
      step.arguments.some((word) => /^(?:del|purge|remove|autoremove|--virtual(?:=.*)?|-t)$/.test(word)) &&
      !steps.some((one) => one.run === step.run && installsExtension(one)),
  );
}
