/** What the suite tells the process that started it, a JSON line each, in the file that `reportVariable` names. */
export type Report =
  | { readonly kind: 'begin'; readonly editor: string; readonly tests: number }
  | { readonly kind: 'passed'; readonly test: string; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly test: string; readonly milliseconds: number; readonly error: string }
  | { readonly kind: 'end'; readonly passed: number; readonly failed: number };

/** The environment variable with the path of the report. */
export const reportVariable = 'LAYERWISE_TEST_REPORT';
