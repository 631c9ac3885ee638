import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { conversionEffect, readBuild, runtimeChoices } from '../../server/src/core/index';
import { dockerfile } from '../../server/src/core/text/dockerfile';

const go = dockerfile`
  FROM golang:1.22
  WORKDIR /src
  COPY . .
  RUN CGO_ENABLED=0 go build -o /bin/server .
  CMD ["/bin/server"]
`;

/** The effect between two files, of which only the last stages count. */
function effect(before: string, after: string, measured?: Record<string, number>) {
  return conversionEffect(readBuild(before), readBuild(after), new Map(Object.entries(measured ?? {})));
}

suite('the effect of a conversion', () => {
  test('typical sizes and the tools that leave', () => {
    assert.deepEqual(effect(go, 'FROM gcr.io/distroless/static-debian12\n').sentences, [
      'About 840 MB → 2 MB before your own files, by typical sizes of golang:1.22 and gcr.io/distroless/static-debian12.',
      'go, gcc, g++, make, git, curl, apt and the shell leave the image.',
    ]);
  });

  test('packages that stay count, those that the same RUN removes do not', () => {
    const before = 'FROM node:20-slim\nRUN apt-get update && apt-get install -y build-essential git\n';
    assert.deepEqual(effect(before, 'FROM node:20-slim\n').sentences, [
      'About 525 MB → 200 MB before your own files, by typical sizes of node:20-slim.',
      'gcc, g++, make and git leave the image.',
    ]);
    const cleaned =
      'FROM python:3.12-alpine\nRUN apk add --no-cache --virtual .build gcc && pip install x && apk del .build\n';
    assert.deepEqual(effect(cleaned, 'FROM python:3.12-alpine\n').sentences, []);
  });

  test('sizes of this machine come first, and it is said whose they are', () => {
    const after = 'FROM debian:bookworm-slim\n';
    assert.equal(
      effect(go, after, { 'golang:1.22': 1_234_000_000 }).sentences[0],
      'About 1.2 GB → 75 MB before your own files, by the sizes of golang:1.22 on this machine and typical sizes of debian:bookworm-slim.',
    );
    const both = { 'golang:1.22': 900_000_000, 'debian:bookworm-slim': 80_000_000 };
    assert.equal(
      effect(go, after, both).sentences[0],
      'About 900 MB → 80 MB before your own files, by the sizes of golang:1.22 and debian:bookworm-slim on this machine.',
    );
  });

  test('what is not known is not said', () => {
    assert.deepEqual(effect('FROM example.com/builder:1\n', 'FROM debian:bookworm-slim\n'), {
      leaving: [],
      sentences: [],
    });
    assert.deepEqual(effect(go, 'FROM example.com/runtime:1\n'), { leaving: [], sentences: [] });
    assert.deepEqual(effect('', '').sentences, []);
    assert.equal(effect('FROM debian:bookworm-slim\n', 'FROM node:20-slim\n').sentences.length, 0);
  });
});

suite('the images that a conversion can choose from', () => {
  const images = (text: string) => runtimeChoices(readBuild(text), { start: 0, end: 0 }).map(({ image }) => image);

  test('the one that it takes comes first; each was tried', () => {
    assert.deepEqual(images(go).slice(0, 2), [
      'gcr.io/distroless/static-debian12',
      'gcr.io/distroless/static-debian12:nonroot',
    ]);
    assert.ok(images(go).includes('debian:bookworm-slim'));
  });

  test('a program that may be linked with glibc is not offered musl', () => {
    const linked = images(go.replace('CGO_ENABLED=0', 'CGO_ENABLED=1'));
    assert.ok(linked.length > 1);
    assert.deepEqual(
      linked.filter((image) => /alpine|scratch|static/.test(image)),
      [],
    );
  });

  test('none where nothing can be converted', () => {
    assert.deepEqual(images('FROM debian:12\nCMD ["sh"]\n'), []);
    assert.deepEqual(images(''), []);
  });
});
