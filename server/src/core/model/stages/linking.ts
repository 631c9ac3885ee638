import { readBaseImage } from '../../knowledge/images/base-images';
import { isBuildTool, toolsOfImage, toolsOfPackage } from '../../knowledge/images/image-tools';
import type { Build, Stage } from '../build-types';
import { lookupVariable } from '../caches/cache-places';
import { keptPackages } from '../installs/kept-packages';
import type { BuiltOutput } from './build-outputs';

/** The C library that a program needs to run; `none`: it is static. */
export type Libc = 'glibc' | 'musl' | 'none';

/** The C library that programs of an image are linked with. */
export function libcOf(stage: Stage): Libc | undefined {
  const libc = readBaseImage(stage.root).libc;
  return libc === 'uclibc' ? undefined : libc;
}

/** What a program is linked with; undefined where the file does not tell. For Go the C library may in truth be left out. */
export function linkedWith(build: Build, output: BuiltOutput): Libc | undefined {
  const libc = libcOf(output.stage);
  if (libc !== 'glibc' && libc !== 'musl') return undefined;
  const { command, compiler } = output;
  const words = command.arguments.map(({ value }) => value);
  const all = words.join(' ');
  const read = (name: string) => lookupVariable(build, { command, instruction: command.script.instruction }, name);
  switch (compiler) {
    case 'go':
      return goLibc(build, output, libc, all, read);
    case 'rust': {
      const flags = `${read('RUSTFLAGS')?.value ?? ''} ${read('CARGO_BUILD_TARGET')?.value ?? ''} ${all}`;
      if (/-linux-gnu/.test(flags)) return 'glibc';
      if (/musl|[+]crt-static|windows|wasm/.test(flags) || readCargoConfig(build)) return 'none';
      // A target that a variable holds.
      if (/--target[ =]\$|--target[ =]\S*\{/.test(all)) return undefined;
      return libc === 'musl' && !/-crt-static/.test(flags) ? 'none' : libc;
    }
    case 'c':
      return words.some((word) => /^--?static/.test(word)) || /\$\{/.test(all) ? undefined : libc;
    case 'crystal':
    case 'native-image':
      return /--static\b/.test(all) ? 'none' : /\$\{/.test(all) ? undefined : libc;
    case 'swift':
      return /-static-executable|--swift-sdk|musl/.test(all) ? 'none' : libc;
    case 'bun':
      return /--target[ =]/.test(all) ? (/--target[ =]bun-linux-\w+-musl/.test(all) ? 'musl' : undefined) : libc;
    case 'deno':
      return libc === 'glibc' ? 'glibc' : undefined;
    default:
      return undefined;
  }
}

function goLibc(
  build: Build,
  { stage, command }: BuiltOutput,
  libc: Libc,
  words: string,
  read: (name: string) => { readonly value?: string } | undefined,
): Libc | undefined {
  const cgo = read('CGO_ENABLED');
  if (cgo && cgo.value !== '1') return cgo.value === '0' ? 'none' : undefined;
  if (turnsCgoOff(build, command.start, stage)) return 'none';
  const goos = read('GOOS');
  if (goos && goos.value !== 'linux') return undefined;
  // For another architecture C is left out, and a variable may name another one.
  if (!cgo && read('GOARCH')?.value === undefined && read('GOARCH')) return undefined;
  // A variable may hold flags of the linker; the version that is put into the program may not.
  if (/-static|netgo|linkmode=external/.test(words) || /(?:^| )\S*\$\{/.test(words.replace(/(?:-X ?|-o )\S+/g, '')))
    return undefined;
  if (stage.from.flags.some(({ name }) => name === 'platform') && !cgo) return undefined;
  if (!cgo && !hasCompiler(build, stage)) return 'none';
  return needsC(build) === false ? 'none' : libc;
}

/** `go env -w CGO_ENABLED=0` counts for all that follows. */
function turnsCgoOff(build: Build, before: number, stage: Stage): boolean {
  return build.commands.some(
    ({ name, start, script, arguments: words }) =>
      name === 'go' &&
      start < before &&
      script.instruction.stage <= stage.index &&
      words[0]?.value === 'env' &&
      words.some(({ value }) => value === 'CGO_ENABLED=0'),
  );
}

/** Go leaves C out where there is no compiler for it. */
function hasCompiler(build: Build, stage: Stage): boolean {
  const isCompiler = (tool: string) => isBuildTool(tool) && /^(?:gcc|clang)$/.test(tool);
  if (toolsOfImage(stage.root)?.some(isCompiler)) return true;
  return keptPackages(build, stage).some(({ names }) => names.some((name) => toolsOfPackage(name).some(isCompiler)));
}

const MOST_FILES = 300;

/** Whether sources of the context use packages of Go that are linked with C; undefined where they are not known, or use others. */
function needsC({ context }: Build): boolean | undefined {
  const sources = context?.files?.filter((file) => file.endsWith('.go') && !file.endsWith('_test.go'));
  if (!context || !sources || sources.length === 0 || sources.length > MOST_FILES) return undefined;
  if (/^\s*require\b/m.test(context.read('go.mod') ?? 'require')) return undefined;
  return sources.some((file) => /"net(?:\/\w+)*"|"os\/user"|import "C"|"plugin"/.test(context.read(file) ?? '"net"'));
}

/** Cargo's own settings may choose a static target. */
function readCargoConfig({ context }: Build): boolean {
  const texts = ['.cargo/config.toml', '.cargo/config'].map((path) => context?.read(path) ?? '');
  return texts.some((text) => /musl|crt-static/.test(text));
}
