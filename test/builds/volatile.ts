/** Files whose content, or whose very names, differ between two builds of one and the same Dockerfile; everything else must be equal. */
export interface Volatile {
  readonly pattern: RegExp;
  /** `content`: path, type, mode and owner still count; `names`: files come and go below it. */
  readonly what: 'content' | 'names';
  readonly why: string;
}

export const volatiles: readonly Volatile[] = [
  { pattern: /^\/var\/log\//, what: 'content', why: 'logs hold the time' },
  { pattern: /^\/var\/cache\/ldconfig\/aux-cache$/, what: 'content', why: 'holds inodes and times' },
  { pattern: /\/__pycache__\/[^/]+\.pyc$/, what: 'content', why: "holds its source's time" },
  {
    pattern: /^\/var\/lib\/apt\/lists\//,
    what: 'content',
    why: 'what the mirror published by the minute of the build',
  },
  { pattern: /^\/var\/cache\/apt\/(?:src)?pkgcache\.bin$/, what: 'content', why: 'holds times and addresses' },
  { pattern: /^\/(?:root|home\/[^/]+)\/\.npm\/_logs(?:\/|$)/, what: 'names', why: 'one file a run, named by its time' },
  {
    pattern: /^\/(?:root|home\/[^/]+)\/\.npm\/_cacache\/index/,
    what: 'content',
    why: 'holds the time of each download',
  },
  { pattern: /\/\.npm\/_update-notifier-last-checked$/, what: 'names', why: 'npm asks for updates once a day' },
  { pattern: /^\/tmp\/(?:v8-compile-cache|node-compile-cache)/, what: 'names', why: 'named by the process' },
  { pattern: /\/node_modules\/\.modules\.yaml$/, what: 'content', why: 'holds the time of the installation' },
];

/** Never compared, of any file: a layer holds the time at which its RUN wrote a file. */
export const UNCOMPARED = 'modification times, and the size of directories';
