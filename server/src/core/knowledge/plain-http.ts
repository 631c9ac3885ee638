/** Addresses without encryption, and which of them stay inside a machine or a network. */

/** Hosts that are local or private: nobody is in between, or nobody from outside. */
const INSIDE =
  /^(?:localhost|[\w-]+|[\w.-]+\.(?:local|localhost|internal|lan|intranet|corp|home|test)|0\.0\.0\.0|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|\[(?:::1|f[cde][0-9a-f]{2}:[^\]]*)\])$/i;

/** The host of an address that begins with one of the schemes, unless it is local, private or not known. */
export function findOutsideHost(url: string, schemes: RegExp): string | undefined {
  const scheme = schemes.exec(url)?.[0];
  if (scheme === undefined) return undefined;
  const [, host = ''] = /^(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/.exec(url.slice(scheme.length)) ?? [];
  return host === '' || host.includes('$') || INSIDE.test(host) ? undefined : host;
}

export const HTTP = /^http:\/\//i;

/** Where the keys of an archive come with the distribution's own image. */
export const DISTRIBUTION_HOSTS =
  /(?:^|\.)(?:debian\.org|debian\.net|ubuntu\.com|raspbian\.org|raspberrypi\.(?:org|com)|kali\.org|launchpad\.net|launchpadcontent\.net|centos\.org|fedoraproject\.org|opensuse\.org|rockylinux\.org|almalinux\.org)$|^mirrors?\.|^(?:ftp|cdn-fastly|httpredir)\./i;
