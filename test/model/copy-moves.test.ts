import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { lint, readBuild, type Safety } from '../../server/src/core/index';

/** How far the offered moves of a COPY below a slow step can be trusted. */
function safetyOfMoves(text: string): Safety[] {
  return lint(readBuild(text))
    .filter(({ rule }) => rule.startsWith('cache/copy-before-'))
    .flatMap(({ fixes }) => fixes.map(({ safety }) => safety));
}

suite('moving a COPY below a slow step is', () => {
  test('safe where the step can reach nothing of it', () => {
    assert.deepEqual(
      safetyOfMoves('FROM debian:12\nCOPY app /srv/app\nRUN wget https://example.com/m.zip -O /opt/m.zip\n'),
      ['safe'],
    );
  });

  test('unsafe where a download could be saved over one of the files of a folder', () => {
    assert.deepEqual(safetyOfMoves('FROM debian:12\nWORKDIR /srv\nCOPY . /srv\nRUN wget https://example.com/m.zip\n'), [
      'unsafe',
    ]);
  });
});
