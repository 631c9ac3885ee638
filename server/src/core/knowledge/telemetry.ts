/** A tool that reports how it is used, and how it is told not to. */
export interface Telemetry {
  readonly title: string;
  /** Names of its commands. */
  readonly commands: readonly string[];
  readonly variable: string;
  readonly value: string;
  /** Other variables that it obeys. */
  readonly also?: readonly string[];
}

/** Tools with a documented variable, sorted by title. */
export const telemetries: readonly Telemetry[] = [
  { title: '.NET', commands: ['dotnet'], variable: 'DOTNET_CLI_TELEMETRY_OPTOUT', value: '1' },
  { title: 'Astro', commands: ['astro'], variable: 'ASTRO_TELEMETRY_DISABLED', value: '1' },
  { title: 'Azure CLI', commands: ['az'], variable: 'AZURE_CORE_COLLECT_TELEMETRY', value: '0' },
  { title: 'Bun', commands: ['bun', 'bunx'], variable: 'DO_NOT_TRACK', value: '1' },
  {
    title: 'Gatsby',
    commands: ['gatsby'],
    variable: 'GATSBY_TELEMETRY_DISABLED',
    value: '1',
    also: ['DO_NOT_TRACK'],
  },
  {
    title: 'Hugging Face',
    commands: ['hf', 'huggingface-cli'],
    variable: 'HF_HUB_DISABLE_TELEMETRY',
    value: '1',
    also: ['DO_NOT_TRACK'],
  },
  { title: 'Next.js', commands: ['next'], variable: 'NEXT_TELEMETRY_DISABLED', value: '1' },
  { title: 'Nuxt', commands: ['nuxt', 'nuxi'], variable: 'NUXT_TELEMETRY_DISABLED', value: '1' },
  { title: 'PowerShell', commands: ['pwsh'], variable: 'POWERSHELL_TELEMETRY_OPTOUT', value: '1' },
  {
    title: 'Turborepo',
    commands: ['turbo'],
    variable: 'TURBO_TELEMETRY_DISABLED',
    value: '1',
    also: ['DO_NOT_TRACK'],
  },
  { title: 'Wrangler', commands: ['wrangler'], variable: 'WRANGLER_SEND_METRICS', value: 'false' },
];

/** Yarn from version 2 on, whose command is the same as that of the first. */
export const yarnTelemetry: Telemetry = {
  title: 'Yarn',
  commands: [],
  variable: 'YARN_ENABLE_TELEMETRY',
  value: '0',
};
