import { parse } from 'smol-toml';

/** A table of a TOML file: Cargo.toml, pyproject.toml. */
export type TomlTable = Readonly<Record<string, unknown>>;

/** A TOML file as tables; undefined where it is not there or can't be read. */
export function readToml(text: string | undefined): TomlTable | undefined {
  if (text === undefined) return undefined;
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** The table below a table; empty where there is none. */
export function tableIn(table: TomlTable | undefined, ...names: readonly string[]): TomlTable {
  let at: unknown = table;
  for (const name of names) at = isTable(at) ? at[name] : undefined;
  return isTable(at) ? at : {};
}

/** The tables of an array of tables: `[[bin]]`. */
export function tablesIn(table: TomlTable | undefined, name: string): readonly TomlTable[] {
  const value = table?.[name];
  return Array.isArray(value) ? value.filter(isTable) : [];
}

/** A string below a table. */
export function stringIn(table: TomlTable | undefined, name: string): string | undefined {
  const value = table?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** The strings of an array below a table. */
export function stringsIn(table: TomlTable | undefined, name: string): readonly string[] {
  const value = table?.[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
