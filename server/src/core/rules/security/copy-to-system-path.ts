import { below, nameOf } from '../../knowledge/images/image-paths';
import { type CopiedItem, readCopied } from '../../model/order/copied';
import { placeText } from '../../model/order/places';
import { ownOrTrigger } from '../../model/syntax/triggers';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const copyToSystemPath: Rule = {
  id: 'security/copy-to-system-path',
  severity: 'info',
  summary: "Change the system's accounts and certificates by its own programs.",
  why: `A copied /etc/passwd, /etc/shadow or /etc/sudoers replaces what the base image and its packages have there, today's and those of every
    later version, and accounts that a package relies on are gone. useradd, and files in /etc/sudoers.d, add to it. Certificates in
    /etc/ssl/certs are links that update-ca-certificates makes: put yours into /usr/local/share/ca-certificates and run it. A stage from
    scratch has nothing to replace and is left alone.`,
  about: { instructions: ['ADD', 'COPY'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY company-ca.crt /etc/ssl/certs/
                            ^^^^^^^^^^^^^^^ update-ca-certificates makes what is in /etc/ssl/certs: a certificate belongs into /usr/local/share/ca-certificates.
      `,
      good: dockerfile`
        FROM debian:12
        COPY company-ca.crt /usr/local/share/ca-certificates/
        RUN update-ca-certificates
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      const copy = ownOrTrigger(instruction);
      if ((copy?.keyword !== 'COPY' && copy?.keyword !== 'ADD') || !copy.destination) continue;
      if (!copy.destination.value.includes('etc') && !build.states[copy.index]!.workdir?.startsWith('/etc')) continue;
      if (build.stages[copy.stage]?.root === 'scratch') continue;
      const copied = readCopied(build, copy);
      if (copied?.origin !== 'context') continue;
      const path = copied.items.map(pathOf).find((one) => SYSTEM.test(one));
      if (path === undefined) continue;
      const message = path.startsWith('/etc/ssl')
        ? 'update-ca-certificates makes what is in /etc/ssl/certs: a certificate belongs into /usr/local/share/ca-certificates.'
        : `This replaces ${path} of the base image, with the accounts that its packages rely on.`;
      found.push({ at: copy.destination, message });
    }
    return found;
  },
};

const SYSTEM = /^\/etc\/(?:passwd|shadow|sudoers|ssl\/certs(?:\/.*)?)$/;

/** Where an item comes to lie; names that could as well be a directory's are those of files here. */
function pathOf({ source, place, tree }: CopiedItem): string {
  const path = placeText(place);
  const name = nameOf(source);
  return tree && path === '/etc' && /^(?:passwd|shadow|sudoers)$/.test(name) ? below(path, name) : path;
}
