import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBuild } from '../../server/src/core/model/build';
import type { Dependency, Layer } from '../../server/src/core/model/layers/layer';
import { dockerfile } from '../../server/src/core/text/dockerfile';

/** Kinds of a layer's dependencies, with what tells one from another. */
function keyOf(layer: Layer): string[] {
  return layer.dependsOn.map(describe);
}

function describe(dependency: Dependency): string {
  switch (dependency.kind) {
    case 'parent':
      return `parent ${dependency.instruction.keyword}`;
    case 'image':
      return `image ${dependency.reference}`;
    case 'text':
      return `text ${dependency.text}`;
    case 'files':
      return `files ${dependency.paths.join(' ')}`;
    case 'url':
      return `url ${dependency.url}`;
    case 'stage':
      return `stage ${dependency.stage.name} ${dependency.paths.join(' ')}`;
    case 'imageFiles':
      return `image files ${dependency.reference} ${dependency.paths.join(' ')}`;
    case 'variable':
      return `${dependency.variable.kind} ${dependency.variable.name}${dependency.used ? ' (used)' : ''}`;
    case 'mount':
      return `mount ${dependency.mount.type}`;
    case 'user':
      return `user ${dependency.user}`;
    case 'workdir':
      return `workdir ${dependency.workdir}`;
    case 'shell':
      return `shell ${dependency.shell.join(' ')}`;
  }
}

function layerOf(text: string, keyword: string, nth = 0): Layer {
  const { layers } = readBuild(text);
  return layers.filter(({ instruction }) => instruction.keyword === keyword)[nth]!;
}

/** `keyword@line` of the steps that rerun, lines 1-based. */
function rerunsOf(text: string, keyword: string, nth = 0): string[] {
  const { source } = readBuild(text);
  return layerOf(text, keyword, nth).reruns.map(
    ({ keyword: name, start }) => `${name}@${source.text.slice(0, start).split('\n').length}`,
  );
}

suite('what an instruction makes', () => {
  test('RUN, COPY, ADD and WORKDIR make filesystem layers, numbered on from the parent stage', () => {
    const { layers } = readBuild(dockerfile`
      ARG V=1
      FROM debian AS base
      WORKDIR /app
      ENV A=1
      RUN a
      FROM base
      COPY a .
      LABEL a=b
      ADD b .
    `);
    assert.deepEqual(
      layers.map(({ instruction, kind, number }) => `${instruction.keyword} ${kind}${number ? ` ${number}` : ''}`),
      [
        'ARG none',
        'FROM none',
        'WORKDIR filesystem 1',
        'ENV metadata',
        'RUN filesystem 2',
        'FROM none',
        'COPY filesystem 3',
        'LABEL metadata',
        'ADD filesystem 4',
      ],
    );
  });

  test('WORKDIR / makes no step', () => {
    assert.equal(layerOf('FROM a\nWORKDIR /\nWORKDIR /x\n', 'WORKDIR').kind, 'metadata');
    assert.equal(layerOf('FROM a\nWORKDIR /\nWORKDIR /x\n', 'WORKDIR', 1).kind, 'filesystem');
  });
});

