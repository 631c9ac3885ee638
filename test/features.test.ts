import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hover, readBuild } from '../server/src/core/index';
import { readFixtures } from './support/fixture';
import { readCursor } from './support/marks';

suite('hover', () => {
  for (const { name, text: marked, expected, context } of readFixtures('features/hover')) {
    test(name, () => {
      const { text, selection } = readCursor(marked);
      const shown = hover(readBuild(text, context), selection.start);
      const [wanted] = expected;
      if (wanted?.title === 'nothing') assert.equal(shown, undefined);
      else assert.equal(`${shown?.markdown}\n`, wanted?.text);
    });
  }
});
