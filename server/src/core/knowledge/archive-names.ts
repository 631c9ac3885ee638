/** Names that hadolint, and so who comes from it, takes for those of archives that ADD would unpack. Case counts: `.Z`, `.tZ`. */
const ARCHIVE = /\.(?:tar|Z|bz2|gz|lz|lzma|tZ|tb2|tbz|tbz2|tgz|tlz|tpz|txz|xz)$/;

/** Whether a path ends like that of an archive. */
export function isArchiveName(path: string): boolean {
  return ARCHIVE.test(path);
}
