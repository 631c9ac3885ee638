/** What the name of a file or directory alone tells about it, where the build context is not known. */

/** Files without an extension; lower case. */
const PLAIN_FILES = new Set([
  'artisan',
  'bashrc',
  'berksfile',
  'brewfile',
  'build',
  'caddyfile',
  'changelog',
  'copying',
  'crontab',
  'docker-entrypoint',
  'dockerfile',
  'entrypoint',
  'gemfile',
  'gradlew',
  'hosts',
  'id_dsa',
  'id_ed25519',
  'id_rsa',
  'install',
  'jenkinsfile',
  'justfile',
  'known_hosts',
  'license',
  'makefile',
  'mvnw',
  'pipfile',
  'podfile',
  'procfile',
  'rakefile',
  'readme',
  'run',
  'setup',
  'start',
  'vagrantfile',
  'version',
]);

/** Directories whose name has a dot: `conf.d`, `init.d`, `nginx.conf.d`, `.git`. */
const DOTTED_DIRECTORIES =
  /\.d$|^\.(?:aws|config|docker|git|github|kube|m2|mvn|ssh|vscode|yarn|bundle|cargo|circleci)$/;

/** Whether a name looks like a file, a directory, or could be either. */
export function guessKind(name: string): 'file' | 'directory' | 'either' {
  if (!name.includes('.')) return PLAIN_FILES.has(name.toLowerCase()) ? 'file' : 'either';
  if (DOTTED_DIRECTORIES.test(name)) return 'directory';
  if (PLAIN_FILES.has(name.toLowerCase())) return 'file';
  if (/^\.[A-Za-z]/.test(name)) return 'file';
  // `app-1.2` is as likely a directory as a file; an extension starts with a letter or is a known exception.
  return /\.(?:[A-Za-z_][A-Za-z0-9_~-]{0,11}|7z|3mf|\*)$/.test(name) ? 'file' : 'either';
}

/** Directories of programs: what is copied into them by one name is a file. */
export const PROGRAM_DIRECTORIES: readonly string[] = [
  '/bin',
  '/sbin',
  '/usr/bin',
  '/usr/sbin',
  '/usr/local/bin',
  '/usr/local/sbin',
];
