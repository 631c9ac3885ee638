import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBuild } from '../../server/src/core/index';
import { frontendMinor, readMinimumFrontend, requireFrontend } from '../../server/src/core/model/frontend';

function minor(syntax: string | undefined, minimum?: number): number | undefined {
  const text = `${syntax === undefined ? '' : `# syntax=${syntax}\n`}FROM a\n`;
  return frontendMinor(readBuild(text, undefined, minimum === undefined ? undefined : { frontendMinor: minimum }));
}

suite('the frontend', () => {
  test('is the one that the # syntax line names, else what is known of the builder', () => {
    assert.equal(minor(undefined), undefined);
    assert.equal(minor(undefined, 10), 10);
    assert.equal(minor('docker/dockerfile:1.4', 10), 4);
    assert.equal(minor('docker/dockerfile:1.7-labs'), 7);
    assert.equal(minor('docker.io/docker/dockerfile:1.10.0'), 10);
    assert.equal(minor('docker/dockerfile:experimental', 10), 0);
    assert.equal(minor('docker/dockerfile:1', 10), Number.POSITIVE_INFINITY);
    assert.equal(minor('docker/dockerfile'), Number.POSITIVE_INFINITY);
    assert.equal(minor('example.org/mine:1', 10), undefined);
  });

  test('needs no # syntax line where the builder has what is needed', () => {
    const edits = (known?: number) => {
      const answer = requireFrontend(
        readBuild('FROM a\n', undefined, known === undefined ? {} : { frontendMinor: known }),
        10,
      );
      return 'edits' in answer ? answer.edits.length : answer.because;
    };
    assert.deepEqual([edits(), edits(9), edits(10), edits(11)], [1, 1, 0, 0]);
  });

  test('is written as a version of docker/dockerfile 1', () => {
    const read = ['1.10', ' 1.4 ', '1.4.2', '1', '2.0', '1.', 'latest', '', '1.10-labs'].map(readMinimumFrontend);
    assert.deepEqual(read, [10, 4, 4, ...Array<undefined>(6).fill(undefined)]);
  });
});
