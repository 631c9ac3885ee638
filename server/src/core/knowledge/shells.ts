/** Shells that read POSIX scripts and that images start programs with. */
export const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash']);
