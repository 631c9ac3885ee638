import type { PackageManager } from '../package-manager';
import { apk } from './apk';
import { apt } from './apt';
import { aptGet } from './apt-get';
import { bazel } from './bazel';
import { bun } from './bun';
import { bundler } from './bundler';
import { cabal } from './cabal';
import { cargo } from './cargo';
import { ccache } from './ccache';
import { composer } from './composer';
import { conda } from './conda';
import { dnf } from './dnf';
import { dotnet } from './dotnet';
import { gem } from './gem';
import { go } from './go';
import { gradle } from './gradle';
import { maven } from './maven';
import { microdnf } from './microdnf';
import { mix } from './mix';
import { npm } from './npm';
import { pacman } from './pacman';
import { pdm } from './pdm';
import { pip } from './pip';
import { pipenv } from './pipenv';
import { pipx } from './pipx';
import { pnpm } from './pnpm';
import { poetry } from './poetry';
import { sbt } from './sbt';
import { sccache } from './sccache';
import { stack } from './stack';
import { swift } from './swift';
import { uv } from './uv';
import { yarn } from './yarn';
import { yarnBerry } from './yarn-berry';
import { yum } from './yum';
import { zypper } from './zypper';

/** Every package manager, sorted by id. */
export const packageManagers: readonly PackageManager[] = [
  apk,
  apt,
  aptGet,
  bazel,
  bun,
  bundler,
  cabal,
  cargo,
  ccache,
  composer,
  conda,
  dnf,
  dotnet,
  gem,
  go,
  gradle,
  maven,
  microdnf,
  mix,
  npm,
  pacman,
  pdm,
  pip,
  pipenv,
  pipx,
  pnpm,
  poetry,
  sbt,
  sccache,
  stack,
  swift,
  uv,
  yarn,
  yarnBerry,
  yum,
  zypper,
];
