import type { Build } from './build-types';

/** The build that was asked about last, and its answers by question. */
let current: Build | undefined;
let answers = new Map<unknown, unknown>();

/**
 * Lets several rules ask a question whose answer costs something to find. The answers for one build are kept, the last one: rules
 * are run on one build after the other, and each build that is held on to (by a weak map as well) costs the garbage collector more
 * than most of the questions.
 */
export function oncePerBuild<Answer>(read: (build: Build) => Answer): (build: Build) => Answer {
  return (build) => {
    if (current !== build) {
      current = build;
      answers = new Map();
    }
    // No answer is undefined.
    let answer = answers.get(read) as Answer | undefined;
    if (answer === undefined) {
      answer = read(build);
      // A question may have read another file on the way.
      if (current === build) answers.set(read, answer);
    }
    return answer;
  };
}

/** A map, for instance of answers by instruction, that lasts as long as those of `oncePerBuild`. */
export function mapPerBuild<Key, Value>(): (build: Build) => Map<Key, Value> {
  return oncePerBuild(() => new Map<Key, Value>());
}
