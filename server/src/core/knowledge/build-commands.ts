/** Sub-commands that build; an empty list: whatever it is called with, the program builds or sets up a build. */
const COMPILES: Readonly<Record<string, readonly string[]>> = {
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
};

/** Programs that compile what they install where a package asks for it: they need the tools of the image, and nobody else does. */
const INSTALLS = new Set(['pip', 'pip3', 'uv', 'poetry', 'pipenv', 'pdm', 'bundle', 'bundler', 'gem']);

/** Whether a command makes something of sources; `installs`: it does so only for packages that want it. */
export function buildsWith(name: string, words: readonly { readonly value: string }[]): boolean | 'installs' {
  if (INSTALLS.has(name)) return 'installs';
  const verbs = Object.hasOwn(COMPILES, name) ? COMPILES[name] : undefined;
  if (!verbs)
    return /^python[\d.]*$/.test(name) && words[0]?.value === '-m' && words[1]?.value === 'pip' ? 'installs' : false;
  return verbs.length === 0 || words.some(({ value }) => verbs.includes(value) || /^build(?::|$)/.test(value));
}
