import type { Build, Stage } from '../build-types';
import { readContainerStart } from './container-start';

/** A framework that writes to directories of the program. */
export interface Framework {
  readonly name: string;
  readonly directories: readonly string[];
}

const RAILS: Framework = { name: 'Rails', directories: ['tmp', 'log', 'storage', 'db'] };
const LARAVEL: Framework = { name: 'Laravel', directories: ['storage', 'bootstrap/cache'] };

/** The framework of the program that a stage runs, by its start, its commands and the files of the context. */
export function findFramework(build: Build, stage: Stage): Framework | undefined {
  const { cmd, entrypoint } = readContainerStart(build, stage);
  const words = [entrypoint, cmd].flatMap((one) => one?.words ?? []).map(({ value }) => value);
  const runs = (pattern: RegExp) =>
    words.some((word) => pattern.test(word)) ||
    build.commands.some(({ words: all }) => all.some(({ value }) => pattern.test(value)));
  if (runs(/(?:^|[\s/])rails$|^RAILS_ENV=/) || isSet(build, 'RAILS_ENV') || build.context?.has('config/application.rb'))
    return RAILS;
  return runs(/(?:^|[\s/])artisan$/) || build.context?.has('artisan') ? LARAVEL : undefined;
}

function isSet({ instructions }: Build, variable: string): boolean {
  return instructions.some((one) => one.keyword === 'ENV' && one.pairs.some(({ name }) => name.value === variable));
}
