import type { Build } from './build-types';

/** Lets several rules ask a question whose answer costs something to find: it is found once and goes with its build. */
export function oncePerBuild<Answer>(read: (build: Build) => Answer): (build: Build) => Answer {
  const known = new WeakMap<Build, { readonly answer: Answer }>();
  return (build) => {
    let entry = known.get(build);
    if (!entry) {
      entry = { answer: read(build) };
      known.set(build, entry);
    }
    return entry.answer;
  };
}
