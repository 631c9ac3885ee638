/** What the suite tells the process that started it, a JSON line each, in the file that `reportVariable` names. */
export type Report =
  | { readonly kind: 'begin'; readonly editor: string; readonly tests: number }
  | { readonly kind: 'passed'; readonly test: string; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly test: string; readonly milliseconds: number; readonly error: string }
  | { readonly kind: 'skipped'; readonly test: string; readonly because: string }
  | { readonly kind: 'end'; readonly passed: number; readonly failed: number };

/** The environment variable with the path of the report. */
export const reportVariable = 'LAYERWISE_TEST_REPORT';

/**
 * The environment variable with a folder in which the suite asks what is on the screen: a CSS selector in `<n>.question`
 * is answered by the texts of what it selects, as JSON, in `<n>.answer`. Only a host that can look at its editor sets it.
 */
export const screenVariable = 'LAYERWISE_TEST_SCREEN';
