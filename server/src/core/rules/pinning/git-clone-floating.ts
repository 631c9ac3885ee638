import type { Build } from '../../model/build-types';
import { isFloatingClone } from '../../model/installs/floating-clone';
import { commandsNamed } from '../../model/shell/named-commands';
import { isGitUrl } from '../../model/syntax/urls';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const gitCloneFloating: Rule = {
  id: 'pinning/git-clone-floating',
  severity: 'info',
  summary: 'Clone repositories at a commit or tag.',
  why: `A clone without a tag takes whatever the default branch holds. Docker does not see that the branch has moved either: it
    keeps the old clone in its cache until something above it changes.`,
  about: { texts: ['git'] },
  examples: [
    {
      bad: dockerfile`
        FROM alpine/git:2.49.1
        RUN git clone https://github.com/example/tool
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The clone is whatever the branch holds that day: no tag or commit is named.
      `,
      good: dockerfile`
        FROM alpine/git:2.49.1
        RUN git clone --branch v1.2.3 https://github.com/example/tool
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    for (const command of commandsNamed(build, 'git')) {
      if (!isFloatingClone(command)) continue;
      const message = 'The clone is whatever the branch holds that day: no tag or commit is named.';
      findings.push({ at: command, message });
    }
    findFloatingAdds(build, findings);
    return findings;
  },
};

function findFloatingAdds({ instructions }: Build, findings: Finding[]): void {
  for (const instruction of instructions) {
    if (instruction.keyword !== 'ADD') continue;
    for (const source of instruction.sources) {
      const { value } = source;
      if (!isGitUrl(value) || /#[^:]/.test(value) || /[?&](?:ref|branch|tag|commit|checksum)=/.test(value)) continue;
      if (instruction.flags.some(({ name }) => name === 'checksum')) continue;
      findings.push({ at: source, message: 'The repository is taken at whatever its default branch holds that day.' });
    }
  }
}
