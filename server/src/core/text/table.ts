/**
 * A table whose rows are looked up by names from files. Every ordinary object has a `constructor` and a `toString`, and somebody's
 * command or package may be called so: this has its rows alone.
 */
export function table<Value>(rows: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.assign(Object.create(null), rows);
}
