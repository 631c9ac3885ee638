/**
 * Tag for Dockerfile text inside TypeScript: keeps backslashes as written, drops the first line break and the last
 * line's indentation, and removes the indentation that all lines share. `\${` writes a literal `${`.
 */
export function dockerfile(strings: TemplateStringsArray): string {
  const lines = strings.raw.join('').replaceAll('\\${', '${').replaceAll('\\`', '`').split('\n');
  if (lines[0]?.trim() === '') lines.shift();
  const last = lines.pop() ?? '';
  if (last.trim() !== '') lines.push(last);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(shared) + '\n').join('');
}
