import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fix } from '../../server/src/core/index';
import { readBuild } from '../../server/src/core/model/build';
import { readUser } from '../../server/src/core/model/stages/user';

/** Whether fixing without asking gives the file cache mounts: only where the image stays the same. */
function mountsUnasked(text: string): boolean {
  return fix(text).text.includes('--mount=type=cache');
}

suite('cache mounts that are added without asking', () => {
  const safe: Readonly<Record<string, string>> = {
    'npm, as root, in a stage from which only files are copied':
      'FROM node:20 AS b\nRUN npm ci\nFROM node:20\nCOPY --from=b /app /app\n',
    'npm, with its clean-up': 'FROM node:20\nRUN npm ci && rm -rf ~/.npm\n',
    'Maven, whose downloads a later step removes':
      'FROM maven:3.9 AS b\nRUN mvn package\nRUN rm -rf ~/.m2\nFROM eclipse-temurin:21\nCOPY --from=b /t /t\n',
    'Go, in a stage from which only files are copied':
      'FROM golang:1.23 AS b\nRUN go build -o /a .\nFROM scratch\nCOPY --from=b /a /a\n',
    'Maven, in a stage from which only files are copied':
      'FROM maven:3.9 AS b\nRUN mvn package\nFROM eclipse-temurin:21\nCOPY --from=b /t /t\n',
  };
  for (const [name, text] of Object.entries(safe)) test(name, () => assert.equal(mountsUnasked(text), true));

  const unsafe: Readonly<Record<string, string>> = {
    'apt: a setting stays in the image': 'FROM debian:12\nRUN apt-get update && apt-get install -y curl\n',
    'pip: wheels of other builds': 'FROM python:3.12\nRUN pip install flask\n',
    'Yarn: another manager of Node': 'FROM node:20\nRUN yarn\n',
    'npm, beside Yarn': 'FROM node:20\nRUN npm ci && yarn\n',
    'npm, on an image that is not known': 'FROM example.com/node\nRUN npm ci\n',
    'npm, as another user': 'FROM node:20\nUSER node\nRUN npm ci\n',
    'Go, where the image keeps its modules': 'FROM golang:1.23\nRUN go build .\n',
    'Go, in a stage that the image is based on': 'FROM golang:1.23 AS b\nRUN go build .\nFROM b\nRUN ls\n',
    '.NET, where a later step goes online again':
      'FROM mcr.microsoft.com/dotnet/sdk:8.0 AS b\nRUN dotnet restore\nRUN dotnet publish --no-restore\nFROM scratch\n',
  };
  for (const [name, text] of Object.entries(unsafe)) test(name, () => assert.equal(mountsUnasked(text), false));

  for (const use of [
    'RUN cp /root/.m2/repository/x.jar /x.jar',
    'RUN cp ~/.m2/repository/x.jar /x.jar',
    'RUN cp "$HOME/.m2/repository/x.jar" /x.jar',
    'RUN java -cp /root/.m2/repository/x.jar:target/classes x.Main > /out',
    'RUN cp -a /root /backup',
    'RUN tar -cf /root.tar -C / root && tar -cf /m2.tar -C ~ .m2',
    'RUN <<EOF\nfor f in ~/.m2/*; do cat "$f"; done > /out\nEOF',
    'WORKDIR /root/.m2/repository\nRUN cp x.jar /x.jar',
    'ENV CLASSPATH=/root/.m2/repository/x.jar\nRUN java x.Main > /out',
    'FROM b AS c\nRUN cp /root/.m2/repository/x.jar /x.jar',
  ]) {
    test(`not where a later step uses what lies there: ${use.replaceAll('\n', ' ')}`, () => {
      const text = `FROM maven:3.9 AS b\nRUN mvn package\n${use}\nFROM eclipse-temurin:21\nCOPY --from=b /out /out\n`;
      assert.equal(mountsUnasked(text), false);
    });
  }
});

/** Whom the last RUN runs as. */
function userOf(text: string): string {
  const build = readBuild(text);
  const { root, name, uid, gid, home } = readUser(
    build,
    build.instructions.findLast(({ keyword }) => keyword === 'RUN')!,
  );
  return root ? `root ${home}` : [name, `${uid ?? '?'}:${gid ?? '?'}`, home ?? '?'].join(' ');
}

const users: Readonly<Record<string, string>> = {
  'FROM debian\n': 'root /root',
  'FROM debian\nENV HOME=/srv\n': 'root /srv',
  'FROM debian\nUSER 0:0\n': 'root /root',
  'FROM debian\nUSER app\n': 'app ?:? /home/app',
  'FROM debian\nUSER 1000:50\n': '1000 1000:50 ?',
  'FROM debian\nARG WHO\nUSER $WHO\n': '$WHO ?:? ?',
  'FROM debian\nARG WHO=app\nUSER $WHO\n': 'app ?:? /home/app',
  'FROM debian\nUSER www-data\n': 'www-data ?:? /var/www',
  'FROM debian\nUSER nobody\n': 'nobody ?:? ?',
  'FROM node:20\nUSER node\n': 'node 1000:1000 /home/node',
  'FROM docker.io/library/node:20\nUSER 1000\n': '1000 1000:1000 /home/node',
  'FROM mcr.microsoft.com/dotnet/sdk:8.0\nUSER app\n': 'app 1654:1654 /home/app',
  'FROM jupyter/base-notebook\n': 'jovyan 1000:100 /home/jovyan',
  'FROM debian\nRUN useradd -m -u 10 -g 20 -d /opt/app app\nUSER app\n': 'app 10:20 /opt/app',
  'FROM debian\nRUN groupadd app && useradd -rmu 10 -g app app\nUSER app\n': 'app 10:? /home/app',
  'FROM debian\nRUN adduser --uid 10 --home /x --disabled-password --gecos "" app\nUSER 10\n': '10 10:? /x',
  'FROM alpine\nRUN adduser -D -h /x -G users -u 10 app\nUSER app\n': 'app 10:? /x',
  'FROM debian AS a\nRUN useradd -u 10 app\nUSER app\nFROM a\n': 'app 10:? /home/app',
  'FROM debian AS a\nRUN useradd -u 10 app\nFROM debian\nUSER app\n': 'app ?:? /home/app',
};

suite('users', () => {
  for (const [text, expected] of Object.entries(users)) {
    test(text.trim().replaceAll('\n', ' · '), () => assert.equal(userOf(`${text}RUN x\n`), expected));
  }
});
