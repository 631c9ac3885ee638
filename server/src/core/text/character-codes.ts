/** UTF-16 codes of characters that the readers of words and of shell text look for: comparing numbers is what makes them quick. */
export const NEWLINE = 10;
export const DOUBLE_QUOTE = 34;
export const DOLLAR = 36;
export const SINGLE_QUOTE = 39;
export const BACKSLASH = 92;
export const BACKTICK = 96;
