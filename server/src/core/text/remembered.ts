/** As many answers are kept: the images and names of some projects. */
const MOST = 2000;

/** Keeps the answers to a question about a short text that comes up in many files, such as an image's name. */
export function remembered<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined && !answers.has(text)) {
      if (answers.size >= MOST) answers.clear();
      answer = read(text);
      answers.set(text, answer);
    }
    return answer as Answer;
  };
}
