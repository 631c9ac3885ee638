import type { Diagnostic, Source } from '../../core/index';

/** What was found in one file. */
export interface Report {
  readonly file: string;
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
}
