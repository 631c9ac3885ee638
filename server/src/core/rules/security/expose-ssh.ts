import type { Build } from '../../model/build-types';
import { keptPackages } from '../../model/installs/kept-packages';
import { readContainerStart } from '../../model/stages/container-start';
import { type ExposedPort, exposedPorts } from '../../model/stages/exposed-ports';
import { instructionLines } from '../../model/syntax/instruction-lines';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const exposeSsh: Rule = {
  id: 'security/expose-ssh',
  aliases: ['DS004', 'CKV_DOCKER_1', 'Exposing Port 22 (SSH)'],
  severity: 'warning',
  summary: 'Run no SSH server in a container.',
  why: `docker exec and its like give a shell in a container without a server, without keys and passwords in the image, and without one more
    port that can be attacked. Port 22 in EXPOSE is reported (tcp, alone or in a range), or else an SSH server that is installed
    and started.`,
  fixable: { safety: 'unsafe', because: 'Somebody may reach the container by SSH.' },
  about: { instructions: ['EXPOSE', 'RUN'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        EXPOSE 22 8080
               ^^ Port 22 is for an SSH server; docker exec gives a shell without one.
      `,
      good: dockerfile`
        FROM debian:12
        EXPOSE 8080
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    let found = false;
    for (const port of exposedPorts(build)) {
      if (port.protocol !== 'tcp' || port.first > 22 || port.last < 22) continue;
      found = true;
      findings.push({
        at: port.word,
        message: 'Port 22 is for an SSH server; docker exec gives a shell without one.',
        fix: () => withoutPort(build, port),
      });
    }
    const stage = build.stages.at(-1);
    if (found || !stage || !installsServer(build)) return findings;
    const { programs, cmd, entrypoint } = readContainerStart(build, stage);
    const starts = programs.some(({ name, arguments: words }) =>
      [name, ...words].some(
        (word) => /(?:^|\/)sshd?$/.test(word) && (word !== 'ssh' || /^(?:service|rc-service)$/.test(name)),
      ),
    );
    if (!starts || !keptPackages(build, stage).some(({ names }) => names.some((name) => SERVERS.has(name))))
      return findings;
    const at = cmd ?? entrypoint;
    if (at)
      findings.push({
        at: at.body,
        message: 'The container runs an SSH server; docker exec gives a shell without one.',
      });
    return findings;
  },
};

const SERVERS = new Set(['openssh-server', 'openssh', 'dropbear']);

function installsServer({ installs }: Build): boolean {
  return installs.some(({ packages }) => packages.some(({ value }) => SERVERS.has(value)));
}

function withoutPort(build: Build, { instruction, word, first, last }: ExposedPort): Fix | undefined {
  if (first !== last) return undefined;
  const { words } = instruction;
  const title = 'Delete the port';
  if (words.length === 1) return { title, edits: [remove(instructionLines(build, instruction))] };
  const at = words.indexOf(word);
  const next = words[at + 1];
  const span = next ? { start: word.start, end: next.start } : { start: words[at - 1]!.end, end: word.end };
  return instruction.inner.length > 0 ? undefined : { title, edits: [remove(span)] };
}