suite('what a cache key depends on', () => {
  test('RUN: parent, text, shell, user, directory, every ARG with a value and every ENV in force, used or not', () => {
    const text = dockerfile`
      FROM debian
      ARG USED=1
      ARG UNUSED=2
      ARG VALUELESS
      ENV E=3
      USER app
      WORKDIR /srv
      RUN echo $USED
    `;
    assert.deepEqual(keyOf(layerOf(text, 'RUN')), [
      'parent WORKDIR',
      'text echo $USED',
      'shell /bin/sh -c',
      'user app',
      'workdir /srv',
      'ARG USED (used)',
      'ARG UNUSED',
      'ENV E',
    ]);
  });

  test('RUN: a global ARG counts only once it is redeclared in the stage', () => {
    assert.ok(!keyOf(layerOf('ARG G=1\nFROM a\nRUN x\n', 'RUN')).includes('ARG G'));
    assert.ok(keyOf(layerOf('ARG G=1\nFROM a\nARG G\nRUN x\n', 'RUN')).includes('ARG G'));
  });

  test('RUN: an ARG of the stage that it is FROM is inherited', () => {
    assert.ok(keyOf(layerOf('FROM a AS b\nARG G=1\nFROM b\nRUN x\n', 'RUN')).includes('ARG G'));
  });

  test('RUN: proxies are free unless declared, platforms count once declared', () => {
    assert.ok(!keyOf(layerOf('FROM a\nARG HTTP_PROXY\nRUN x\n', 'RUN')).some((key) => key.includes('PROXY')));
    assert.ok(keyOf(layerOf('FROM a\nARG TARGETARCH\nRUN x\n', 'RUN')).includes('predefined TARGETARCH'));
    assert.ok(!keyOf(layerOf('FROM a\nRUN x\n', 'RUN')).some((key) => key.includes('TARGETARCH')));
  });

  test('RUN: the exec form does not know the shell', () => {
    assert.ok(
      !keyOf(layerOf('FROM a\nSHELL ["/bin/bash", "-c"]\nRUN ["x"]\n', 'RUN')).some((key) => key.startsWith('shell')),
    );
  });

  test('RUN: options of every mount; the files of a bind mount; the content of a stage', () => {
    const text = dockerfile`
      FROM a AS deps
      FROM b
      RUN --mount=type=cache,target=/c --mount=type=secret,id=s --mount=source=src,target=/s --mount=from=deps,source=/o,target=/o x
    `;
    const key = keyOf(layerOf(text, 'RUN'));
    assert.deepEqual(key.slice(-6), [
      'mount cache',
      'mount secret',
      'mount bind',
      'files src',
      'mount bind',
      'stage deps /o',
    ]);
  });

  test('COPY: its files and its expanded text; neither USER, ENV nor ARG by themselves', () => {
    const text = dockerfile`
      FROM debian
      ENV TO=/app
      ARG X=1
      USER app
      COPY --chown=1:1 a b $TO/
    `;
    assert.deepEqual(keyOf(layerOf(text, 'COPY')), [
      'image debian',
      'text --chown=1:1 a b /app/',
      'ENV TO (used)',
      'files a b',
    ]);
  });

  test('COPY --from: what it copies from the stage, by name in any case or by number, or from an image', () => {
    const text = 'FROM a AS Build\nFROM b\nCOPY --from=build /x /\nCOPY --from=0 /y /\nCOPY --from=nginx:1 /z /\n';
    assert.deepEqual(keyOf(layerOf(text, 'COPY')).at(-1), 'stage build /x');
    assert.deepEqual(keyOf(layerOf(text, 'COPY', 1)).at(-1), 'stage build /y');
    assert.deepEqual(keyOf(layerOf(text, 'COPY', 2)).at(-1), 'image files nginx:1 /z');
  });

  test('ADD of a URL is fetched and is not of the context', () => {
    const layer = layerOf('FROM a\nADD https://example.com/x.tgz /x\n', 'ADD');
    assert.ok(keyOf(layer).includes('url https://example.com/x.tgz'));
    assert.equal(layer.onContext, false);
  });

  test('LABEL, EXPOSE, CMD and their like depend on nothing', () => {
    assert.deepEqual(keyOf(layerOf('FROM a\nLABEL a=b\n', 'LABEL')), []);
  });
});

suite('what depends on the context', () => {
  test('a step behind a COPY, a stage built on it and a COPY --from it do', () => {
    const { layers } = readBuild(dockerfile`
      FROM a AS one
      RUN before
      COPY src .
      RUN after
      FROM one AS two
      RUN inherits
      FROM c
      RUN free
      COPY --from=two /x /
    `);
    assert.deepEqual(
      layers.filter(({ cached }) => cached).map(({ onContext }) => onContext),
      [false, true, true, true, false, true],
    );
  });

  test('a heredoc is text, not context', () => {
    assert.equal(layerOf('FROM a\nCOPY <<EOF /x\ny\nEOF\n', 'COPY').onContext, false);
  });
});

