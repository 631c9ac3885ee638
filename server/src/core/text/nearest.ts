/**
 * The candidate that is written most like a name, letter case aside: what somebody who mistyped it meant. Undefined where none is
 * within `most` edits, where two are equally near, or where nothing of the name would be left.
 */
export function findNearest(name: string, candidates: Iterable<string>, most = 2): string | undefined {
  const lower = name.toLowerCase();
  let nearest: string | undefined;
  let least = Math.min(most, lower.length - 1) + 1;
  let tie = false;
  for (const candidate of candidates) {
    if (candidate === nearest || Math.abs(candidate.length - lower.length) > least) continue;
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance > least) continue;
    tie = distance === least;
    if (!tie) [nearest, least] = [candidate, distance];
  }
  return tie ? undefined : nearest;
}

/** Number of letters to add, drop, change or swap with their neighbour to make one word of another. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length]!;
}
