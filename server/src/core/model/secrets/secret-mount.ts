import type { Edit } from '../../text/edit';

/** A secret mount in the place of something that leaks, and what the person has to do beside it. */
export interface SecretMountRewrite {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
}

/** Why a secret mount can't take the place, as a fact with a full stop. */
export interface NoSecretMount {
  readonly because: string;
}

/** The rewrite, or nothing where it is refused: what a quick fix offers. */
export function unlessRefused(result: SecretMountRewrite | NoSecretMount): SecretMountRewrite | undefined {
  return 'because' in result ? undefined : result;
}

/** The id under which `docker build --secret` gives what a variable holds. */
export function secretId(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
}
