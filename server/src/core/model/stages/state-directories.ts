import type { Build, Stage } from '../build-types';
import { startInstructions } from './container-start';

/** A framework that writes to directories of the program. */
export interface Framework {
  readonly name: string;
  readonly directories: readonly string[];
}

const RAILS: Framework = { name: 'Rails', directories: ['tmp', 'log', 'storage', 'db'] };
const LARAVEL: Framework = { name: 'Laravel', directories: ['storage', 'bootstrap/cache'] };

/** The framework of the program that a stage runs, by its start, its commands and the files of the context. */
export function findFramework(build: Build, stage: Stage): Framework | undefined {
  if (runs(build, stage, isRails) || isSet(build, 'RAILS_ENV') || build.context?.has('config/application.rb'))
    return RAILS;
  return runs(build, stage, isArtisan) || build.context?.has('artisan') ? LARAVEL : undefined;
}

function isRails(word: string): boolean {
  return word.startsWith('RAILS_ENV=') || (word.endsWith('rails') && /(?:^|[\s/])rails$/.test(word));
}

function isArtisan(word: string): boolean {
  return word.endsWith('artisan') && /(?:^|[\s/])artisan$/.test(word);
}

function runs({ commands }: Build, stage: Stage, isIt: (word: string) => boolean): boolean {
  const { cmd, entrypoint } = startInstructions(stage);
  for (const start of [entrypoint, cmd]) {
    if (start) for (const { value } of start.words) if (isIt(value)) return true;
  }
  for (const { words } of commands) for (const { value } of words) if (isIt(value)) return true;
  return false;
}

function isSet({ instructions }: Build, variable: string): boolean {
  return instructions.some((one) => one.keyword === 'ENV' && one.pairs.some(({ name }) => name.value === variable));
}
