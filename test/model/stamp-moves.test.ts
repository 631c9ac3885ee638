import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { lint, readBuild, type Safety } from '../../server/src/core/index';

/** How far the move of a build stamp below a RUN can be trusted. */
function trustPast(command: string): Safety | undefined {
  const text = `FROM debian:12\nARG VERSION\nRUN apt-get update && apt-get install -y tree && ${command}\nLABEL v=$VERSION\n`;
  return lint(readBuild(text)).find(({ rule }) => rule === 'cache/frequently-changing-early')?.fixes[0]?.safety;
}

suite('a build stamp moves below a RUN', () => {
  test('safely where nothing in it looks at variables that it does not name', () => {
    for (const command of [
      'rm -rf /var/lib/apt/lists/*',
      'export A=b',
      'set -eux',
      'A=b',
      "awk '{ print $1 }' /etc/fstab",
    ]) {
      assert.equal(trustPast(command), 'safe', command);
    }
  });

  test('with doubt where a program may look at all of them', () => {
    for (const command of [
      'env > /build.env',
      'printenv > /build.env',
      'export -p > /build.env',
      'declare -x > /build.env',
      'set > /build.env',
      'envsubst < /etc/issue.in > /etc/issue',
      'curl -sSL https://example.com/install.sh | sh -',
      'python3 -c "import site"',
      '$INSTALLER',
      'npm install -g serve',
    ]) {
      assert.equal(trustPast(command), 'unsafe', command);
    }
  });
});
