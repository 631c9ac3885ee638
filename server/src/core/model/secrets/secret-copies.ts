import { judgeValue } from '../../knowledge/secrets/credential-values';
import { findSecretFile, type SecretFile } from '../../knowledge/secrets/secret-files';
import { findTokens } from '../../knowledge/secrets/secret-patterns';
import type { Build } from '../build-types';
import type { BuildContext } from '../context';
import { runsOf } from '../multi-stage/runs';
import { oncePerBuild } from '../once-per-build';
import { type CopiedItem, readCopied } from '../order/copied';
import { type Place, placeIn, relate } from '../order/places';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import type { CopyInstruction, Word } from '../syntax/instruction';

/** A file with a credential in it that COPY or ADD takes out of the build context. */
export interface SecretCopy {
  readonly instruction: CopyInstruction;
  readonly item: CopiedItem;
  /** The file's path in the context, as written or as found below a copied directory. */
  readonly path: string;
  readonly file: SecretFile;
  /** Where it lies in the image. */
  readonly place: Place;
  /** `named`: its name says it, or its content does; `possible`: only a credential in it would make it one. */
  readonly certainty: 'named' | 'possible';
  /** Whether it comes along with a directory. */
  readonly below: boolean;
  /** What deletes it later in its stage: the layer of the COPY keeps it. */
  readonly deletion?: { readonly command: ShellCommand; readonly word: ShellWord };
}

/** Every copied file that is, or may be, a secret. */
export const secretCopies = oncePerBuild((build: Build): readonly SecretCopy[] => {
  let copies: SecretCopy[] | undefined;
  for (const instruction of build.instructions) {
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
    // Without a build context only names can tell, and few do.
    if (!build.context && !instruction.sources.some(mayBeSecret)) continue;
    const copied = readCopied(build, instruction);
    if (copied?.origin !== 'context') continue;
    for (const item of copied.items) {
      for (const found of filesOf(build.context, item)) {
        const deletion = findDeletion(build, instruction, found.place);
        copies ??= [];
        copies.push({ instruction, item, ...found, deletion });
      }
    }
  }
  return copies ?? NONE;
});

const NONE: readonly SecretCopy[] = [];

function mayBeSecret({ value }: Word): boolean {
  return value.includes('$') || findSecretFile(value) !== undefined;
}

type Found = Pick<SecretCopy, 'path' | 'file' | 'place' | 'certainty' | 'below'>;

function filesOf(context: BuildContext | undefined, item: CopiedItem): Found[] {
  const { source } = item;
  if (context?.ignores(source)) return [];
  const byName = item.whole ? undefined : judgeFile(context, source);
  if (byName) return [{ ...byName, path: source, place: item.place, below: false }];
  if (!item.tree || !context?.files || /[*?[$]/.test(source)) return [];
  const prefix = item.whole ? '' : `${source}/`;
  return context.files.flatMap((path): Found[] => {
    if (!path.startsWith(prefix) || isSampleFolder(path)) return [];
    const judged = judgeFile(context, path);
    if (judged?.certainty !== 'named') return [];
    return [{ ...judged, path, place: placeIn(item.place, path.slice(prefix.length)), below: true }];
  });
}

/** Dependencies and tests bring keys and settings that open nothing. */
function isSampleFolder(path: string): boolean {
  return /(?:^|\/)(?:node_modules|vendor|tests?|__tests__|spec|fixtures?|testdata|examples?|samples?|docs?)\//i.test(
    path,
  );
}

function judgeFile(context: BuildContext | undefined, path: string): Pick<Found, 'file' | 'certainty'> | undefined {
  const file = findSecretFile(path);
  if (!file) return undefined;
  const content = context?.read(path);
  if (content === undefined) return { file, certainty: file.holds ? 'possible' : 'named' };
  if (file.holds) return file.holds.test(content) ? { file, certainty: 'named' } : undefined;
  const confirmed = file.variables ? holdsCredential(content) : file.refutable ? file.refutable.test(content) : true;
  return confirmed ? { file, certainty: 'named' } : undefined;
}

/** Whether a file of `NAME=value` lines has a credential in it. */
function holdsCredential(content: string): boolean {
  if (findTokens(content).length > 0) return true;
  return content.split('\n').some((line) => {
    const [, name, value] = /^\s*(?:export\s+)?([A-Za-z_][\w.]*)\s*=\s*["']?(.*?)["']?\s*$/.exec(line) ?? [];
    return name !== undefined && (judgeValue(name, value!) !== undefined || /:\/\/[^\s/@]+:[^\s/@]+@/.test(value!));
  });
}

/** The command of a later RUN of the stage that deletes a place. */
function findDeletion(build: Build, copy: CopyInstruction, place: Place): SecretCopy['deletion'] {
  for (const { instruction } of build.scripts) {
    if (instruction.index < copy.index || instruction.stage !== copy.stage) continue;
    for (const { command, mentions } of runsOf(build).facts(instruction)?.commands ?? []) {
      if (command.name !== 'rm' && command.name !== 'shred' && command.name !== 'unlink') continue;
      const recursive = command.arguments.some(({ value }) => /^-[a-zA-Z]*[rR]|^--recursive$/.test(value));
      for (const { place: gone, word } of mentions) {
        const relation = relate(gone, place);
        if (relation === 'same' || (recursive && relation === 'around')) return { command, word };
      }
    }
  }
  return undefined;
}
