import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type MarkupContent,
} from 'vscode-languageserver/node';
import { refactorings, rules } from '../server/src/core/index';
import { dockerfile } from '../server/src/core/text/dockerfile';
import { Editor, modern, plain, soon } from './support/editor';
import { readFixture } from './support/fixture';

/** One warning: `pinning/npm`, in hadolint's words DL3016. */
const unpinned = dockerfile`
  FROM node:22.11.0-slim
  RUN npm install express
`;
const uri = 'untitled:Dockerfile';
/** Settings under which nothing else is found in it, whatever rules there are. */
const only = { rules: { '*': 'off', 'pinning/npm': 'warning' } };

let editor: Editor;
before(async () => {
  editor = await Editor.start({ settings: only });
});
after(async () => {
  assert.equal(await editor.stop(), 0, 'shutdown and exit end the process well');
});

/** Names of the findings that an editor would show. */
async function found(of: Editor, address = uri): Promise<unknown[]> {
  return (await of.diagnostics(address)).map(({ code }) => code);
}

suite('diagnostics', () => {
  test('have a source, a rule, a link to its page, and a place', async () => {
    await editor.open(uri, unpinned);
    const [diagnostic, ...more] = await editor.diagnostics(uri);
    assert.deepEqual(more, []);
    assert.equal(diagnostic?.source, 'layerwise');
    assert.equal(diagnostic.code, 'pinning/npm');
    assert.equal(diagnostic.severity, 2);
    assert.match(diagnostic.codeDescription?.href ?? '', /^https:.*\/rules\/pinning\.md#pinningnpm$/);
    assert.equal(diagnostic.range.start.line, 1);
    assert.match(diagnostic.message, /\.$/);
  });

  test('fade out what is not needed, and point to the other places of the story', async () => {
    const text = 'FROM debian:12.5\nARG CONTACT=nobody\nCOPY . /src\nRUN apt-get update && apt-get install -y curl\n';
    const address = 'untitled:other';
    const set = await Editor.start({ settings: { rules: { '*': 'off', 'cache/*': 'info' } } });
    await set.open(address, text);
    const diagnostics = await set.diagnostics(address);
    const unused = diagnostics.find(({ code }) => code === 'cache/unused-arg-before-run');
    assert.deepEqual(unused?.tags, [1]);
    const order = diagnostics.find(({ code }) => code === 'cache/copy-before-system-install');
    const [victim] = order?.relatedInformation ?? [];
    assert.equal(victim?.location.uri, address);
    assert.equal(victim.location.range.start.line, 3);
    await set.stop();
  });

  test('follow edits, which come as parts of the text', async () => {
    await editor.change(uri, {
      range: { start: { line: 1, character: 23 }, end: { line: 1, character: 23 } },
      text: '@5.1.0',
    });
    assert.deepEqual(await found(editor), []);
    await editor.change(uri, {
      range: { start: { line: 1, character: 23 }, end: { line: 1, character: 29 } },
      text: '',
    });
    assert.deepEqual(await found(editor), ['pinning/npm']);
  });

  test('are not sent again when nothing has changed', async () => {
    const method = 'textDocument/diagnostic';
    const first = await editor.connection.sendRequest<{ resultId: string }>(method, { textDocument: { uri } });
    const again = { textDocument: { uri }, previousResultId: first.resultId };
    assert.deepEqual(await editor.connection.sendRequest(method, again), {
      kind: 'unchanged',
      resultId: first.resultId,
    });
    await editor.close(uri);
    assert.deepEqual(await editor.diagnostics(uri), []);
  });

  test('are pushed to an editor that does not ask, and taken back when the document closes', async () => {
    const old = await Editor.start({ capabilities: plain, initializationOptions: { settings: only } });
    assert.equal(old.initialized.capabilities.diagnosticProvider, undefined);
    await old.open(uri, unpinned);
    const { diagnostics } = await old.pushed(uri, 1);
    assert.deepEqual(
      diagnostics.map(({ code, codeDescription }) => [code, codeDescription]),
      [['pinning/npm', undefined]],
    );
    await old.close(uri);
    assert.deepEqual((await old.pushed(uri, 2)).diagnostics, []);
    assert.equal(await old.stop(), 0);
  });

  test('come for any text', async () => {
    for (const text of ['', '\uFEFF', '#', 'FROM', 'RUN <<EOF', `RUN "${'x'.repeat(100_000)}`, 'FROM a\0b\r\rRUN \\']) {
      await editor.open(uri, text);
      assert.ok(Array.isArray(await editor.diagnostics(uri)));
      await editor.hover(uri, { line: 0, character: 0 });
      await editor.actions(uri, 0);
      await editor.close(uri);
    }
    assert.deepEqual(editor.log, []);
  });
});

suite('code actions', () => {
  const fixable = rules.filter(({ fixable }) => fixable?.safety === 'safe');
  for (const rule of fixable.slice(0, 3)) {
    test(`the fix of ${rule.id} does what its example says, and is the preferred one`, async () => {
      const example = rule.examples.find(({ good, context }) => good !== undefined && !context)!;
      const { text } = readFixture(example.bad);
      const alone = await Editor.start({ settings: { rules: { '*': 'off', [rule.id]: 'warning' } } });
      await alone.open(uri, text);
      const [diagnostic] = await alone.diagnostics(uri);
      const actions = await alone.actions(uri, diagnostic!.range, ['quickfix']);
      const preferred = actions.filter(({ isPreferred }) => isPreferred);
      assert.equal(preferred.length, 1);
      assert.equal(preferred[0]!.edit, undefined, 'the edit comes when it is asked for');
      assert.deepEqual(preferred[0]!.diagnostics, [diagnostic]);
      const { edit } = await alone.resolve(preferred[0]!);
      assert.equal(alone.after(uri, edit!), readFixture(example.good!).text);
      const [all] = await alone.actions(uri, 0, ['source.fixAll']);
      assert.equal(all?.kind, 'source.fixAll.layerwise');
      assert.equal(alone.after(uri, (await alone.resolve(all)).edit!), readFixture(example.good!).text);
      await alone.stop();
    });
  }

  test('fix all that is safe at once, and nothing else; what is left to do comes along', async () => {
    const text = dockerfile`
      # syntax=docker/dockerfile:1.0
      FROM golang AS build
      COPY . .
      RUN go vet ./...
      RUN go build -o /app

      FROM debian:12-slim
      ENV API_TOKEN=hunter2
      RUN apt-get update && apt-get install -y curl
      COPY --from=build /app /app
    `;
    const rules = ['cache/mount-go', 'cache/mount-apt', 'pinning/base-image-untagged', 'secrets/name-in-arg-or-env'];
    const all = await Editor.start({
      initializationOptions: { notesCommand: 'test.notes' },
      settings: { rules: { '*': 'off', ...Object.fromEntries(rules.map((rule) => [rule, 'warning'])) } },
    });
    await all.open(uri, text);
    const mount = '--mount=type=cache,target=';
    const goMounts = `${mount}/go/pkg/mod \\\n    ${mount}/root/.cache/go-build \\\n    `;
    const safe = text.replace('1.0', '1').replaceAll('RUN go', `RUN ${goMounts}go`);
    const [action, ...more] = await all.actions(uri, 0, ['source.fixAll']);
    assert.deepEqual(more, []);
    assert.equal(all.after(uri, (await all.resolve(action!)).edit!), safe);
    assert.equal(action!.command?.command, 'test.notes');
    assert.match(JSON.stringify(action!.command.arguments), /Raises the Dockerfile frontend/);

    const together = (await all.actions(uri, 3, ['quickfix'])).filter(({ title }) => title.startsWith('Fix all'));
    assert.deepEqual(
      together.map(({ title }) => title),
      ['Fix all 2 findings of cache/mount-go'],
    );
    assert.equal(all.after(uri, (await all.resolve(together[0]!)).edit!), safe);
    await all.change(uri, { text: safe });
    assert.deepEqual(await all.actions(uri, 0, ['source.fixAll']), []);
    assert.equal(await all.stop(), 0);
  });

  test('offer what is not safe one at a time', async () => {
    const all = await Editor.start({ settings: { rules: { '*': 'off', 'cache/mount-apt': 'warning' } } });
    const stage = 'FROM debian:12\nRUN apt-get update && apt-get install -y curl\n';
    await all.open(uri, stage + stage);
    const actions = await all.actions(uri, 1);
    assert.equal(await all.stop(), 0);
    assert.deepEqual(
      actions.filter(({ kind }) => kind === 'quickfix').map(({ title }) => title.replace(/ .*/, '')),
      ['Add', 'Ignore'],
    );
    assert.ok(actions.every(({ kind }) => !kind?.startsWith('source')));
  });

  test('silence a finding by a comment above its instruction', async () => {
    await editor.open(uri, unpinned);
    const ignore = (await editor.actions(uri, 1, ['quickfix'])).find(({ title }) => title.startsWith('Ignore'));
    assert.equal(ignore?.isPreferred, undefined);
    const after = editor.after(uri, (await editor.resolve(ignore!)).edit!);
    assert.equal(after, unpinned.replace('RUN', '# layerwise ignore=pinning/npm\nRUN'));
    await editor.change(uri, { text: after });
    assert.deepEqual(await found(editor), []);
    await editor.close(uri);
  });

  test('bring their edits along for an editor that does not ask for them later', async () => {
    const old = await Editor.start({ capabilities: plain, initializationOptions: { settings: only } });
    await old.open(uri, unpinned);
    const ignore = (await old.actions(uri, 1)).find(({ title }) => title.startsWith('Ignore'));
    assert.equal(ignore?.data, undefined);
    assert.equal(old.after(uri, ignore!.edit!), unpinned.replace('RUN', '# layerwise ignore=pinning/npm\nRUN'));
    assert.equal(ignore?.edit?.documentChanges, undefined);
    await old.stop();
  });

  test('are refused when the document has changed in between', async () => {
    await editor.open(uri, unpinned);
    const [action] = await editor.actions(uri, 1, ['quickfix']);
    await editor.change(uri, { text: `#\n${unpinned}` });
    await assert.rejects(editor.resolve(action!), /has changed/);
    await editor.close(uri);
  });

  test('offer every refactoring where its example says, and the reason where it is refused', async () => {
    for (const { id, title, kind, examples } of refactorings) {
      for (const { before, after: wanted, refusal, context } of examples) {
        if (context) continue;
        const marked = readFixture(before).text;
        const start = marked.indexOf('<|>');
        const text = marked.replaceAll('<|>', '');
        const end = marked.replace('<|>', '').indexOf('<|>');
        await editor.open(uri, text);
        const range = { start: positionAt(text, start), end: positionAt(text, end === -1 ? start : end) };
        const actions = await editor.actions(uri, range, ['refactor']);
        const ours = actions.filter((action) => action.kind === `refactor.${kind}`);
        if (refusal !== undefined) {
          assert.ok(
            ours.some((action) => action.title === title && action.disabled?.reason === refusal),
            `${id}: ${refusal}`,
          );
          const all = await editor.actions(uri, range);
          assert.ok(!all.some(({ disabled }) => disabled), 'unasked, nothing disabled is offered');
        } else {
          const results = await Promise.all(
            ours.filter(({ disabled }) => !disabled).map(async (action) => (await editor.resolve(action)).edit!),
          );
          assert.ok(
            results.some((edit) => editor.after(uri, edit) === wanted),
            id,
          );
        }
        await editor.close(uri);
      }
    }
  });
});

suite('hover', () => {
  test('tells the layer of the instruction under the cursor, in Markdown or as plain text', async () => {
    await editor.open(uri, unpinned);
    const shown = await editor.hover(uri, { line: 1, character: 6 });
    const contents = shown?.contents as MarkupContent;
    assert.equal(contents.kind, 'markdown');
    assert.match(contents.value, /^\*\*RUN\*\* · layer 1 of 1/);
    assert.match(contents.value, /\(https:\/\/docs\.docker\.com\/reference\/dockerfile\/#run\)/);
    assert.equal(shown?.range?.start.line, 1);
    assert.equal(await editor.hover(uri, { line: 2, character: 0 }), null);
    await editor.close(uri);

    const old = await Editor.start({ capabilities: plain, initializationOptions: { settings: only } });
    await old.open(uri, unpinned);
    const text = (await old.hover(uri, { line: 1, character: 6 }))?.contents as MarkupContent;
    assert.equal(text.kind, 'plaintext');
    assert.match(text.value, /^RUN · layer 1 of 1/);
    assert.doesNotMatch(text.value, /\*\*|`|\]\(/);
    await old.stop();
  });
});

suite('settings', () => {
  test('decide which rules are on, and how severe', async () => {
    const set = await Editor.start({ settings: { rules: { '*': 'off', DL3016: 'error' } } });
    await set.open(uri, unpinned);
    assert.deepEqual(
      (await set.diagnostics(uri)).map(({ code, severity }) => [code, severity]),
      [['pinning/npm', 1]],
    );
    set.settings = { enable: false };
    await set.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    while (set.refreshes === 0) await soon();
    assert.deepEqual(await set.diagnostics(uri), []);
    assert.deepEqual(await set.actions(uri, 1), []);
    assert.equal(await set.hover(uri, { line: 1, character: 1 }), null);
    assert.ok(set.registered.includes('workspace/didChangeConfiguration'));
    await set.stop();
  });

  test('that are wrong are told, and cost nothing else', async () => {
    const settings = {
      preset: 'best',
      rules: { '*': 'off', 'cache/nonsense': 'off', 'pinning/npm': 'loud', DL3016: { severity: 'hint', lines: 3 } },
      trustedRegistries: 3,
      minimumFrontend: 'newest',
      labelSchema: { a: 'date' },
      strictLabels: 'yes',
    };
    const told = [
      'layerwise.preset is not one of auto, recommended, strict, hadolint, buildkit, all.',
      'layerwise.minimumFrontend is not a version of docker/dockerfile such as "1.10".',
      'layerwise.strictLabels is not true or false.',
      'layerwise.rules: no rule is named cache/nonsense.',
      'layerwise.rules: pinning/npm is not one of error, warning, info, hint, off.',
      'layerwise.rules: DL3016 has no option lines.',
      'layerwise.trustedRegistries is not a list of registries.',
      'layerwise.labelSchema is not an object of labels and text, url, semver, hash, rfc3339, spdx, email.',
    ];
    const set = await Editor.start({ settings });
    await set.open(uri, unpinned);
    assert.deepEqual(
      (await set.diagnostics(uri)).map(({ severity }) => severity),
      [4],
    );
    await set.diagnostics(uri);
    assert.deepEqual(set.messages, [`Layerwise: ${told.join(' ')}`]);
    await set.stop();

    const ours = await Editor.start({ settings, initializationOptions: { showsStatus: true } });
    await ours.open(uri, unpinned);
    await ours.diagnostics(uri);
    await ours.diagnostics(uri);
    assert.deepEqual(ours.messages, []);
    assert.deepEqual(ours.statuses, [{ problems: told }]);
    await ours.stop();
  });

  test('differ by workspace folder, over what the configuration file of each says', async () => {
    const [one, two] = ['one', 'two'].map((name) => mkdtempSync(join(tmpdir(), `layerwise-${name}-`)));
    for (const folder of [one!, two!]) mkdirSync(join(folder, '.git'));
    writeFileSync(join(two!, '.layerwise.yaml'), 'rules:\n  "*": off\n  DL3016: info\n  DL3013: hint\n');
    const [first, second] = [one, two].map((folder) => pathToFileURL(join(folder!, 'Dockerfile')).href);
    const set = await Editor.start({
      folders: [pathToFileURL(one!).href, pathToFileURL(two!).href],
      settings: (uri: string) =>
        uri === first ? { rules: { '*': 'off', 'pinning/npm': 'error' } } : { rules: { DL3013: 'warning' } },
    });
    const text = `${unpinned}RUN pip install flask\n`;
    const found = async (uri: string) =>
      (await set.diagnostics(uri)).map(({ code, severity }) => `${code} ${severity}`);
    await set.open(first!, text);
    await set.open(second!, text);
    assert.deepEqual(await found(first!), ['pinning/npm 1']);
    assert.deepEqual(await found(second!), ['pinning/npm 3', 'pinning/pip 2']);
    await set.stop();
    for (const folder of [one!, two!]) rmSync(folder, { recursive: true });
  });

  test('come with the start for an editor that cannot be asked, and by notification', async () => {
    const old = await Editor.start({ capabilities: plain, initializationOptions: { settings: { enable: false } } });
    await old.open(uri, unpinned);
    assert.deepEqual((await old.pushed(uri, 1)).diagnostics, []);
    const change = { settings: { layerwise: { rules: { '*': 'off', DL3016: 'info' } } } };
    await old.connection.sendNotification(DidChangeConfigurationNotification.type, change);
    const { diagnostics } = await old.pushed(uri, 2);
    assert.deepEqual(
      diagnostics.map(({ severity }) => severity),
      [3],
    );
    await old.stop();
  });
});

suite('files around', () => {
  const root = mkdtempSync(join(tmpdir(), 'layerwise-workspace-'));
  after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, '.git'));
  const file = pathToFileURL(join(root, 'Dockerfile')).href;

  test('a configuration file counts, with the settings on top; a change of it is noticed', async () => {
    writeFileSync(join(root, '.layerwise.yaml'), 'rules:\n  "*": off\n');
    const set = await Editor.start({ folder: pathToFileURL(root).href });
    await set.open(file, unpinned);
    assert.deepEqual(await found(set, file), []);
    while (!set.registered.includes('workspace/didChangeWatchedFiles')) await soon();

    writeFileSync(join(root, '.layerwise.yaml'), 'rules:\n  "*": off\n  pinning/npm: error\n');
    await set.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
    while (set.refreshes === 0) await soon();
    assert.deepEqual(
      (await set.diagnostics(file)).map(({ severity }) => severity),
      [1],
    );

    set.settings = { rules: { 'pinning/npm': 'hint' }, minimumFrontend: '1.4' };
    await set.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    while (set.refreshes === 1) await soon();
    assert.deepEqual(
      (await set.diagnostics(file)).map(({ severity }) => severity),
      [4],
    );

    writeFileSync(join(root, '.layerwise.yaml'), 'preset: best\n');
    await set.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
    while (set.messages.length === 0) await soon();
    assert.match(set.messages[0]!, /\.layerwise\.yaml:1: "preset" is none of/);
    await set.stop();
    rmSync(join(root, '.layerwise.yaml'));
  });
});

suite('the requests of our own clients', () => {
  interface Result {
    title: string;
    because?: string;
    text?: string;
    version?: number;
  }
  const refactor = (id: string, address = uri) =>
    editor.connection.sendRequest<Result>('layerwise/refactor', { textDocument: { uri: address }, refactoring: id });

  test('a refactoring comes as a whole text with its edits, or as a reason', async () => {
    await editor.open(uri, unpinned);
    assert.match((await refactor('make-coffee')).because ?? '', /does not know/);
    assert.match((await refactor(refactorings[0]!.id, 'untitled:other')).because ?? '', /not open/);
    await editor.close(uri);
    for (const { id, examples } of refactorings) {
      const example = examples.find((one) => one.after !== undefined && one.before.startsWith('<|>'));
      if (!example || example.context) continue;
      await editor.open(uri, readFixture(example.before.replaceAll('<|>', '')).text);
      const result = await refactor(id);
      assert.equal(result.text, example.after);
      assert.equal(result.version, 1);
      await editor.close(uri);
    }
  });

  test('a conversion comes with what it means, and with other images to choose from', async () => {
    const text =
      'FROM golang:1.22\nEXPOSE 80\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /a .\nCMD ["/a"]\n';
    await editor.open(uri, text);
    const ask = (method: string, more: object = {}) =>
      editor.connection.sendRequest(method, {
        textDocument: { uri },
        refactoring: 'convert-to-multi-stage',
        ...more,
      });
    const preview = (await ask('layerwise/refactor')) as Record<string, unknown>;
    // An engine of this machine may know better than the table.
    assert.match(String(preview.headline), /^about .+ → \d+ MB$/);
    assert.match(String(preview.effect), /go, gcc, .* leave the image/);
    assert.deepEqual((preview.moves as unknown[])[0], { line: 1, to: 'runtime', why: 'it is about the container' });
    assert.match(String(preview.text).split('\n')[preview.runtimeLine as number]!, /^FROM gcr\.io/);
    const choices = (await ask('layerwise/runtimeChoices')) as { image: string; detail: string }[];
    assert.ok(choices.some(({ image }) => image === 'debian:bookworm-slim'));
    const other = (await ask('layerwise/refactor', { runtime: 'debian:bookworm-slim' })) as Record<string, unknown>;
    assert.match(String(other.text), /^FROM debian:bookworm-slim$/m);
    const refused = (await ask('layerwise/refactor', { runtime: 'example.com/nothing:1' })) as Record<string, unknown>;
    assert.match(String(refused.because), /example\.com\/nothing:1/);
    await editor.close(uri);
  });

  test('a client that shows refactorings itself is asked to', async () => {
    const set = await Editor.start({
      capabilities: modern,
      initializationOptions: { refactorCommand: 'test.refactor', notesCommand: 'test.notes' },
    });
    await set.open(uri, 'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /a .\nCMD ["/a"]\n');
    const range = { start: { line: 0, character: 6 }, end: { line: 0, character: 6 } };
    for (const only of [undefined, ['refactor'], ['quickfix']]) {
      const actions = (await set.actions(uri, range, only)).filter(({ title }) => title.startsWith('Convert'));
      assert.equal(actions.length, 1);
      const { title, edit, command } = actions[0]!;
      assert.deepEqual([title, edit, command?.command], ['Convert to multi-stage...', undefined, 'test.refactor']);
      assert.equal(command!.arguments![0].refactoring, 'convert-to-multi-stage');
      assert.equal(command!.arguments![0].uri, uri);
    }
    await set.stop();
  });

  test('every rule is listed and explained', async () => {
    const list = await editor.connection.sendRequest<{ id: string; summary: string }[]>('layerwise/rules');
    assert.equal(list.length, rules.length);
    const page = await editor.connection.sendRequest('layerwise/explain', { rule: 'DL3016' });
    assert.match(String(page), /^## pinning\/npm\n/);
    assert.equal(await editor.connection.sendRequest('layerwise/explain', { rule: 'nonsense' }), null);
  });

  test('an action whose edit leaves something to do ends with the command of the client', async () => {
    const command = 'test.notes';
    const set = await Editor.start({ capabilities: modern, initializationOptions: { notesCommand: command } });
    let seen = 0;
    for (const { id, examples } of refactorings) {
      for (const example of examples) {
        if (example.after === undefined || example.context) continue;
        const text = readFixture(example.before).text;
        const cursor = positionAt(text.replaceAll('<|>', ''), text.indexOf('<|>'));
        await set.open(uri, text.replaceAll('<|>', ''));
        for (const action of await set.actions(uri, { start: cursor, end: cursor }, ['refactor'])) {
          if (!action.command) continue;
          seen += 1;
          assert.equal(action.command.command, command, id);
          assert.ok(action.command.arguments?.[0].notes.length > 0);
        }
        await set.close(uri);
      }
    }
    assert.ok(seen > 0 || refactorings.length < 3);
    await set.stop();
  });
});

function positionAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
