import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findEnded, findPinnedTag, findRenewal } from '../../server/src/core/knowledge/images/base-image-tags';
import { type BaseImage, readBaseImage } from '../../server/src/core/knowledge/images/base-images';
import {
  AS_OF,
  findLine,
  findProduct,
  hasEnded,
  nextLine,
  type ProductId,
} from '../../server/src/core/knowledge/images/end-of-life';

suite('what a reference tells', () => {
  const shown = ({
    parts: _parts,
    repository: _repository,
    official: _official,
    product: _product,
    ...rest
  }: BaseImage) => JSON.parse(JSON.stringify(rest)) as object;
  const glibc = { os: 'linux', libc: 'glibc' };
  const musl = { os: 'linux', libc: 'musl' };

  for (const [reference, expected] of [
    ['node', { family: 'node', distro: 'debian', ...glibc }],
    ['node:20.11.1-slim', { family: 'node', version: '20.11.1', distro: 'debian', variant: 'slim', ...glibc }],
    [
      'docker.io/library/node:20-alpine3.19',
      { family: 'node', version: '20', distro: 'alpine', distroVersion: '3.19', ...musl },
    ],
    [
      'python:3.12-slim-bookworm',
      {
        family: 'python',
        version: '3.12',
        distro: 'debian',
        distroVersion: '12',
        codename: 'bookworm',
        variant: 'slim',
        ...glibc,
      },
    ],
    ['golang:alpine', { family: 'go', distro: 'alpine', ...musl }],
    ['php:8.4-fpm-alpine', { family: 'php', version: '8.4', distro: 'alpine', variant: 'fpm', ...musl }],
    [
      'debian:12-slim',
      {
        family: 'debian',
        version: '12',
        distro: 'debian',
        distroVersion: '12',
        codename: 'bookworm',
        variant: 'slim',
        ...glibc,
      },
    ],
    ['debian:trixie', { family: 'debian', distro: 'debian', distroVersion: '13', codename: 'trixie', ...glibc }],
    [
      'ubuntu:24.04',
      { family: 'ubuntu', version: '24.04', distro: 'ubuntu', distroVersion: '24.04', codename: 'noble', ...glibc },
    ],
    ['eclipse-temurin:21-jre-alpine', { family: 'java', version: '21', distro: 'alpine', variant: 'jre', ...musl }],
    ['mcr.microsoft.com/dotnet/sdk:8.0', { family: 'dotnet', version: '8.0', distro: 'debian', ...glibc }],
    ['mcr.microsoft.com/dotnet/sdk:10.0', { family: 'dotnet', version: '10.0', distro: 'ubuntu', ...glibc }],
    [
      'gcr.io/distroless/static-debian12:nonroot',
      {
        family: 'distroless',
        distro: 'debian',
        distroVersion: '12',
        codename: 'bookworm',
        variant: 'nonroot',
        os: 'linux',
        libc: 'none',
      },
    ],
    [
      'gcr.io/distroless/nodejs22-debian12',
      { family: 'node', distro: 'debian', distroVersion: '12', codename: 'bookworm', ...glibc },
    ],
    ['cgr.dev/chainguard/static', { family: 'static', distro: 'wolfi', os: 'linux', libc: 'none' }],
    ['registry.access.redhat.com/ubi9/nodejs-22', { family: 'node', distro: 'ubi', distroVersion: '9', ...glibc }],
    [
      'nvidia/cuda:12.6.0-devel-ubuntu22.04',
      {
        family: 'cuda',
        version: '12.6.0',
        distro: 'ubuntu',
        distroVersion: '22.04',
        codename: 'jammy',
        variant: 'devel',
        ...glibc,
      },
    ],
    ['busybox:1.37-musl', { family: 'busybox', version: '1.37', distro: 'busybox', variant: 'musl', ...musl }],
    ['scratch', { family: 'scratch', distro: 'none', os: 'linux', libc: 'none' }],
    ['golang:1.26-nanoserver-ltsc2022', { family: 'go', version: '1.26', distro: 'windows', os: 'windows' }],
    ['example/app:1.2', { version: '1.2', os: 'linux' }],
    ['my.host:5000/node:20', { version: '20', os: 'linux' }],
    ['node:${V}', { family: 'node', distro: 'debian', ...glibc }],
    ['node:20@sha256:ab', { family: 'node', version: '20', distro: 'debian', ...glibc }],
  ] as const) {
    test(reference, () => assert.deepEqual(shown(readBaseImage(reference)), expected));
  }
});

