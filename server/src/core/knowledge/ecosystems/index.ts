import type { Ecosystem } from '../ecosystem';
import { c } from './c';
import { dotnet } from './dotnet';
import { elixir } from './elixir';
import { go } from './go';
import { gradle } from './gradle';
import { java } from './java';
import { maven } from './maven';
import { node } from './node';
import { nodeSite } from './node-site';
import { php } from './php';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import { sbt } from './sbt';
import { swift } from './swift';

/** Every ecosystem, sorted by id. */
export const ecosystems: readonly Ecosystem[] = [
  c,
  dotnet,
  elixir,
  go,
  gradle,
  java,
  maven,
  node,
  nodeSite,
  php,
  python,
  ruby,
  rust,
  sbt,
  swift,
];
