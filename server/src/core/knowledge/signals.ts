/** Linux's signals by number, as on x86 and ARM. */
const NAMES =
  `HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ
  VTALRM PROF WINCH IO PWR SYS`.split(/\s+/);

const KNOWN = new Set([...NAMES, 'IOT', 'POLL', 'CLD', 'UNUSED', 'RTMIN', 'RTMAX']);

/**
 * The name of a signal as a person would write it, with `SIG`, of a name in any case, with or without `SIG`, or a number; undefined
 * where it is none that is known.
 */
export function signalName(written: string): string | undefined {
  if (/^\d{1,3}$/.test(written)) {
    const number = Number(written);
    const name = NAMES[number - 1];
    if (name !== undefined) return `SIG${name}`;
    // Engines count from 34, the first that libraries leave to programs.
    if (number < 34 || number > 64) return undefined;
    return number === 34
      ? 'SIGRTMIN'
      : number === 64
        ? 'SIGRTMAX'
        : number < 50
          ? `SIGRTMIN+${number - 34}`
          : `SIGRTMAX-${64 - number}`;
  }
  const plain = written.toUpperCase().replace(/^SIG/, '');
  if (KNOWN.has(plain)) return `SIG${plain}`;
  return /^RTM(?:IN\+(?:[1-9]|1[0-5])|AX-(?:[1-9]|1[0-4]))$/.test(plain) ? `SIG${plain}` : undefined;
}
