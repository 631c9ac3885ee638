import { portsOf } from '../../model/syntax/ports';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const exposeInvalidFormat: Rule = {
  id: 'correctness/expose-invalid-format',
  aliases: ['ExposeInvalidFormat'],
  severity: 'warning',
  buildkit: 'on',
  about: { instructions: ['EXPOSE'] },
  summary: 'Expose ports of the container only.',
  why:
    'EXPOSE documents ports of the container. An address and a port of the host, as in `docker run --publish`, have no meaning there: ' +
    'the builder drops them. Variables are looked through as far as the file tells their value. What stands behind ONBUILD is not ' +
    'looked at.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.29
        EXPOSE 127.0.0.1:8080:80
               ^^^^^^^^^^^^^^^^^ EXPOSE takes ports of the container only; the part in front of the last colon is dropped.
      `,
      good: dockerfile`
        FROM nginx:1.29
        EXPOSE 80
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'EXPOSE') continue;
      for (const { ip, host, container, protocol, word } of portsOf(build, instruction)) {
        if (ip === '' && host === '') continue;
        const plain = word.references.length === 0 && word.end - word.start === word.value.length && container !== '';
        const text = protocol === '' ? container : `${container}/${protocol}`;
        found.push({
          at: word,
          message: 'EXPOSE takes ports of the container only; the part in front of the last colon is dropped.',
          ...(plain ? { fix: { title: `Write ${text}`, edits: [replace(word, text)] } } : {}),
        });
      }
    }
    return found;
  },
};
