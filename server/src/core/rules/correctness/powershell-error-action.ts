import type { Build } from '../../model/build-types';
import { commandsOf } from '../../model/shell/run-commands';
import type { RunInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Finding, Fix, Rule } from '../rule';

export const powershellErrorAction: Rule = {
  id: 'correctness/powershell-error-action',
  aliases: ['tally/powershell/error-action-preference'],
  severity: 'hint',
  summary: 'Have PowerShell stop at errors.',
  why: `By default PowerShell reports an error of a cmdlet and goes on with the next one: a failed download in the middle of a RUN does not stop
    the build, and the layer is kept. With $ErrorActionPreference = 'Stop' in SHELL or in the RUN it stops.`,
  fixable: { safety: 'unsafe', because: 'A RUN that went on after an error now stops the build.' },
  about: { instructions: ['RUN'], texts: ['powershell', 'pwsh'] },
  examples: [
    {
      bad: dockerfile`
        FROM mcr.microsoft.com/windows/servercore:ltsc2022
        SHELL ["powershell", "-Command"]
        RUN Invoke-WebRequest https://example.com/a.zip -OutFile a.zip; Expand-Archive a.zip
        ^^^ PowerShell goes on after an error here: $ErrorActionPreference = 'Stop' has it stop.
      `,
      good: dockerfile`
        FROM mcr.microsoft.com/windows/servercore:ltsc2022
        SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]
        RUN Invoke-WebRequest https://example.com/a.zip -OutFile a.zip; Expand-Archive a.zip
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const { text } = build.source;
    if (!['pwsh', 'owershell', 'owerShell', 'PWSH', 'OWERSHELL'].some((name) => text.includes(name))) return found;
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'RUN') continue;
      const { shell } = build.states[instruction.index]!;
      const at = findPowerShell(build, instruction);
      if (!at) continue;
      if (shell.words.some(stops) || stops(textOf(build, instruction))) continue;
      found.push({
        at,
        message: "PowerShell goes on after an error here: $ErrorActionPreference = 'Stop' has it stop.",
        fix: () => inShell(build, instruction),
      });
    }
    return found;
  },
};

function textOf({ source }: Build, { start, end }: Span): string {
  return source.text.slice(start, end);
}

function stops(text: string): boolean {
  return /\$ErrorActionPreference\s*=\s*(?:\\?["']|\[[^\]]*\]::)?Stop\b/i.test(text);
}

/** Where PowerShell is: all of a RUN whose shell it is, or its name in one that calls it. */
function findPowerShell(build: Build, run: RunInstruction): Span | undefined {
  if (!run.json && build.states[run.index]!.shell.dialect === 'powershell') {
    const script = build.scripts.find(({ instruction }) => instruction === run);
    // A here-document may have a `#!` line of its own.
    if (script && script.dialect !== 'powershell') return undefined;
    return run.body.end > run.body.start ? run.keywordSpan : undefined;
  }
  if (run.json)
    return run.words[0] && POWERSHELL.test(run.words[0].value) && isCommand(run.words.map(({ value }) => value))
      ? run.words[0]
      : undefined;
  const { dialect } = build.states[run.index]!.shell;
  if (dialect === 'cmd') {
    const [first = '', ...rest] = textOf(build, run.body).split(/\s+/);
    return POWERSHELL.test(first) && isCommand(rest)
      ? { start: run.body.start, end: run.body.start + first.length }
      : undefined;
  }
  for (const { name, nameWord, arguments: words } of commandsOf(build, run)) {
    if (!nameWord || name === undefined) continue;
    if (POWERSHELL.test(name) && isCommand(words.map(({ value }) => value))) return nameWord;
  }
  return undefined;
}

const POWERSHELL = /(?:^|[\\/])(?:powershell|pwsh)(?:\.exe)?$/i;

/** Whether PowerShell is given commands, not a script file of its own. */
function isCommand(words: readonly string[]): boolean {
  return !words.some((word) => /^-(?:f|file|version|v)$/i.test(word)) && words.some((word) => /^[^-]|^-c/i.test(word));
}

/** Adds the setting to the SHELL that is in force; what follows `-Command` is one text for PowerShell. */
function inShell(build: Build, { index }: RunInstruction): Fix | undefined {
  const { declaration, dialect } = build.states[index]!.shell;
  const last = declaration?.words.at(-1);
  if (dialect !== 'powershell' || !last || declaration?.onbuild || !/^-c(?:ommand)?$/i.test(last.value))
    return undefined;
  return {
    title: "Add $ErrorActionPreference = 'Stop' to SHELL",
    edits: [insert(last.end, `, "$ErrorActionPreference = 'Stop';"`)],
  };
}
