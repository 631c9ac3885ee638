import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { readEngineImages, readEngineSizes } from '../server/src/disk/engine-images';

/** What is asked of an engine that answers in this way. */
function ask(answer: RequestListener, images: readonly string[]): Promise<[string, number][]> {
  return askBy(readEngineSizes, answer, images);
}

async function askBy<Answer>(
  read: (images: readonly string[], environment: NodeJS.ProcessEnv) => Promise<ReadonlyMap<string, Answer>>,
  answer: RequestListener,
  images: readonly string[],
): Promise<[string, Answer][]> {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-engine-'));
  const socket = join(folder, 'docker.sock');
  const server = createServer(answer).listen(socket);
  try {
    await once(server, 'listening');
    return [...(await read(images, { DOCKER_HOST: `unix://${socket}` }))];
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

suite('sizes of the images of an engine', { skip: process.platform === 'win32' }, () => {
  test('those that it has', async () => {
    const asked: string[] = [];
    const sizes = await ask(
      ({ method, url = '' }, response) => {
        asked.push(`${method} ${url}`);
        if (url.includes('golang')) response.end(JSON.stringify({ Id: 'x', Size: 840 }));
        else response.writeHead(404).end('{"message":"No such image"}');
      },
      ['golang:1.22', 'gcr.io/distroless/static-debian12', 'a b'],
    );
    assert.deepEqual(sizes, [['golang:1.22', 840]]);
    assert.deepEqual(asked.sort(), [
      'GET /images/gcr.io/distroless/static-debian12/json',
      'GET /images/golang:1.22/json',
    ]);
  });

  test('an engine that talks nonsense, too much, or hangs up', async () => {
    const image = ['a:1'];
    assert.deepEqual(await ask((_, response) => response.end('{"Size":'), image), []);
    assert.deepEqual(await ask((_, response) => response.end('{"Size":"x"}'), image), []);
    assert.deepEqual(await ask(({ socket }) => socket.destroy(), image), []);
    assert.deepEqual(await ask((_, response) => response.end('x'.repeat(3_000_000)), image), []);
  });

  test('an engine that says nothing is not waited for', async () => {
    const start = Date.now();
    assert.deepEqual(await ask(() => {}, ['a:1', 'b:1']), []);
    assert.ok(Date.now() - start < 3000);
  });

  test('none is there, or it is another machine', async () => {
    assert.deepEqual([...(await readEngineSizes(['a:1'], { DOCKER_HOST: 'unix:///nowhere/docker.sock' }))], []);
    assert.deepEqual([...(await readEngineSizes(['a:1'], { DOCKER_HOST: 'tcp://192.0.2.1:2375' }))], []);
    assert.deepEqual([...(await readEngineSizes(['a:1'], { DOCKER_HOST: 'ssh://me@example.com' }))], []);
  });
});

suite('platforms and variables of the images of an engine', { skip: process.platform === 'win32' }, () => {
  test('names of variables only', async () => {
    const description = { Os: 'linux', Architecture: 'arm64', Config: { Env: ['PATH=/bin', 'KEY=a=b', 3] } };
    const facts = await askBy(readEngineImages, (_, response) => response.end(JSON.stringify(description)), ['a:1']);
    assert.deepEqual(facts, [['a:1', { platform: 'linux/arm64', variables: ['PATH', 'KEY'] }]]);
  });

  test('an image without variables, and nonsense', async () => {
    const told = (text: string) => askBy(readEngineImages, (_, response) => response.end(text), ['a:1']);
    assert.deepEqual(await told('{"Os":"linux","Architecture":"amd64","Config":null}'), [
      ['a:1', { platform: 'linux/amd64', variables: [] }],
    ]);
    assert.deepEqual(await told('{"Os":1}'), []);
    assert.deepEqual(await told('null'), []);
  });
});
