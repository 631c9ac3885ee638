import type { Build } from './build-types';

/**
 * Lets several rules ask a question whose answer costs something to find. The last answer is kept: rules are run on one build after
 * the other, and a map of builds costs more than most of the questions.
 */
export function oncePerBuild<Answer>(read: (build: Build) => Answer): (build: Build) => Answer {
  let last: { readonly build: Build; readonly answer: Answer } | undefined;
  return (build) => {
    if (last?.build !== build) last = { build, answer: read(build) };
    return last.answer;
  };
}
