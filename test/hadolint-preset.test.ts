import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { lineAt, lint, readBuild } from '../server/src/core/index';
import { dockerfile } from '../server/src/core/text/dockerfile';

/** `line code` for every finding under the hadolint preset, lines counted from 1. */
function found(text: string, trustedRegistries: readonly string[] = []): string[] {
  const build = readBuild(text);
  return lint(build, { preset: 'hadolint', settings: { trustedRegistries } })
    .map(({ at, aliases }) => `${lineAt(build.source, at.start) + 1} ${aliases.find((alias) => /^DL\d/.test(alias))}`)
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1))
    .filter((line) => /DL30(?:0[678]|13|16|18|26|28|33|35|37|41|62)$/.test(line));
}

suite('the hadolint preset', () => {
  test('reports pins on the first line of an instruction, once for each code', () => {
    const text = dockerfile`
      FROM debian
      RUN apt-get update \
          && apt-get install -y curl git \
          && apt-get install -y make \
          && pip install flask
      ONBUILD RUN npm install -g a \
        && gem install b
    `;
    assert.deepEqual(found(text), ['1 DL3006', '2 DL3008', '2 DL3013', '6 DL3016', '6 DL3028']);
  });

  test('knows every code of pinning', () => {
    const text = dockerfile`
      FROM debian:latest
      RUN apk add a
      RUN yum install a
      RUN dnf install a
      RUN microdnf install a
      RUN zypper in a
      RUN zypper dup
      RUN go install a
      RUN go install a@latest
      FROM evil.example.com/a:1
    `;
    assert.deepEqual(found(text, ['docker.io']), [
      '1 DL3007',
      '2 DL3018',
      '3 DL3033',
      '4 DL3041',
      '5 DL3041',
      '6 DL3037',
      '7 DL3035',
      '8 DL3062',
      '9 DL3062',
      '10 DL3026',
    ]);
  });
});
