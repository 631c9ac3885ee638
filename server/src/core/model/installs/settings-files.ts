import type { BuildContext } from '../context';
import type { Instruction } from '../syntax/instruction';

/**
 * The texts of a project's file, such as `.yarnrc.yml`: at the top of the context, and in each place that a COPY takes it from.
 * Empty where the context is not known.
 */
export function readSettingsFiles(
  context: BuildContext | undefined,
  instructions: readonly Instruction[],
  name: string,
): readonly string[] {
  if (!context) return [];
  const paths = new Set([name]);
  for (const copy of instructions) {
    if ((copy.keyword !== 'COPY' && copy.keyword !== 'ADD') || copy.from) continue;
    for (const { value } of copy.sources) {
      const source = value.replace(/^(?:\.?\/)+|\/+$/g, '');
      if (/[*?[$:]/.test(source) || source === '' || source === '.') continue;
      if (source === name || source.endsWith(`/${name}`)) paths.add(source);
      else if (!source.split('/').at(-1)!.includes('.')) paths.add(`${source}/${name}`);
    }
  }
  return [...paths].flatMap((path) => context.read(path) ?? []);
}
