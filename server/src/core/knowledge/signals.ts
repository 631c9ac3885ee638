/** Names of Linux's signals that the builder knows, without `SIG`. */
export const signalNames: ReadonlySet<string> = new Set([
  ...(
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU ' +
    'URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
  ).split(' '),
  ...Array.from({ length: 15 }, (_, index) => `RTMIN+${index + 1}`),
  ...Array.from({ length: 14 }, (_, index) => `RTMAX-${index + 1}`),
]);

/** Linux's signals by number, as on x86 and ARM. */
const NUMBERED =
  `HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ
  VTALRM PROF WINCH IO PWR SYS`.split(/\s+/);

/**
 * The name of a signal as a person would write it, with `SIG`, of a name in any case, with or without `SIG`, or a number; undefined
 * where it is none that is known.
 */
export function signalName(written: string): string | undefined {
  if (!/^\d{1,3}$/.test(written)) {
    const plain = written.toUpperCase().replace(/^SIG/, '');
    return signalNames.has(plain) ? `SIG${plain}` : undefined;
  }
  const number = Number(written);
  const name = NUMBERED[number - 1];
  if (name !== undefined) return `SIG${name}`;
  // Engines count from 34, the first that libraries leave to programs.
  if (number < 34 || number > 64) return undefined;
  if (number === 34) return 'SIGRTMIN';
  if (number === 64) return 'SIGRTMAX';
  return number < 50 ? `SIGRTMIN+${number - 34}` : `SIGRTMAX-${64 - number}`;
}
