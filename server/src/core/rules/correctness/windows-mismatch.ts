import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build, Stage } from '../../model/build-types';
import { commandsOf } from '../../model/shell/run-commands';
import type { Instruction } from '../../model/syntax/instruction';
import { instructionLines } from '../../model/syntax/instruction-lines';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import { withoutFlag } from '../flag-fixes';
import type { Finding, Rule } from '../rule';

export const windowsMismatch: Rule = {
  id: 'correctness/windows-mismatch',
  aliases: ['tally/windows/no-chown-flag', 'tally/windows/no-stopsignal', 'tally/windows/no-run-mounts'],
  severity: 'warning',
  summary: 'Use what the operating system of the stage knows.',
  why: `Windows containers have no owners and modes as Linux has them, no signals, no mounts in RUN and no /bin/sh: --chown, STOPSIGNAL,
    RUN --mount and a POSIX SHELL have no effect there or stop the build. An image of a Linux distribution in turn has neither cmd nor
    Windows PowerShell (pwsh, the one for all systems, is fine), and none of the cmdlets that are called without them.`,
  fixable: { safety: 'unsafe', because: 'The stage may be meant for the other system.' },
  about: { instructions: ['ADD', 'COPY', 'RUN', 'SHELL', 'STOPSIGNAL'] },
  examples: [
    {
      bad: dockerfile`
        FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
        COPY --chown=app app.exe C:/app/
             ^^^^^^^^^^^ Windows containers have no owners as Linux has them: --chown has no effect or stops the build.
        STOPSIGNAL SIGTERM
        ^^^^^^^^^^ Windows containers have no signals: STOPSIGNAL has no effect.
        CMD ["C:/app/app.exe"]
      `,
      good: dockerfile`
        FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
        COPY app.exe C:/app/
        CMD ["C:/app/app.exe"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      if (stage.os === 'windows')
        for (const instruction of stage.instructions) found.push(...onWindows(build, instruction));
      else if (isLinux(stage)) for (const instruction of stage.instructions) found.push(...onLinux(build, instruction));
    }
    return found;
  },
};

function onWindows(build: Build, instruction: Instruction): Finding[] {
  const found: Finding[] = [];
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD': {
      const flag = instruction.flags.find(({ name }) => name === 'chown');
      if (flag) {
        const message =
          'Windows containers have no owners as Linux has them: --chown has no effect or stops the build.';
        found.push({ at: flag, message, fix: () => withoutFlag(build, flag) });
      }
      return found;
    }
    case 'STOPSIGNAL':
      found.push({
        at: instruction.keywordSpan,
        message: 'Windows containers have no signals: STOPSIGNAL has no effect.',
        fix: () => ({ title: 'Delete STOPSIGNAL', edits: [remove(instructionLines(build, instruction))] }),
      });
      return found;
    case 'RUN':
      for (const { flag } of instruction.mounts) {
        found.push({
          at: flag,
          message: 'Builds of Windows images know no mounts.',
          fix: () => withoutFlag(build, flag),
        });
      }
      return found;
    case 'SHELL': {
      const word = instruction.words[0];
      if (word && /^\/(?:usr\/)?bin\/\w*sh$/.test(word.value)) {
        found.push({ at: word, message: `A Windows image has no ${word.value}.` });
      }
      return found;
    }
    default:
      return found;
  }
}

/** Whether the image is known to be one of Linux: an unknown one may be of Windows. */
function isLinux({ root }: Stage): boolean {
  const { distro } = readBaseImage(root);
  return distro !== undefined && distro !== 'windows' && distro !== 'none';
}

const PROGRAM = /^(?:powershell|cmd)(?:\.exe)?$/i;
const CMDLET =
  /^(?:Add|Clear|Copy|Enable|Expand|Export|Get|Import|Install|Invoke|Move|New|Remove|Rename|Set|Start|Stop|Test|Unblock|Wait|Write)-(?:[A-Z][a-zA-Z]+)$/;

function onLinux(build: Build, instruction: Instruction): Finding[] {
  const found: Finding[] = [];
  if (instruction.keyword === 'SHELL') {
    const word = instruction.words[0];
    if (word && PROGRAM.test(word.value)) found.push({ at: word, message: `A Linux image has no ${word.value}.` });
    return found;
  }
  if (instruction.keyword !== 'RUN') return found;
  for (const { name, nameWord } of commandsOf(build, instruction)) {
    if (!nameWord || name === undefined) continue;
    if (!PROGRAM.test(name) && !(isCapital(name) && CMDLET.test(name))) continue;
    found.push({ at: nameWord, message: `A Linux image has no ${name}: it is for Windows.` });
    return found;
  }
  return found;
}

/** A first look: names of cmdlets begin with a capital letter, and few others do. */
function isCapital(name: string): boolean {
  const code = name.charCodeAt(0);
  return code >= 65 && code <= 90;
}
