import { nameOf } from '../../knowledge/images/image-paths';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const vexInImage: Rule = {
  id: 'size/vex-in-image',
  aliases: ['tally/prefer-vex-attestation'],
  severity: 'hint',
  summary: 'Attach a VEX document to the image instead of copying it into it.',
  why: `A VEX document says which vulnerabilities of an image do not matter, and is changed whenever a new one is found. Inside the image it
    needs a new image for that, takes part in what is run, and is not where scanners look for it. As an attestation
    ("docker buildx build --attest", "docker scout attestation add", "cosign attest") it stands beside the image.`,
  about: { instructions: ['COPY', 'ADD'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY app.vex.json /usr/share/doc/app/
             ^^^^^^^^^^^^ A VEX document is better attached to the image as an attestation, where scanners find it and it can change.
      `,
    },
  ],

  check({ instructions }) {
    const findings: Finding[] = [];
    for (const copy of instructions) {
      if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') continue;
      const found = copy.sources.find(({ value }) => VEX.test(nameOf(value)));
      if (!found) continue;
      findings.push({
        at: found,
        message:
          'A VEX document is better attached to the image as an attestation, where scanners find it and it can change.',
      });
    }
    return findings;
  },
};

const VEX = /(?:^|\.)(?:open)?vex\.json$/i;
