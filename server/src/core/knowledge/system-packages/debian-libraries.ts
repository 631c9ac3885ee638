import { LIBRARY_ROWS, ONLY_HEADERS } from './debian-library-names';

/** The releases of the table, oldest first. */
const RELEASES: readonly (string | undefined)[] = ['bullseye', 'bookworm', 'trixie'];

const UNKNOWN = '?';

const libraries = new Map<string, readonly string[]>();
for (const row of LIBRARY_ROWS.trim().split(/;\s+/)) {
  const [headers = '', first = '', ...others] = row.trim().split(/\s+/);
  const lists = others.length > 0 ? [first, ...others] : RELEASES.map(() => first);
  libraries.set(
    headers,
    lists.map((list) => list.replaceAll(',', ' ')),
  );
}

/** What Ubuntu's jammy and noble have otherwise than the releases of Debian around them. */
const UBUNTU: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['default-libmysqlclient-dev', ['libmysqlclient21', 'libmysqlclient21']],
  ['libffi-dev', ['libffi8', 'libffi8']],
  ['libfmt-dev', ['libfmt8', 'libfmt9']],
  ['libicu-dev', ['libicu70', 'libicu74']],
  ['libjpeg-dev', ['libjpeg-turbo8', 'libjpeg-turbo8']],
  ['libjpeg-turbo8-dev', ['libjpeg-turbo8', 'libjpeg-turbo8']],
  ['libjsoncpp-dev', ['libjsoncpp25', 'libjsoncpp25']],
  ['libmysqlclient-dev', ['libmysqlclient21', 'libmysqlclient21']],
  ['libssl-dev', ['libssl3', 'libssl3t64']],
  ['libyaml-cpp-dev', ['libyaml-cpp0.7', 'libyaml-cpp0.8']],
]);

const onlyHeaders = new Set(ONLY_HEADERS.trim().split(/\s+/));

/** Whether a package has headers, or libraries for linking statically, so that a program needs nothing of it at run time. */
export function isOnlyHeaders(name: string): boolean {
  return onlyHeaders.has(name);
}

/**
 * The packages of a Debian or Ubuntu release with the libraries that headers are for, separated by blanks; undefined where they are not
 * known. A release that moves on (`stable`) gets the names that all of the newer ones know.
 */
export function debianLibrary(headers: string, codename: string | undefined): string | undefined {
  const names = libraries.get(headers);
  if (codename === 'jammy' || codename === 'noble') {
    const own = UBUNTU.get(headers)?.[codename === 'jammy' ? 0 : 1];
    if (own !== undefined || !names) return own;
    // Ubuntu's releases are made of Debian's of their time: what the ones before and after agree in is theirs too.
    const [before, after] = codename === 'jammy' ? [names[0]!, names[1]!] : [names[1]!, names[2]!];
    return before !== UNKNOWN && plain(before) === plain(after) ? after : undefined;
  }
  const at = RELEASES.indexOf(codename);
  const found =
    at !== -1
      ? names?.[at]
      : codename === 'stable' && names && plain(names[1]!) === plain(names[2]!)
        ? names[1]
        : undefined;
  return found === UNKNOWN ? undefined : found;
}

/** Whether what is linked with a library of one release finds the same one in another, newer release. */
export function isSameLibrary(headers: string, built: string, runs: string): boolean {
  if (built === runs) return true;
  const [one, other] = [debianLibrary(headers, built), debianLibrary(headers, runs)];
  return one !== undefined && other !== undefined && plain(one) === plain(other);
}

/** `t64` at the end of a name is no other library on 64-bit systems, and such a package goes by the name without it too. */
function plain(names: string): string {
  return names.replace(/t64(?=$|[-\s])/g, '');
}
