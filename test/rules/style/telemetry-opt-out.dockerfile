### each tool once in a stage
FROM mcr.microsoft.com/dotnet/sdk:9.0
RUN dotnet restore && dotnet build
    ^^^^^^^^^^^^^^ .NET reports how it is used, as long as DOTNET_CLI_TELEMETRY_OPTOUT is not set.
RUN dotnet publish
===>
FROM mcr.microsoft.com/dotnet/sdk:9.0
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1
RUN dotnet restore && dotnet build
RUN dotnet publish

### all of them
FROM debian
RUN astro build
    ^^^^^^^^^^^ Astro reports how it is used, as long as ASTRO_TELEMETRY_DISABLED is not set.
RUN az login
    ^^^^^^^^ Azure CLI reports how it is used, as long as AZURE_CORE_COLLECT_TELEMETRY is not set.
RUN bun install
    ^^^^^^^^^^^ Bun reports how it is used, as long as DO_NOT_TRACK is not set.
RUN gatsby build
    ^^^^^^^^^^^^ Gatsby reports how it is used, as long as GATSBY_TELEMETRY_DISABLED is not set.
RUN huggingface-cli download x
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ Hugging Face reports how it is used, as long as HF_HUB_DISABLE_TELEMETRY is not set.
RUN nuxt build
    ^^^^^^^^^^ Nuxt reports how it is used, as long as NUXT_TELEMETRY_DISABLED is not set.
RUN pwsh -c x
    ^^^^^^^^^ PowerShell reports how it is used, as long as POWERSHELL_TELEMETRY_OPTOUT is not set.
RUN turbo build
    ^^^^^^^^^^^ Turborepo reports how it is used, as long as TURBO_TELEMETRY_DISABLED is not set.
RUN wrangler deploy
    ^^^^^^^^^^^^^^^ Wrangler reports how it is used, as long as WRANGLER_SEND_METRICS is not set.

### through the package managers
FROM node:24
RUN npx --yes next@15 build
    ^^^^^^^^^^^^^^^^^^^^^^^ Next.js reports how it is used, as long as NEXT_TELEMETRY_DISABLED is not set.
FROM node:24
RUN pnpm exec next build
    ^^^^^^^^^^^^^^^^^^^^ Next.js reports how it is used, as long as NEXT_TELEMETRY_DISABLED is not set.
FROM node:24
RUN yarn next build
    ^^^^^^^^^^^^^^^ Next.js reports how it is used, as long as NEXT_TELEMETRY_DISABLED is not set.

### scripts of package.json
FROM node:24
RUN npm run build
    ^^^^^^^^^^^^^ Next.js reports how it is used, as long as NEXT_TELEMETRY_DISABLED is not set.
RUN yarn test
--- file: package.json
{"scripts": {"build": "NODE_ENV=production next build", "test": "jest"}}

### scripts that are not there to read
FROM node:24
RUN npm run build

### a script that says it itself
FROM node:24
RUN npm run build
--- file: package.json
{"scripts": {"build": "NEXT_TELEMETRY_DISABLED=1 next build"}}

### the variable is set, to whatever
FROM node:24
ENV NEXT_TELEMETRY_DISABLED=0
RUN npx next build
FROM node:24
ARG NEXT_TELEMETRY_DISABLED=1
RUN npx next build
FROM node:24
RUN NEXT_TELEMETRY_DISABLED=1 npx next build
FROM node:24
RUN export NEXT_TELEMETRY_DISABLED=1 && npx next build

### a variable for several tools
FROM node:24
ENV DO_NOT_TRACK=1
RUN turbo build && gatsby build && bun install

### a command turns it off
FROM node:24
RUN npx next telemetry disable
RUN npx next build

### set in the stage below
FROM node:24 AS base
ENV NEXT_TELEMETRY_DISABLED=1
FROM base
RUN npx next build

### in another stage it is not
FROM node:24 AS base
ENV NEXT_TELEMETRY_DISABLED=1
FROM node:24
RUN npx next build
    ^^^^^^^^^^^^^^ Next.js reports how it is used, as long as NEXT_TELEMETRY_DISABLED is not set.

### other tools
FROM node:24
RUN npm ci && npx vite build && echo next && npm run next-thing
