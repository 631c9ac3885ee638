import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findRefactoring, isRefusal, lint, readBuild } from '../../server/src/core/index';

/** A stage of Go's image, with a RUN that downloads and compiles, and what stands behind it. */
const goStage = (behind: string, name = 'build', from = 'golang:1.23') =>
  `FROM ${from} AS ${name}\nRUN go build -o /out/app .\n${behind}`;
const last = 'FROM scratch\nCOPY --from=build /out/app /app\n';

const same: Readonly<Record<string, string>> = {
  'a stage that only serves another one': goStage(last),
  'a stage that is the base of such a stage': `FROM golang:1.23 AS base\nRUN go build -o /out/app .\nFROM base AS build\n${last}`,
  'a step that removes what it leaves': 'FROM node:20\nRUN npm ci && rm -rf /root/.npm\nCMD ["node", "x.js"]\n',
  'the same with a semicolon': 'FROM node:20\nRUN npm ci; rm -rf ~/.npm; echo done\n',
  'the same at the end, with errexit': 'FROM node:20\nRUN set -eux; npm ci; rm -rf ~/.npm\n',
  'a mount of something else of the stage': goStage(
    'FROM debian:12\nRUN --mount=from=build,source=/out,target=/x cp /x/app /\n',
  ),
};

const differs: Readonly<Record<string, string>> = {
  'the last stage': 'FROM golang:1.23\nRUN go build -o /app .\n',
  'the base of the last stage': `${goStage('')}FROM build\nCMD ["/out/app"]\n`,
  'a stage with a command': goStage(`CMD ["/out/app"]\n${last}`),
  'a stage with a health check': goStage(`HEALTHCHECK CMD /out/app\n${last}`),
  'a stage named as people name what they run': goStage(last.replace('build', 'dev'), 'dev'),
  'a stage that serves no other': `${goStage('')}FROM scratch\n`,
  'all of the stage is copied': goStage(`${last}COPY --from=build / /\n`),
  'the home is copied': goStage(`${last}COPY --from=build /root /root\n`),
  'by a glob': goStage(`${last}COPY --from=build /root/.* /root/\n`),
  'by the number of the stage': goStage(`${last}COPY --from=0 /go /go\n`),
  'by a variable': goStage(`${last.replace('COPY', 'ARG P\nCOPY')}COPY --from=build $P /p\n`),
  'all of the stage is mounted': goStage('FROM debian:12\nRUN --mount=from=build,target=/x cp -r /x/root/.cache /\n'),
  'an image that nobody knows': goStage(last, 'build', 'registry.example.org/tools/golang:1.23'),
  'only a part is removed': 'FROM node:20\nRUN npm ci && rm -rf /root/.npm/_cacache\n',
  'an earlier step leaves something, too':
    'FROM node:20\nRUN npm install -g serve\nRUN npm ci && rm -rf /root/.npm\nCMD ["node", "x.js"]\n',
  'something is left behind the removal': 'FROM node:20\nRUN npm ci && rm -rf /root/.npm && npm cache verify\n',
  'the clean-up hides a failure': 'FROM node:20\nRUN npm ci; rm -rf ~/.npm\n',
  'the same in a heredoc': 'FROM node:20\nRUN <<END\nnpm ci\nrm -rf /root/.npm\nEND\n',
  'the same behind a list, which errexit does not stop': 'FROM node:20\nRUN set -e; cd /a && npm ci; rm -rf ~/.npm\n',
  'the same behind a loop': 'FROM node:20\nRUN set -e; for d in a b; do cd $d && npm ci; done; rm -rf ~/.npm\n',
  'errexit that is cleared': 'FROM node:20\nRUN set -e; set +e; npm ci; rm -rf ~/.npm\n',
  'removed when it fails': 'FROM node:20\nRUN npm ci || rm -rf /root/.npm\n',
  'removed before': 'FROM node:20\nRUN rm -rf /root/.npm && npm ci\n',
  'a directory above stays': 'FROM golang:1.23\nRUN go build -o /app . && rm -rf /root/.cache/go-build /go/pkg/mod\n',
};

suite('cache mounts are safe where no image loses a file', () => {
  for (const [table, expected] of [
    [same, 'safe'],
    [differs, 'unsafe'],
  ] as const) {
    for (const [name, text] of Object.entries(table)) {
      test(`${expected}: ${name}`, () => {
        const build = readBuild(text);
        const fixes = lint(build).flatMap(({ rule, fixes }) => (/mount-(?:go|node)$/.test(rule) ? fixes : []));
        for (const fix of fixes) assert.equal(fix.safety, expected, fix.title);
        const at = build.instructions.findLast(({ keyword, flags }) => keyword === 'RUN' && flags.length === 0)!.start;
        const rewrite = findRefactoring('convert-to-cache-mount')!.apply(build, { start: at, end: at });
        assert.ok(rewrite || fixes.length === 0);
        if (!rewrite || isRefusal(rewrite)) return;
        assert.equal(rewrite.safety ?? 'unsafe', expected);
        if (expected === 'unsafe') assert.ok(rewrite.notes && rewrite.notes.length > 0, 'It does not say why.');
      });
    }
  }
});