suite('what reruns', () => {
  const text = dockerfile`
    FROM a AS build
    LABEL a=b
    COPY src .
    ENV E=1
    COPY other .
    RUN make
    FROM nginx
    RUN own
    COPY --from=build /out /
    RUN last
  `;

  test('below a step everything, and behind a COPY from its stage', () => {
    assert.deepEqual(rerunsOf(text, 'COPY'), ['COPY@5', 'RUN@6', 'COPY@9', 'RUN@10']);
  });

  test('an ENV reruns later RUNs, not the COPY before them that does not use it', () => {
    assert.deepEqual(rerunsOf(text, 'ENV'), ['RUN@6', 'COPY@9', 'RUN@10']);
  });

  test('an ENV reruns a COPY whose text uses it', () => {
    assert.deepEqual(rerunsOf('FROM a\nENV D=/x\nCOPY a b\nCOPY a $D\n', 'ENV'), ['COPY@4']);
  });

  test('a LABEL reruns nothing', () => {
    assert.deepEqual(rerunsOf(text, 'LABEL'), []);
  });

  test('an ENV without a RUN of its own reruns those of a stage built on it', () => {
    assert.deepEqual(rerunsOf('FROM a AS b\nENV E=1\nFROM b\nCOPY x .\nRUN y\n', 'ENV'), ['RUN@5']);
  });

  test('USER reruns RUN and WORKDIR, not COPY; SHELL not the exec form', () => {
    assert.deepEqual(rerunsOf('FROM a\nUSER u\nCOPY x .\nWORKDIR /w\n', 'USER'), ['WORKDIR@4']);
    assert.deepEqual(rerunsOf('FROM a\nSHELL ["/bin/bash", "-c"]\nRUN ["x"]\nCOPY a .\n', 'SHELL'), []);
  });

  test('a value handed on from variable to variable reruns what uses the last', () => {
    const handed = 'FROM a\nARG V=1\nENV D=/x/$V\nCOPY a $D\n';
    assert.deepEqual(rerunsOf(handed, 'ARG'), ['COPY@4']);
  });

  test('an ENV that another of its name replaces before the next RUN reruns nothing', () => {
    assert.deepEqual(rerunsOf('FROM a\nENV A=1\nENV A=2\nRUN x\n', 'ENV'), []);
    assert.deepEqual(rerunsOf('FROM a\nENV A=1\nENV A=2\nRUN x\n', 'ENV', 1), ['RUN@4']);
  });

  test('a global ARG reruns the stages whose FROM names it, and what redeclares it', () => {
    assert.deepEqual(rerunsOf('ARG V=1\nFROM a:$V\nCOPY x .\nFROM b\nRUN y\n', 'ARG'), ['COPY@3']);
    assert.deepEqual(rerunsOf('ARG V=1\nFROM a\nRUN x\nARG V\nRUN y\n', 'ARG'), ['RUN@5']);
  });

  test('FROM reruns all of its stage and of stages built on it', () => {
    assert.deepEqual(rerunsOf('FROM a AS b\nFROM b AS c\nCOPY x .\nFROM d\nRUN y\n', 'FROM'), ['COPY@3']);
  });

  test('WORKDIR / makes no step, yet later RUNs see another directory', () => {
    assert.deepEqual(rerunsOf('FROM a\nWORKDIR /\nCOPY x /y\nRUN z\n', 'WORKDIR'), ['RUN@4']);
    assert.deepEqual(rerunsOf('FROM a\nWORKDIR /\nCOPY x y\n', 'WORKDIR'), ['COPY@3']);
  });
});
