import { remembered } from '../text/remembered';
import { table } from '../text/table';

/** Sub-commands that build; an empty list: whatever it is called with, the program builds or sets up a build. */
const COMPILES: Readonly<Record<string, readonly string[]>> = table({
  ant: [],
  astro: ['build'],
  bun: ['build', 'run'],
  'c++': [],
  cargo: ['build', 'install'],
  cc: [],
  clang: [],
  'clang++': [],
  cmake: [],
  composer: ['install'],
  dotnet: ['build', 'publish'],
  'g++': [],
  gatsby: ['build'],
  gcc: [],
  go: ['build', 'install', 'get'],
  gradle: [],
  gradlew: [],
  hugo: [],
  javac: [],
  make: [],
  meson: [],
  mix: ['release', 'compile'],
  mvn: [],
  mvnw: [],
  nest: ['build'],
  next: ['build'],
  ng: ['build'],
  ninja: [],
  npm: ['run', 'run-script', 'rum', 'urn'],
  npx: [],
  nuxt: ['build', 'generate'],
  pnpm: ['run', 'build', 'exec'],
  rustc: [],
  sbt: [],
  swift: ['build'],
  tsc: [],
  vite: ['build'],
  webpack: [],
  yarn: ['run', 'build', 'compile', 'generate', 'export'],
});

/** Programs that compile what they install where a package asks for it: they need the tools of the image, and nobody else does. */
const INSTALLS = new Set('pip pip3 uv poetry pipenv pdm bundle bundler gem npm yarn pnpm bun'.split(' '));

/** What a program is, by its name: most are none of these, and each is looked at many times. */
const kindOf = remembered((name): readonly string[] | 'python' | 'script' | 'installs' | 'other' => {
  if (Object.hasOwn(COMPILES, name)) return COMPILES[name]!;
  if (INSTALLS.has(name)) return 'installs';
  if (/^python[\d.]*$/.test(name)) return 'python';
  return /^(?:build|compile|make|install)[\w-]*\.(?:sh|bash)$/.test(name) ? 'script' : 'other';
});

/** Whether a command makes something of sources; `installs`: it does so only for packages that want it. */
export function buildsWith(name: string, words: readonly { readonly value: string }[]): boolean | 'installs' {
  const kind = kindOf(name);
  switch (kind) {
    case 'other':
      return false;
    case 'script':
      return true;
    case 'installs':
      return kind;
    case 'python':
      if (words[0]?.value === 'setup.py') return true;
      return words[0]?.value === '-m' && words[1]?.value === 'pip' ? 'installs' : false;
    default:
      if (kind.length === 0 || words.some(({ value }) => kind.includes(value) || /^build(?::|$)/.test(value)))
        return true;
      return INSTALLS.has(name) ? 'installs' : false;
  }
}
