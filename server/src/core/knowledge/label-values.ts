import licenses from 'spdx-license-ids/index.json';
import { table } from '../text/table';

const LICENSES: ReadonlySet<string> = new Set(licenses);

/** Whether a text is one identifier of the SPDX licence list; case counts, and an expression is none. */
export function isSpdxId(text: string): boolean {
  return LICENSES.has(text);
}

/** Names by which people call licences, spelled as `fold` leaves them. */
const USUAL_NAMES: Readonly<Record<string, string>> = table({
  apache: 'Apache-2.0',
  apache2: 'Apache-2.0',
  asl2: 'Apache-2.0',
  bsd: 'BSD-3-Clause',
  bsd2: 'BSD-2-Clause',
  bsd3: 'BSD-3-Clause',
  agpl3: 'AGPL-3.0-only',
  agpl30: 'AGPL-3.0-only',
  gpl2: 'GPL-2.0-only',
  gpl20: 'GPL-2.0-only',
  'gpl2+': 'GPL-2.0-or-later',
  'gpl20+': 'GPL-2.0-or-later',
  gpl3: 'GPL-3.0-only',
  gpl30: 'GPL-3.0-only',
  'gpl3+': 'GPL-3.0-or-later',
  'gpl30+': 'GPL-3.0-or-later',
  lgpl21: 'LGPL-2.1-only',
  'lgpl21+': 'LGPL-2.1-or-later',
  lgpl3: 'LGPL-3.0-only',
  lgpl30: 'LGPL-3.0-only',
  mozilla2: 'MPL-2.0',
  mpl2: 'MPL-2.0',
});

/** The identifier that somebody most likely meant: one that differs in case and punctuation only, or a usual name of its licence. */
export function likelySpdxId(text: string): string | undefined {
  const folded = fold(text);
  return USUAL_NAMES[folded] ?? licenses.find((id) => fold(id) === folded);
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(?:the|licen[cs]e|version|software|public)\b/g, '')
    .replace(/[^a-z0-9+]/g, '')
    .replace(/(?<=[a-z])v(?=\d)/, '')
    .replace(/(?<=apache2|mpl2)0$/, '');
}

const UNRESERVED = "[\\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}";
const AUTHORITY = `(?:(?:[\\w.~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*@)?(?:\\[[0-9A-Fa-f:.]+\\]|(?:[\\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)(?::\\d*)?`;
const URI = new RegExp(
  `^[A-Za-z][A-Za-z0-9+.-]*:(?://${AUTHORITY}(?:/(?:${UNRESERVED})*)*|/?(?:(?:${UNRESERVED})+(?:/(?:${UNRESERVED})*)*)?)` +
    `(?:\\?(?:${UNRESERVED}|[/?])*)?(?:#(?:${UNRESERVED}|[/?])*)?$`,
);

/** Whether a text is an absolute URI of RFC 3986: with a scheme. */
export function isUri(text: string): boolean {
  return text.length < LONGEST && URI.test(text);
}

/** Nobody labels an image with more, and patterns with alternatives must stay cheap. */
const LONGEST = 2048;

const TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):(\d\d))$/;

/** Whether a text is a date and time of RFC 3339, with its time zone. */
export function isRfc3339(text: string): boolean {
  const match = TIME.exec(text);
  if (!match) return false;
  const [year, month, day, hour, minute, second, zoneHour = 0, zoneMinute = 0] = match.slice(1).map(toNumber);
  return isDate(year!, month!, day!) && hour! < 24 && minute! < 60 && second! <= 60 && zoneHour < 24 && zoneMinute < 60;
}

function toNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 && leap ? 29 : DAYS[month - 1]!);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A date, or a date and time, as RFC 3339 writes it; the time zone that is missing is UTC. */
export function toRfc3339(text: string): string | undefined {
  const match = /^(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?:[Tt _]+(\d\d):?(\d\d)(?::?(\d\d)(\.\d+)?)?)?\s*(.*)$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', written = ''] = match;
  const numbers = /^([+-]\d\d):?(\d\d)$/.exec(written);
  const zone = numbers ? `${numbers[1]}:${numbers[2]}` : /^(?:|z|utc|gmt)$/i.test(written) ? 'Z' : undefined;
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone}`;
  return zone !== undefined && isRfc3339(time) ? time : undefined;
}

/** Whether a text is a Git commit, short or in full. */
export function isGitHash(text: string): boolean {
  return /^(?:[0-9a-f]{7}|[0-9a-f]{40})$/.test(text);
}

const NUMBER = '(?:0|[1-9]\\d*)';
const PRE = `(?:${NUMBER}|\\d*[A-Za-z-][0-9A-Za-z-]*)`;
const SEMVER = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${PRE}(?:\\.${PRE})*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);

/** Whether a text is a version of SemVer 2.0. */
export function isSemver(text: string): boolean {
  return text.length < LONGEST && SEMVER.test(text);
}

const ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+";
const EMAIL_NAME = new RegExp(
  `^(?:${ATOM}(?:\\.${ATOM})*|"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e\\t]|\\\\[\\x20-\\x7e])*")$`,
);
const EMAIL_HOST =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[!-Z^-~]*\])$/;

/** Whether a text is an address of RFC 5322 without a display name. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const host = text.slice(at + 1);
  return at > 0 && at <= 64 && host.length < 256 && EMAIL_NAME.test(text.slice(0, at)) && EMAIL_HOST.test(host);
}
