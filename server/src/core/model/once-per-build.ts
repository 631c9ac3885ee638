import type { Build } from './build-types';

/** Answers about one build, by the number of the question. */
interface Answers {
  readonly build: Build | undefined;
  readonly byQuestion: unknown[];
}

/** How many questions there are. */
let questions = 0;

/** The build that was asked about last, and the one before: a question about a file may read, on the way, what it would become. */
let current: Answers = { build: undefined, byQuestion: [] };
let before: Answers = current;

/**
 * Lets several rules ask a question whose answer costs something to find. The answers for two builds are kept, the last ones: rules
 * are run on one build after the other, and each build that is held on to (by a weak map as well) costs the garbage collector more
 * than most of the questions.
 */
export function oncePerBuild<Answer>(read: (build: Build) => Answer): (build: Build) => Answer {
  const question = questions++;
  return (build) => {
    const { byQuestion } = current.build === build ? current : turnTo(build);
    // No answer is undefined.
    let answer = byQuestion[question] as Answer | undefined;
    if (answer === undefined) {
      answer = read(build);
      byQuestion[question] = answer;
    }
    return answer;
  };
}

function turnTo(build: Build): Answers {
  const known = before.build === build ? before : { build, byQuestion: new Array<unknown>(questions).fill(undefined) };
  before = current;
  current = known;
  return known;
}

/** A map, for instance of answers by instruction, that lasts as long as those of `oncePerBuild`. */
export function mapPerBuild<Key, Value>(): (build: Build) => Map<Key, Value> {
  return oncePerBuild(() => new Map<Key, Value>());
}
