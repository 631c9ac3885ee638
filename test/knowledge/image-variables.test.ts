import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findImageVariables } from '../../server/src/core/knowledge/images/image-variables';
import { readPlatform } from '../../server/src/core/knowledge/platforms';

test('variables of images, by whatever name the image is pulled', () => {
  for (const image of [
    'golang',
    'golang:1.22-alpine',
    'docker.io/library/golang:1',
    'public.ecr.aws/docker/library/golang',
  ]) {
    assert.ok(findImageVariables(image)?.includes('GOPATH'), image);
  }
  assert.deepEqual(findImageVariables('arm64v8/debian:12'), []);
  assert.deepEqual(findImageVariables('scratch'), []);
  assert.ok(findImageVariables('gcr.io/distroless/java17-debian12:nonroot')?.includes('JAVA_VERSION'));
});

test('an image of somebody else by the same name is not known', () => {
  for (const image of ['ghcr.io/team/golang', 'team/debian', 'registry.example.org/debian:12', '$BASE']) {
    assert.equal(findImageVariables(image), undefined, image);
  }
});

test('platforms, by their usual names', () => {
  const names = (text: string) => {
    const platform = readPlatform(text);
    return platform && `${platform.os}/${platform.architecture}`;
  };
  assert.equal(names('linux/amd64'), 'linux/amd64');
  assert.equal(names('Linux/x86_64'), 'linux/amd64');
  assert.equal(names('linux/arm64/v8'), 'linux/arm64');
  assert.equal(names('aarch64'), 'linux/arm64');
  assert.equal(names('windows'), 'windows/amd64');
  assert.equal(names('windows(10.0.17763)/amd64'), 'windows/amd64');
  assert.equal(names('macos/arm64'), 'darwin/arm64');
  for (const text of ['', 'foo', 'linux/', 'linux/arm/v7/x', 'a b/c']) assert.equal(names(text), undefined, text);
});
