import { isArchiveName } from '../../knowledge/archive-names';
import type { Build } from '../../model/build-types';
import { type Content, contentOfCommand, contentOfCopy } from '../../model/layers/layer-contents';
import { mayRemove, readRemovals } from '../../model/layers/removals';
import { directoryAt } from '../../model/order/copied';
import { type Place, placeText, relate } from '../../model/order/places';
import { appendLike } from '../../model/shell/append-command';
import { optionValues, positionals } from '../../model/shell/command-words';
import { commandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand, ShellScript, ShellWord } from '../../model/shell/shell-command';
import { Walk } from '../../model/shell/shell-walk';
import { lineNumber } from '../../model/syntax/blocks';
import type { RunInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { minorUnlessShipped } from '../per-run';
import type { Finding, Rule, RuleSettings } from '../rule';

export const archiveLeft: Rule = {
  id: 'size/archive-left',
  aliases: ['tarSomethingRmTheSomething', 'mkdirUsrSrcThenRemove'],
  severity: 'warning',
  summary: 'Remove an archive in the step that brought it, once it is unpacked.',
  why: `An archive that was unpacked has done its work, and beside what came out of it the image holds it a second time. It can be removed by
    the RUN that downloaded it, behind the command that unpacks it, or never be written at all where the download goes into tar by a
    pipe. What a COPY, an ADD or an earlier RUN brought can't be taken out of its layer any more: a bind mount, or ADD, which
    unpacks a tar by itself, leaves no archive.`,
  fixable: { safety: 'safe' },
  about: { commands: ['tar', 'bsdtar', 'unzip'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN curl -fsSLo /tmp/app.tar.gz https://example.org/app.tar.gz && \
            tar -xzf /tmp/app.tar.gz -C /opt
                     ^^^^^^^^^^^^^^^ /tmp/app.tar.gz stays in the image after it is unpacked: nothing behind it in this RUN removes it.
      `,
      good: dockerfile`
        FROM debian:12
        RUN curl -fsSLo /tmp/app.tar.gz https://example.org/app.tar.gz && \
            tar -xzf /tmp/app.tar.gz -C /opt && \
            rm -f /tmp/app.tar.gz
      `,
    },
  ],

  check(build, settings) {
    const last = commandsNamed(build, 'tar', 'bsdtar', 'unzip').findLast(archiveOf)?.script.instruction;
    if (!last || !bringsArchive(build)) return [];
    const found: Finding[] = [];
    const { scripts } = build;
    let next = 0;
    let held: Content[] = [];
    for (const instruction of build.instructions) {
      if (instruction.index > last.index) break;
      switch (instruction.keyword) {
        case 'FROM':
          held = [];
          break;
        case 'COPY':
        case 'ADD':
          if (instruction.words.some(namesArchive))
            for (const content of contentOfCopy(build, instruction)) if (isArchive(content)) held.push(content);
          break;
        case 'RUN': {
          while (next < scripts.length && scripts[next]!.instruction.index < instruction.index) next++;
          const script = scripts[next];
          if (script?.instruction.index !== instruction.index || script.broken) break;
          if (script.commands.some(isOfInterest)) followRun(build, settings, script, held, found);
        }
      }
    }
    return found;
  },
};

/** A first look at where an archive may come from. */
function bringsArchive(build: Build): boolean {
  if (commandsNamed(build, 'curl').length > 0 || commandsNamed(build, 'wget').length > 0) return true;
  return build.instructions.some(
    ({ keyword, words }) => (keyword === 'COPY' || keyword === 'ADD') && words.some(namesArchive),
  );
}

function namesArchive({ value }: { readonly value: string }): boolean {
  return isNameOfArchive(value);
}

function isNameOfArchive(name: string): boolean {
  return isArchiveName(name) || /\.(?:zip|tar\.\w+|tzst)$/i.test(name);
}

function isArchive(content: Content): boolean {
  return content.kind === 'file' && isNameOfArchive(content.place.parts.at(-1) ?? '');
}

/** Whether a command downloads or unpacks something. */
function isOfInterest({ name }: ShellCommand): boolean {
  return name !== undefined && (DOWNLOADERS.has(name) || UNPACKERS.has(name));
}

/** An archive that a command of a RUN unpacks. */
interface Unpacked {
  readonly content: Content;
  readonly command: ShellCommand;
  readonly word: ShellWord;
  readonly directory: Place;
}

/** Follows what a RUN downloads, unpacks and removes; adds what it leaves to what is held. */
function followRun(build: Build, settings: RuleSettings, script: ShellScript, held: Content[], found: Finding[]): void {
  const { instruction: run } = script;
  const walk = new Walk(build.states[run.index]!, directoryAt(build, run.index));
  let own: Content[] = [];
  let unpacked: Unpacked[] = [];
  for (const command of script.commands) {
    walk.enter(command, script.statements[command.statement]);
    const word = held.length + own.length > 0 ? archiveOf(command) : undefined;
    const place = word && walk.place(valueOf(word));
    const content = place && (lastAt(place, own) ?? lastAt(place, held));
    if (word && content && !unpacked.some((one) => one.content === content))
      unpacked.push({ content, command, word, directory: walk.directory });
    if (own.length > 0 && mayRemove(command)) {
      const removals = readRemovals(command, walk);
      const isGone = (one: Content) => one.instruction === run && removals.some(({ removes }) => removes(one));
      unpacked = unpacked.filter(({ content: one }) => !isGone(one));
      own = own.filter((one) => !isGone(one));
    }
    if (DOWNLOADERS.has(command.name ?? ''))
      for (const one of contentOfCommand(build, command, undefined, AIMS, walk)) if (isArchive(one)) own.push(one);
    if (command.name === 'mv')
      unpacked = unpacked.filter(({ word: one }) => !command.arguments.some(({ value }) => value === one.value));
    walk.leave(command);
  }
  for (const one of unpacked) found.push(toFinding(build, settings, script, one, walk.directory));
  held.push(...own);
}

/** The last of some files that lies at a place. */
function lastAt(place: Place, contents: readonly Content[]): Content | undefined {
  return contents.findLast((one) => one.kind === 'file' && relate(place, one.place) === 'same');
}

const DOWNLOADERS = new Set(['curl', 'wget']);
const UNPACKERS = new Set(['bsdtar', 'tar', 'unzip']);
const AIMS = { paths: true, packages: false, caches: false };

/** The word that names the archive which a command unpacks. */
function archiveOf({ name, arguments: words }: ShellCommand): ShellWord | undefined {
  if (name === 'unzip') {
    if (words.some(({ value }) => /^-[a-zA-Z]*[lptvz]/.test(value))) return undefined;
    return positionals(words, '-d -x -P')[0];
  }
  if (name !== 'tar' && name !== 'bsdtar') return undefined;
  const first = words[0]?.value ?? '';
  if (!/^[a-zA-Z]*x[a-zA-Z]*$/.test(first) && !words.some(asksToUnpack)) return undefined;
  if (/^[a-zA-Z]*f[a-zA-Z]*$/.test(first)) return words[1];
  const [file] = optionValues(words, '-f --file');
  if (file) return file.word;
  const bundle = words.findIndex(({ value }) => /^-[a-zA-Z]*f$/.test(value));
  return bundle === -1 ? undefined : words[bundle + 1];
}

function asksToUnpack({ value }: ShellWord): boolean {
  return value.startsWith('-') && /^(?:--extract|--get|-[a-zA-Z]*x[a-zA-Z]*)$/.test(value);
}

function valueOf({ value }: ShellWord): string {
  return value.replace(/^--file=/, '');
}

function toFinding(build: Build, settings: RuleSettings, script: ShellScript, unpacked: Unpacked, end: Place): Finding {
  const { content, word, command } = unpacked;
  const { instruction, title } = content;
  const { instruction: run } = script;
  const name = `${title[0]!.toUpperCase()}${title.slice(1)}`;
  const minor = minorUnlessShipped(build, settings, run as RunInstruction);
  if (instruction !== run) {
    const line = lineNumber(build.source, run);
    return {
      at: content.by,
      message: `${name} stays in this layer after line ${line} unpacks it; a bind mount, or a download in that RUN, would leave nothing behind.`,
      anchor: instruction.start,
      ...minor,
    };
  }
  return {
    at: word,
    message: `${name} stays in the image after it is unpacked: nothing behind it in this RUN removes it.`,
    ...minor,
    fix() {
      const path = pathOf(build, script, unpacked, end);
      const edits = path === undefined ? undefined : appendLike(build, command, `rm -f ${path}`);
      return edits && { title: 'Remove the archive', edits };
    },
  };
}

/** How the end of a RUN names the archive; undefined where something else may want it. */
function pathOf(
  { source }: Build,
  { instruction: run }: ShellScript,
  { content, word, directory, command: { nesting } }: Unpacked,
  end: Place,
): string | undefined {
  if (content.kind !== 'file') return undefined;
  const name = content.place.parts.at(-1)!;
  const { text } = source;
  if (text.slice(0, run.start).includes(name) || text.slice(run.end).includes(name)) return undefined;
  // The name stays the author's: a variable in it may get another value.
  const isSame = placeText(directory) === placeText(end);
  if (word.text.includes('$'))
    return isSame && nesting === 'top' && /^"?[\w./${}+-]+"?$/.test(word.text) && !word.text.startsWith('-')
      ? word.text
      : undefined;
  const absolute = content.place.root === '/' ? placeText(content.place) : '';
  if (/^\/[\w./+-]+$/.test(absolute)) return absolute;
  return isSame && /^[\w.][\w./+-]*$/.test(word.text) ? word.text : undefined;
}
