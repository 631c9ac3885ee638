import type { RunInstruction } from '../syntax/instruction';

/** Whether a RUN has a cache or tmpfs mount whose target holds a text, as hadolint looks for one. */
export function hasPlainMount({ mounts }: RunInstruction, text: string): boolean {
  return mounts.some(({ type, target }) => (type === 'cache' || type === 'tmpfs') && (target?.includes(text) ?? false));
}
