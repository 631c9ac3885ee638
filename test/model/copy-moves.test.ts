import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fix, lint, readBuild, type Safety } from '../../server/src/core/index';

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

  test('unsafe where a download could be saved beside a file of its name', () => {
    assert.deepEqual(
      safetyOfMoves('FROM debian:12\nWORKDIR /srv\nCOPY run.sh .\nRUN wget https://example.com/run.sh\n'),
      ['unsafe'],
    );
  });

  test('unsafe where the step goes through all of the file system', () => {
    for (const command of ['chown -R 1000 /', 'chmod -R go-w /', "find / -name '*.pyc' -delete", 'rm -rf /*/*.md']) {
      assert.notDeepEqual(
        safetyOfMoves(`FROM debian:12\nCOPY app /srv/app\nRUN apt-get install -y curl && ${command}\n`),
        ['safe'],
        command,
      );
    }
  });

  test('unsafe where programs are looked for in what moves', () => {
    const install = 'RUN apt-get update && apt-get install -y curl\n';
    for (const copy of ['COPY apt-get /opt/tools/apt-get', 'COPY tools /opt/tools', 'COPY . /opt']) {
      assert.deepEqual(
        safetyOfMoves(`FROM debian:12\nENV PATH="/opt/tools:$PATH"\n${copy}\n${install}`),
        ['unsafe'],
        copy,
      );
    }
    assert.deepEqual(
      safetyOfMoves(`FROM debian:12\nENV PATH=/opt/app/bin:$PATH\nCOPY app.conf /opt/app/app.conf\n${install}`),
      ['safe'],
    );
  });

  test('for what is sure alone, without what is not', () => {
    const text =
      'FROM debian:12\nCOPY a /opt/a\nCOPY b /usr/share/b\nCOPY c /opt/c\nRUN apt-get update && apt-get install -y curl\n';
    assert.equal(
      fix(text).text,
      'FROM debian:12\nCOPY b /usr/share/b\nRUN apt-get update && apt-get install -y curl\nCOPY a /opt/a\nCOPY c /opt/c\n',
    );
  });
});
