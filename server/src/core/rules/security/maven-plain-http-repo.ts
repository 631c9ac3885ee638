import type { Build } from '../../model/build-types';
import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import { spanIn, writtenTexts } from '../../model/shell/written-texts';
import { ownOrTrigger } from '../../model/syntax/triggers';
import { dockerfile } from '../../text/dockerfile';
import type { Span } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const mavenPlainHttpRepo: Rule = {
  id: 'security/maven-plain-http-repo',
  severity: 'warning',
  summary: 'Leave the protection of Java downloads on.',
  why: `maven.wagon.http.ssl.insecure has Maven take any certificate, allowInsecureProtocol has Gradle download by plain http, and
    https.protocols with TLS 1.0, TLS 1.1 or SSL brings back protocols that can be broken. What is downloaded runs in the build and
    ships with the program. To ask for TLSv1.2, as old versions of Java need it, is fine.`,
  about: {
    instructions: ['ADD', 'ARG', 'COPY', 'ENV', 'RUN'],
    texts: ['maven.wagon.http.ssl', 'https.protocols', 'nsecureprotocol'],
  },
  examples: [
    {
      bad: dockerfile`
        FROM maven:3.9
        COPY pom.xml .
        RUN mvn -Dmaven.wagon.http.ssl.insecure=true dependency:go-offline
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Maven takes any certificate, so anybody in between can put other code into the build.
      `,
      good: dockerfile`
        FROM maven:3.9
        COPY pom.xml .
        RUN mvn dependency:go-offline
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      const one = ownOrTrigger(instruction);
      if (one?.keyword !== 'ENV' && one?.keyword !== 'ARG') continue;
      for (const { value } of one.pairs) if (value) found.push(...inText(build, value, value.value));
    }
    for (const named of [commandsNamed, onbuildCommandsNamed]) {
      for (const { arguments: words } of named(build, ...COMMANDS)) {
        for (const word of words) found.push(...inText(build, word, word.value));
      }
    }
    for (const { assignments } of build.commands) {
      for (const { value } of assignments) found.push(...inText(build, value, value.value));
    }
    for (const written of writtenTexts(build)) found.push(...inText(build, written, written.text));
    return found;
  },
};

const COMMANDS = ['mvn', 'mvnw', 'java', 'gradle', 'gradlew', 'sbt', 'export', 'ant', 'lein'];

const OLD = /^(?:SSLv(?:2Hello|2|3)|TLSv1(?:\.[01])?)$/i;

function inText(build: Build, at: Span, text: string): Finding[] {
  const found: Finding[] = [];
  const insecure = /maven\.wagon\.http\.ssl\.(?:insecure|allowall)=true/.exec(text)?.[0];
  if (insecure) {
    found.push({
      at: spanIn(build, at, insecure),
      message: 'Maven takes any certificate, so anybody in between can put other code into the build.',
    });
  }
  const gradle = /(?:isA|a)llowInsecureProtocol\s*(?:=|\()?\s*true/.exec(text)?.[0];
  if (gradle) {
    found.push({
      at: spanIn(build, at, gradle),
      message: 'Gradle downloads by plain http, so anybody in between can put other code into the build.',
    });
  }
  const [protocols, list = ''] = /https\.protocols=["']?([\w.,]+)/.exec(text) ?? [];
  if (protocols && list.split(',').some((protocol) => OLD.test(protocol))) {
    found.push({
      at: spanIn(build, at, protocols),
      message: 'Protocols that can be broken are let in again; TLSv1.2 and TLSv1.3 are what Java uses by itself.',
    });
  }
  return found;
}
