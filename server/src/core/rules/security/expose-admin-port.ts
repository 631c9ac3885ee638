import type { Build } from '../../model/build-types';
import { exposedPorts } from '../../model/stages/exposed-ports';
import { isShipped } from '../../model/stages/exposure';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const exposeAdminPort: Rule = {
  id: 'security/expose-admin-port',
  severity: 'hint',
  summary: 'Expose no port for debugging or for the Docker engine.',
  why: `Behind these ports are debuggers (Java's 5005, Node's 9229 and 5858, debugpy's 5678 and 8000) and the Docker engine (2375, 2376): whoever
    reaches one of them can run any code. EXPOSE does not open a port, but docker run -P does for all of them, and it tells that the
    image listens there. Only the stage that ships is looked at; 8000 and 5678 count where debugpy is in use.`,
  about: { instructions: ['EXPOSE'] },
  examples: [
    {
      bad: dockerfile`
        FROM eclipse-temurin:21
        EXPOSE 8080 5005
                    ^^^^ Port 5005 is that of Java's debugger: who reaches it can run any code.
        CMD ["java", "-jar", "app.jar"]
      `,
      good: dockerfile`
        FROM eclipse-temurin:21
        EXPOSE 8080
        CMD ["java", "-jar", "app.jar"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { instruction, word, first, last, protocol } of exposedPorts(build)) {
      if (protocol !== 'tcp' || first !== last || !isShipped(build, instruction.stage)) continue;
      const what = ADMIN[first] ?? (DEBUGPY.has(first) && usesDebugpy(build) ? 'debugpy' : undefined);
      if (what) found.push({ at: word, message: `Port ${first} is that of ${what}: who reaches it can run any code.` });
    }
    return found;
  },
};

const ADMIN: Readonly<Record<number, string>> = {
  2375: 'the Docker engine',
  2376: 'the Docker engine',
  5005: "Java's debugger",
  5858: "Node's debugger",
  9229: "Node's debugger",
};

const DEBUGPY = new Set([5678, 8000]);

function usesDebugpy({ source: { text } }: Build): boolean {
  return /\bdebugpy\b/.test(text);
}
