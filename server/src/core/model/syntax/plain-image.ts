/** An image reference in hadolint's reading. */
export interface PlainImage {
  readonly registry?: string;
  /** Without registry, tag and digest. */
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

/**
 * Takes a reference apart as hadolint does: a registry is one only with a dot in it, so that `localhost:5000/x` is the image
 * `localhost` with the tag `5000/x`. Variables stay as written.
 */
export function readPlainImage(text: string): PlainImage {
  const slash = text.indexOf('/');
  const first = slash === -1 ? '' : text.slice(0, slash);
  const registry = first.includes('.') && !first.includes('@') ? first : undefined;
  const rest = registry === undefined ? text : text.slice(slash + 1);
  const at = rest.indexOf('@');
  const named = at === -1 ? rest : rest.slice(0, at);
  const colon = named.indexOf(':');
  return {
    registry,
    name: colon === -1 ? named : named.slice(0, colon),
    tag: colon === -1 ? undefined : named.slice(colon + 1),
    digest: at === -1 ? undefined : rest.slice(at + 1),
  };
}