suite('release lines', () => {
  const ids: readonly ProductId[] = [
    'alpine',
    'centos',
    'debian',
    'dotnet',
    'fedora',
    'go',
    'java',
    'node',
    'php',
    'python',
    'ruby',
    'ubuntu',
  ];

  for (const id of ids) {
    test(`${id}: dates are dates, lines are in order and there once`, () => {
      const { lines } = findProduct(id);
      const order = (line: string) =>
        line.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0) * (line.includes('.') ? 1 : 1000);
      for (const [index, { line, ends }] of lines.entries()) {
        assert.match(line, /^\d+(?:\.\d+)?$/);
        assert.equal(new Date(ends).toISOString().slice(0, 10), ends);
        if (index > 0) assert.ok(order(line) > order(lines[index - 1]!.line), `${line} stands too late.`);
      }
    });

    test(`${id}: what is offered is maintained`, () => {
      const product = findProduct(id);
      for (const line of [product.current, product.inCombination]) {
        if (line === undefined) continue;
        const found = findLine(product, line);
        assert.ok(found && !hasEnded(found), `${line} has ended.`);
      }
      for (const line of product.lines.filter(hasEnded)) {
        const next = nextLine(product, line);
        if (next) assert.ok(next.longTerm && next.ends > AS_OF);
      }
    });
  }

  test('a version is found by number, by name, and by the part of it that is written', () => {
    const line = (id: ProductId, version: string) => findLine(findProduct(id), version)?.line;
    assert.equal(line('node', '14.17.0'), '14');
    assert.equal(line('node', 'v14'), '14');
    assert.equal(line('node', 'hydrogen'), '18');
    assert.equal(line('node', '0.12.7'), '0.12');
    assert.equal(line('python', '3.8.10'), '3.8');
    assert.equal(line('php', '7'), '7.4');
    assert.equal(line('debian', '9.13'), '9');
    assert.equal(line('debian', 'buster'), '10');
    assert.equal(line('dotnet', '6.0.400'), '6.0');
    assert.equal(line('python', '9.9'), undefined);
  });
});

suite('tags to take instead', () => {
  const renewal = (reference: string) => {
    const image = readBaseImage(reference);
    return findRenewal(image, findEnded(image))?.tag;
  };

  test('never one that has ended itself', () => {
    for (const reference of [
      'node:8',
      'python:3.6-slim-stretch',
      'ruby:2.5-alpine3.10',
      'ubuntu:xenial',
      'alpine:3.9',
      'openjdk:8',
      'golang:1.10-stretch',
      'php:7.4-fpm',
      'mcr.microsoft.com/dotnet/sdk:5.0',
      'fedora:30',
    ]) {
      const tag = renewal(reference);
      assert.ok(tag, `${reference} has no renewal.`);
      const [name = ''] = reference.split(':');
      assert.deepEqual(
        findEnded(readBaseImage(`${name === 'openjdk' ? 'eclipse-temurin' : name}:${tag}`)),
        [],
        `${reference} → ${tag}`,
      );
    }
  });

  test('none where the parts of the tag are not known to last', () => {
    assert.equal(renewal('node:8-onbuild'), undefined);
    assert.equal(renewal('python:2.7-slim'), undefined);
    assert.equal(renewal('golang:1.18-nanoserver-1809'), undefined);
    assert.equal(renewal('example/app:1-stretch'), undefined);
  });

  test('a tag where none is named', () => {
    const pinned = (reference: string) => findPinnedTag(readBaseImage(reference));
    assert.equal(pinned('golang:alpine'), `${findProduct('go').current}-alpine`);
    assert.equal(pinned('debian:stable-slim'), `${findProduct('debian').current}-slim`);
    for (const reference of [
      'alpine:edge',
      'node:20',
      'example/app',
      'openjdk',
      'debian:testing',
      'ubuntu:lts',
      'python:buster',
    ]) {
      assert.equal(pinned(reference), undefined, reference);
    }
  });
});
