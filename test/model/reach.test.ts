import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { lint, readBuild, type Safety } from '../../server/src/core/index';

const INSTALL = 'apt-get update && apt-get install -y tree';

/** How far the move of a COPY that stands too early can be trusted; `none`: there is none. */
function trustIn(lines: readonly string[]): Safety | 'none' {
  const found = lint(readBuild(`${lines.join('\n')}\n`), { preset: 'all' });
  const fixes = found
    .filter(({ rule }) => /^cache\/copy-before-(?:system-install|expensive-step)$/.test(rule))
    .map(({ fixes }) => fixes[0]?.safety ?? 'none');
  assert.equal(fixes.length, 1, 'one COPY is misplaced');
  return fixes[0]!;
}

/** `RUN` lines are tried against COPYs of a file into `/app` in front of them. */
function trustPast(run: string, copy = 'COPY run.sh /app/'): Safety | 'none' {
  return trustIn(['FROM debian:12', copy, `RUN ${run}`]);
}

suite('a COPY passes a RUN safely', () => {
  test('where nothing near it is named', () => {
    for (const run of [
      INSTALL,
      `set -eux; ${INSTALL}; rm -rf /var/lib/apt/lists/*`,
      `${INSTALL} && mkdir -p /app/logs && chmod 777 /app/logs`,
      `${INSTALL} && git clone https://example.com/app.git /opt/app`,
      `${INSTALL} && curl -fsSL https://example.com/x.tar.gz | tar xz -C /opt`,
      `VERSION=1.2 && ${INSTALL} && cd / && ls /var`,
    ]) {
      assert.equal(trustPast(run), 'safe', run);
    }
  });

  test('but not where a command reaches all of the file system', () => {
    for (const command of [
      'find / -name "*.pyc" -delete',
      'ls -lR / > /files',
      'du -s / > /size',
      'tar cf /all.tar /',
    ]) {
      assert.notEqual(trustPast(`${INSTALL} && ${command}`), 'safe', command);
    }
    for (const command of ['chown -R 1001:0 /', 'chmod -R g=u /', 'rm -rf /opt']) {
      assert.equal(trustPast(`${INSTALL} && ${command}`, 'COPY conf /opt/app/'), 'none', command);
    }
  });

  test('but not where something is unpacked or saved beside it', () => {
    for (const command of [
      'curl -sSL https://example.com/x.tar.gz | tar xz',
      'curl -sSL https://example.com/x.tar.gz | tar xz -C /',
      'wget -q https://example.com/x.zip && unzip x.zip',
      'wget https://example.com/run.sh',
      'git clone https://example.com/x.git .',
      'git clone https://example.com/app.git /app',
      'ls > /files',
      'echo * > /files',
    ]) {
      assert.notEqual(
        trustIn(['FROM debian:12', 'WORKDIR /app', 'COPY run.sh .', `RUN ${INSTALL} && ${command}`]),
        'safe',
        command,
      );
    }
  });

  test('but not where braces or glued options name it', () => {
    for (const command of ['chmod 700 /app/{run,stop}.sh', 'useradd -md/app app', 'umask 027 && mkdir -p /app/logs']) {
      assert.notEqual(trustPast(`${INSTALL} && ${command}`), 'safe', command);
    }
  });

  test('but not where it may be a setting in a home directory', () => {
    assert.equal(
      trustIn([
        'FROM debian:12',
        'ENV HOME=/app',
        'COPY git /app/.config/git/',
        'RUN git clone https://example.com/x.git /opt/x',
      ]),
      'unsafe',
    );
  });

  test('but not where a package may own its directory', () => {
    assert.equal(
      trustPast('apt-get update && apt-get install -y mssql-server', 'COPY x.conf /opt/mssql/etc/'),
      'unsafe',
    );
    assert.equal(trustPast('apt-get update && apt-get install -y $PACKAGES', 'COPY x.conf /opt/mssql/etc/'), 'unsafe');
    assert.equal(trustPast('apt-get update && apt-get install -y nginx', 'COPY nginx.conf /app/'), 'safe');
  });

  test('but not where it brings a library and the linker looks for those', () => {
    assert.equal(trustPast(`${INSTALL} && ldconfig`, 'COPY libx.so /opt/lib/'), 'unsafe');
    const set = 'RUN echo /opt/lib > /etc/ld.so.conf.d/x.conf';
    assert.equal(trustIn(['FROM debian:12', set, 'COPY libx.so /opt/lib/', `RUN ${INSTALL}`]), 'unsafe');
  });

  test('but not where an archive is unpacked from it', () => {
    assert.equal(trustPast(`${INSTALL} && chmod 700 /opt/jdk`, 'ADD jdk.tar.gz /opt/'), 'unsafe');
    assert.equal(trustPast(`${INSTALL} && ln -s /opt/jdk/bin/java /usr/bin/java`, 'ADD jdk.tar.gz /opt/'), 'none');
  });
});

test('a COPY stays where a step needs the directory that it makes', () => {
  for (const command of ['cd /app', 'chown daemon /app', 'ls /app']) {
    assert.equal(trustPast(`${INSTALL} && ${command}`), 'none', command);
    const made = ['FROM debian:12', 'WORKDIR /app', 'WORKDIR /', 'COPY run.sh /app/', `RUN ${INSTALL} && ${command}`];
    if (!command.startsWith('chown')) assert.notEqual(trustIn(made), 'none', command);
  }
});

test('a COPY with --parents may bring files to anywhere below its destination', () => {
  assert.equal(trustPast(`${INSTALL} && sh /app/a/b/run.sh`, 'COPY other.sh /srv/'), 'unsafe');
  const found = lint(
    readBuild(`FROM debian:12\nCOPY --parents a/b/run.sh /app/\nRUN ${INSTALL} && sh /app/a/b/run.sh\n`),
  );
  assert.deepEqual(
    found.filter(({ rule }) => rule.startsWith('cache/copy-before')),
    [],
  );
});

suite('a COPY for an owner stays', () => {
  const OWNED = 'COPY --chown=node:node run.sh /app/';

  test('where what follows would make its directory for another', () => {
    for (const run of [`mkdir -p /app/logs && ${INSTALL}`, `--mount=type=cache,target=/app/.cache ${INSTALL}`]) {
      assert.equal(trustPast(run, OWNED), 'none', run);
    }
    assert.equal(
      trustIn([
        'FROM node:20',
        OWNED,
        'COPY list.txt /app/',
        'RUN apt-get update && apt-get install -y $(cat /app/list.txt)',
      ]),
      'none',
    );
    assert.equal(
      trustIn(['FROM jenkins/jenkins:lts', 'COPY run.sh /new/', 'WORKDIR /new/data', 'USER root', `RUN ${INSTALL}`]),
      'none',
    );
  });

  test('unless the directory is there already', () => {
    assert.equal(trustIn(['FROM node:20', 'WORKDIR /app', OWNED, `RUN mkdir -p /app/logs && ${INSTALL}`]), 'safe');
    assert.equal(trustIn(['FROM node:20', 'RUN mkdir /app', OWNED, `RUN mkdir -p /app/logs && ${INSTALL}`]), 'safe');
  });

  test('where the owner is renamed or taken away', () => {
    for (const command of [
      'usermod -u 1234 node',
      'deluser node && useradd -u 1000 app',
      'sed -i s/1000/1001/ /etc/passwd',
    ]) {
      assert.equal(trustPast(`${INSTALL} && ${command}`, OWNED), 'none', command);
      assert.notEqual(trustPast(`${INSTALL} && ${command}`, 'COPY --chown=1000 run.sh /app/'), 'none', command);
    }
  });
});
