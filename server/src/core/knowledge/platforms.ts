import { table } from '../text/table';
/** The platform that an image is made for. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
}

const SYSTEMS: ReadonlySet<string> = new Set(
  `aix android darwin dragonfly freebsd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos`.split(
    ' ',
  ),
);

const ARCHITECTURES: ReadonlySet<string> = new Set(
  `386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le
  riscv riscv64 s390 s390x sparc sparc64 wasm`.split(/\s+/),
);

/** Other names of architectures. */
const SAME: Readonly<Record<string, string>> = table({
  aarch64: 'arm64',
  armel: 'arm',
  armhf: 'arm',
  i386: '386',
  'x86-64': 'amd64',
  x86_64: 'amd64',
});

/** The platform that the most builds are for: what is assumed of a part that is not given. */
export const USUAL_PLATFORM: Platform = { os: 'linux', architecture: 'amd64' };

/** Reads `linux/arm64`, `linux/arm/v7`, `windows` or `arm64`; undefined when the builder would refuse it. Variants are not told apart. */
export function readPlatform(text: string): Platform | undefined {
  // A release of Windows may stand behind the system: `windows(10.0.17763)/amd64`.
  const parts = text.replace(/^(\w+)\([\w.-]*\)/, '$1').split('/');
  if (parts.length > 3 || parts.some((part) => !/^[\w.-]+$/.test(part))) return undefined;
  const [first, second] = parts as [string, string?];
  if (second === undefined) {
    const name = first.toLowerCase();
    if (SYSTEMS.has(name)) return { os: name, architecture: USUAL_PLATFORM.architecture };
    const architecture = toArchitecture(name);
    return ARCHITECTURES.has(architecture) ? { os: USUAL_PLATFORM.os, architecture } : undefined;
  }
  return { os: first.toLowerCase() === 'macos' ? 'darwin' : first.toLowerCase(), architecture: toArchitecture(second) };
}

function toArchitecture(name: string): string {
  const lower = name.toLowerCase();
  return SAME[lower] ?? lower;
}
