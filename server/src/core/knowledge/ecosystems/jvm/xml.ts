import { table } from '../../../text/table';
/** An element of an XML file, as far as build files need it: no namespaces, no order of text among children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, trimmed. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

// Comments, CDATA, declarations, and tags; what lies between is text.
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = table({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" });

/** Reads the XML of a build file; undefined when it is not well formed. */
export function readXml(text: string): XmlElement | undefined {
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [top];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const at = open.at(-1)!;
    at.text += decode(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [, data, slash, name, attributes = '', empty] = match;
    if (data !== undefined) at.text += data;
    if (name === undefined) continue;
    if (slash === '/') {
      if (open.length === 1 || at.name !== name) return undefined;
      close(open);
      continue;
    }
    open.push({ name, attributes: readAttributes(attributes), children: [], text: '' });
    if (empty === '/') close(open);
  }
  return open.length === 1 ? top.children[0] : undefined;
}

function close(open: Open[]): void {
  const { name, attributes, children, text } = open.pop()!;
  open.at(-1)!.children.push({ name, attributes, children, text: text.trim() });
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) attributes[name!] = decode(double ?? single ?? '');
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (written, decimal, hex, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name] ?? written;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}

/** Elements along a path of names, each step to all children of that name: `build`, `plugins`, `plugin`. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): XmlElement[] {
  let found = [element];
  for (const name of path) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

/** The text of the first element along a path; undefined where there is none or it is empty. */
export function textAt(element: XmlElement, ...path: readonly string[]): string | undefined {
  return elementsAt(element, ...path)[0]?.text || undefined;
}

/** Texts of all elements of a name, however deep. */
export function textsOf(element: XmlElement, name: string): string[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child.text] : []), ...textsOf(child, name)]);
}
