import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDockerfile, rangeOf, waitFor } from './editor';
import { test } from './runner';

test('a hover tells the layer, its cache key and what reruns with it', async () => {
  const { document } = await openDockerfile(
    [
      'FROM node:20.11.1',
      'ARG REVISION=dev',
      'WORKDIR /app',
      'COPY package.json ./',
      'RUN npm install',
      'RUN npm run build',
      'CMD ["node", "."]',
      '',
    ].join('\n'),
  );
  const { range, text } = await hoverAt(document, 'RUN npm install');
  assert.deepEqual(range, rangeOf(document, 'RUN npm install'));
  assert.match(text, /^\*\*RUN\*\* · layer 3 of 4 · filesystem$/m);
  assert.match(text, /^Runs a command .+ \[Reference\]\(https:\/\/docs\.docker\.com\/reference\/dockerfile\/#run\)$/m);
  assert.match(text, /^- \*\*Cache key:\*\* .*the step before \(line 4\); its own text; .*`\/app`; `REVISION` too/m);
  assert.match(text, /^- \*\*Reruns when\*\* line 4 copies changed files/m);
  assert.match(text, /^- \*\*When it runs again,\*\* so does line 6\.$/m);

  const command = await hoverAt(document, 'CMD');
  assert.match(command.text, /^\*\*CMD\*\* · metadata only, no layer$/m);
});

async function hoverAt(document: vscode.TextDocument, text: string): Promise<{ range?: vscode.Range; text: string }> {
  const { start } = rangeOf(document, text);
  const hovers = await waitFor(
    'a hover',
    () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, start),
    ({ length }) => length > 0,
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return {
    range: hovers[0]?.range,
    text: contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n\n'),
  };
}
