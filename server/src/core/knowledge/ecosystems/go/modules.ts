import type { ProjectFiles } from '../../ecosystem';
import { below, parentOf, toPath } from '../../images/image-paths';

/** Modules that don't build, or do something else, without cgo: the beginning of the module's path. */
const CGO_MODULES = `
  crawshaw.io/sqlite github.com/CosmWasm/wasmvm github.com/DataDog/zstd github.com/aarzilli/golua github.com/airbusgeo/godal
  github.com/alexbrainman/odbc github.com/apache/pulsar/pulsar-client-go github.com/asticode/go-astiav github.com/bvinc/go-sqlite-lite
  github.com/bytecodealliance/wasmtime-go github.com/chai2010/webp github.com/confluentinc/confluent-kafka-go github.com/coreos/go-systemd
  github.com/davidbyttow/govips github.com/duckdb/duckdb-go github.com/ebitengine/oto github.com/everystreet/go-proj github.com/faiface/
  github.com/getlantern/systray github.com/go-gl/ github.com/go-vgo/robotgo github.com/godror/godror github.com/google/gopacket
  github.com/google/gousb github.com/gopacket/gopacket github.com/gordonklaus/portaudio github.com/gotk3/gotk3
  github.com/gographics/imagick github.com/h2non/bimg github.com/hajimehoshi/ github.com/herumi/ github.com/hraban/opus
  github.com/ibmdb/go_ibm_db github.com/jbowtie/gokogiri github.com/jmhodges/levigo github.com/karalabe/hid github.com/karalabe/usb
  github.com/kolesa-team/go-webp github.com/lestrrat-go/libxml2 github.com/libgit2/git2go github.com/libp2p/go-openssl
  github.com/linxGnu/grocksdb github.com/lukeroth/gdal github.com/marcboeker/go-duckdb github.com/mattn/go-gtk github.com/mattn/go-oci8
  github.com/mattn/go-sqlite3 github.com/microsoft/go-crypto-openssl github.com/miekg/pkcs11 github.com/moovweb/gokogiri
  github.com/mutecomm/go-sqlcipher github.com/otiai10/gosseract github.com/pebbe/zmq github.com/rakyll/portmidi github.com/robotn/gohook
  github.com/spacemonkeygo/openssl github.com/sqweek/dialog github.com/supranational/blst github.com/tecbot/gorocksdb
  github.com/tensorflow/tensorflow github.com/therecipe/qt github.com/twpayne/go-geos github.com/valyala/gozstd github.com/veandco/go-sdl2
  github.com/wasmerio/wasmer-go github.com/webview/webview github.com/xeodou/go-sqlcipher github.com/yalue/onnxruntime_go
  github.com/zeromq/ github.com/zserge/webview gocv.io/ gopkg.in/confluentinc/ gopkg.in/goracle gopkg.in/gographics/ gopkg.in/libgit2/
  gopkg.in/rana/ora
`
  .trim()
  .split(/\s+/);

/** The module path that a go.mod declares. */
export function modulePath(mod: string): string | undefined {
  return /^\s*module\s+"?([^\s"]+)"?/m.exec(mod)?.[1];
}

/** Whether a module requires one that needs cgo. */
export function requiresCgo(mod: string, sum: string): boolean {
  const required = [...mod.matchAll(/^\s*(?:require\s+)?"?([\w.-]+\.[\w./~-]+)"?\s+v/gm)].map((match) => match[1]!);
  // A line for a go.mod alone is there to choose versions: nothing of that module is compiled.
  const summed = sum
    .split('\n')
    .map((line) => line.split(' ', 2))
    .flatMap(([module, version]) => (module && version && !version.endsWith('/go.mod') ? [module] : []));
  return [...required, ...summed].some((module) => CGO_MODULES.some((known) => module.startsWith(known)));
}

/** Whether a source file can't be compiled without cgo: files that are for cgo alone have a stand-in for builds without. */
export function importsC(source: string): boolean {
  if (/^\/\/(?:go:build|\s*\+build)\s.*\b(?:ignore|cgo)\b/m.test(source)) return false;
  return /^\s*(?:import\s+)?"C"\s*(?:\/\/.*)?$/m.test(source);
}

/** Whether a source file is for builds with cgo alone, or for those without: the program would be another one. */
export function asksForCgo(source: string): boolean {
  return /^\/\/(?:go:build|\s*\+build)\s.*\bcgo\b/m.test(source);
}

/** Places of what a source file has compiled into the program by `//go:embed`, as written: relative to its directory. */
export function embeddedPaths(source: string): string[] {
  return [...source.matchAll(/^\/\/go:embed[ \t]+(.+)$/gm)].flatMap(([, patterns]) =>
    patterns!
      .trim()
      .split(/\s+/)
      .map((pattern) => pattern.replace(/^"|"$/g, '').replace(/^all:/, '')),
  );
}

/** Libraries that a source file asks the linker for by `#cgo`: `-lz`, `pkg-config: zlib`. */
export function linkedLibraries(source: string): string[] {
  return [...source.matchAll(/^\s*(?:\/\/|\*)?\s*#cgo\s+([^:\n]*?)(LDFLAGS|pkg-config):(.+)$/gm)].flatMap(
    ([, condition, kind, words]) => {
      if (
        /\b(?:windows|darwin|freebsd|openbsd|netbsd|android|ios|js|wasm)\b/.test(condition!) &&
        !/linux/.test(condition!)
      )
        return [];
      const list = words!.trim().split(/\s+/);
      return kind === 'pkg-config'
        ? list.filter((word) => !word.startsWith('-'))
        : list.flatMap((word) => (word.startsWith('-l') ? [word.slice(2)] : []));
    },
  );
}

/** The directory of the go.mod that some builds belong to. */
export function findModuleRoot(
  files: ProjectFiles,
  builds: readonly { readonly directory: string | undefined; readonly packages: readonly string[] }[],
): string | undefined {
  for (const { directory, packages } of builds) {
    if (directory === undefined) continue;
    const root = moduleRootOf(files, directory);
    if (root !== undefined) return root;
    const place = packages.length === 1 && /^[./]/.test(packages[0]!) ? toPath(packages[0]!, directory) : undefined;
    const own = place === undefined ? undefined : moduleRootOf(files, place);
    if (own !== undefined) return own;
  }
  return undefined;
}

/** The nearest directory upwards that has a go.mod. */
export function moduleRootOf(files: ProjectFiles, directory: string): string | undefined {
  for (let at = directory; ; at = parentOf(at)) {
    if (files.has(below(at, 'go.mod'))) return at;
    if (at === '/') return undefined;
  }
}
