import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build } from '../../model/build-types';
import { commandsNamed } from '../../model/shell/named-commands';
import type { ShellExtension, ShellScript } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import type { Span } from '../../text/span';
import type { Finding, Fix, Rule } from '../rule';
import { hasBash, shellBefore } from '../shell-instruction';

type Bashism = ShellExtension['kind'] | 'source' | 'pushd' | 'popd';

export const bashismInSh: Rule = {
  id: 'correctness/bashism-in-sh',
  aliases: ['SC2039', 'SC3001', 'SC3009', 'SC3010', 'SC3011', 'SC3020', 'SC3030', 'SC3044', 'SC3046'],
  severity: 'warning',
  about: { instructions: ['RUN'] },
  summary: 'Do not use what only bash has in a RUN that sh runs.',
  why: `RUN uses /bin/sh unless SHELL says otherwise: dash on Debian and Ubuntu, BusyBox's ash on Alpine. dash has no \`[[ ]]\`, arrays,
    \`source\`, \`<( )\`, \`{a,b}\`, \`&>\`, \`<<<\`, \`|&\`, \`function f\` nor pushd; the step fails, or does something else: \`&>\` starts the
    command in the background, \`{a,b}\` stays as it is. ash has some of it, and is reported for the rest: arrays, \`{a,b}\`, \`<<<\`,
    \`|&\`, pushd. Images whose sh is not known are left alone, and stages in which a link puts another shell in its place.`,
  fixable: { safety: 'unsafe', because: 'bash then runs all steps that follow.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN source /opt/env.sh && make
            ^^^^^^ dash, which is sh here, has no source.
      `,
      good: dockerfile`
        FROM debian:12
        SHELL ["/bin/bash", "-c"]
        RUN source /opt/env.sh && make
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    /** By stage, the RUN before which a SHELL mends all. */
    const firsts = new Map<number, ShellScript>();
    for (const script of build.scripts) {
      const shell = shellOf(build, script);
      if (!shell) continue;
      const seen = new Set<Bashism>();
      for (const { kind, at, quoted } of bashisms(script)) {
        if (seen.has(kind) || (shell === 'ash' && IN_ASH.has(kind))) continue;
        seen.add(kind);
        const { stage } = script.instruction;
        if (!quoted && !firsts.has(stage)) firsts.set(stage, script);
        found.push({
          at,
          message: `${shell === 'ash' ? "BusyBox's ash" : 'dash'}, which is sh here, ${EFFECTS[kind] ?? `has no ${NAMES[kind] ?? kind}.`}`,
          fix: () => (quoted ? undefined : withBash(build, firsts.get(stage)!)),
        });
      }
    }
    return found;
  },
};

const IN_ASH: ReadonlySet<Bashism> = new Set<Bashism>(['[[', '<()', '&>', 'function', 'source']);

const NAMES: { readonly [Kind in Bashism]?: string } = {
  '[[': '[[ ]]',
  array: 'arrays',
  '<()': '<( )',
  function: '"function", only f()',
};

const EFFECTS: { readonly [Kind in Bashism]?: string } = {
  '&>': 'starts the command in the background and redirects its output alone.',
  '{,}': 'leaves braces as they are.',
};

interface Found {
  readonly kind: Bashism;
  readonly at: Span;
  /** Whether it stands in a script for a sh that the RUN calls itself. */
  readonly quoted: boolean;
}

function bashisms({ extensions, commands }: ShellScript): Found[] {
  const found: Found[] = [];
  for (const one of extensions)
    if (isBySh(one.quotedBy)) found.push({ kind: one.kind, at: one, quoted: one.quotedBy !== undefined });
  for (const { name, nameWord, quotedBy, words } of commands) {
    if (name !== 'source' && name !== 'pushd' && name !== 'popd') continue;
    if (nameWord && words[0] === nameWord && isBySh(quotedBy)) {
      found.push({ kind: name, at: nameWord, quoted: quotedBy !== undefined });
    }
  }
  return found;
}

/** Whether it is the RUN's own shell, or sh by name. */
function isBySh(quotedBy: { readonly name?: string } | undefined): boolean {
  return quotedBy === undefined || quotedBy.name === 'sh' || quotedBy.name === 'dash';
}

/** What sh is where the RUN's text is given to it. */
function shellOf(build: Build, script: ShellScript): 'dash' | 'ash' | undefined {
  if (script.dialect !== 'posix' || (script.extensions.length === 0 && !script.commands.some(hasOwnName)))
    return undefined;
  const { index, stage: at } = script.instruction;
  const { text } = build.source;
  if (script.form === 'heredoc' && text.startsWith('#!', script.span.start)) return undefined;
  const program = /[^/]*$/.exec(build.states[index]!.shell.words[0] ?? '')![0];
  if (script.form !== 'exec' && program === 'dash') return 'dash';
  const stage = build.stages[at];
  if (!stage || (script.form !== 'exec' && program !== 'sh')) return undefined;
  const relinks = ({ arguments: words }: { arguments: readonly { readonly value: string }[] }) =>
    words.some(({ value }) => /(?:^|\/)(?:sh|dash)$/.test(value));
  if (commandsNamed(build, 'ln', 'dpkg-reconfigure', 'dpkg-divert', 'mv', 'cp', 'update-alternatives').some(relinks))
    return undefined;
  const { distro } = readBaseImage(stage.root);
  if (distro === 'debian' || distro === 'ubuntu') return 'dash';
  return distro === 'alpine' || distro === 'busybox' ? 'ash' : undefined;
}

function hasOwnName({ name }: { readonly name?: string }): boolean {
  return name === 'source' || name === 'pushd' || name === 'popd';
}

function withBash(build: Build, script: ShellScript): Fix | undefined {
  const { shell } = build.states[script.instruction.index]!;
  if (script.form === 'exec' || shell.declaration || !hasBash(build, script.instruction)) return undefined;
  return shellBefore(build, script.instruction, ['/bin/bash', '-c']);
}
