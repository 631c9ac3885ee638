/** A URL that the builder clones instead of downloading a file. */
export function isGitUrl(url: string): boolean {
  return /^(?:git:\/\/|ssh:\/\/|git@)/.test(url) || /^https?:\/\/[^?#]*\.git(?:[?#]|$)/.test(url);
}
