import { remembered } from '../../text/remembered';
import type { Dialect } from './shell-command';

/** The language of a shell's command, by its name: `/bin/bash`, `pwsh`, `cmd.exe`. */
export const dialectOf = remembered((program): Dialect => {
  const name = (program.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.exe$/, '');
  if (/^(?:ba|da|a|z|k|mk)?sh$/.test(name) || name === 'busybox') return 'posix';
  if (name === 'powershell' || name === 'pwsh') return 'powershell';
  return name === 'cmd' ? 'cmd' : 'unknown';
});
