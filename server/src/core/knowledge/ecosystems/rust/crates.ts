import { table } from '../../../text/table';
import { readLinked } from '../../system-packages/linked-libraries';

/** The headers of the system library that a crate is linked with, unless another crate brings the library along. */
const LINKED: Readonly<Record<string, { readonly headers: string; readonly unless?: string }>> = table({
  'curl-sys': { headers: 'libcurl4-openssl-dev' },
  'libsqlite3-sys': { headers: 'libsqlite3-dev' },
  libxml: { headers: 'libxml2-dev' },
  'libxslt-sys': { headers: 'libxslt1-dev' },
  'libyaml-sys': { headers: 'libyaml-dev' },
  'mysqlclient-sys': { headers: 'default-libmysqlclient-dev', unless: 'mysqlclient-src' },
  'openssl-sys': { headers: 'libssl-dev', unless: 'openssl-src' },
  'pq-sys': { headers: 'libpq-dev', unless: 'pq-src' },
  'alsa-sys': { headers: 'libasound2-dev' },
  'libdbus-sys': { headers: 'libdbus-1-dev' },
  'libsodium-sys': { headers: 'libsodium-dev' },
  'libudev-sys': { headers: 'libudev-dev' },
  'libusb1-sys': { headers: 'libusb-1.0-0-dev' },
  'libzmq-sys': { headers: 'libzmq3-dev' },
  'pcap-sys': { headers: 'libpcap-dev' },
  pcap: { headers: 'libpcap-dev' },
  'rdkafka-sys': { headers: 'librdkafka-dev' },
  'yeslogic-fontconfig-sys': { headers: 'libfontconfig1-dev' },
  'servo-fontconfig-sys': { headers: 'libfontconfig1-dev' },
  'freetype-sys': { headers: 'libfreetype6-dev' },
  'odbc-sys': { headers: 'unixodbc-dev' },
  'libsystemd-sys': { headers: 'libsystemd-dev' },
  'libseccomp-sys': { headers: 'libseccomp-dev' },
  'libgit2-sys': { headers: 'libgit2-dev' },
  'libssh2-sys': { headers: 'libssh2-1-dev' },
  'libarchive3-sys': { headers: 'libarchive-dev' },
});

/** Crates whose name ends as if they were linked with a library of the system, and which are not, or only where every system has it. */
const SELF_CONTAINED = new Set(
  `alloc-no-stdlib android-activity android_log-sys aws-lc-fips-sys aws-lc-sys bcrypt-pbkdf blake3 blst boring-sys brotli-sys brotlic-sys bzip2-sys
  clang-sys cloudflare-zlib-sys core-foundation-sys coreaudio-sys defmt dirs-sys dirs-sys-next dispatch-sys duckdb-sys errno-dragonfly fsevent-sys
  glutin_egl_sys glutin_glx_sys glutin_wgl_sys hermit-abi inotify-sys io-kit-sys iokit-sys jemalloc-sys jni-sys jni-sys-macros js-sys kqueue-sys libbpf-sys
  libmimalloc-sys libmdbx-sys linux-raw-sys libwebp-sys libz-ng-sys libz-rs-sys libz-sys lmdb-master-sys lmdb-rkv-sys lmdb-sys lz4-sys lzma-sys
  mach-sys mdbx-sys mimalloc-sys minimp3-sys miniz-sys ndk-sys netlink-sys objc-sys objc2-sys onig_sys openblas-src psm quiche ring
  rocksdb-sys librocksdb-sys rust-librocksdb-sys schannel sdl2-sys-bundled secp256k1-sys security-framework-sys snappy_src snmalloc-sys
  speexdsp-sys sqlite3-src system-configuration-sys termios tikv-jemalloc-sys tree-sitter v8 wasapi-sys wasi wasm-bindgen-sys web-sys
  winapi-sys windows-sys winreg-sys x11-dl zopfli-sys zstd-sys zstd-safe-sys sys fts-sys user32-sys kernel32-sys advapi32-sys ws2_32-sys
  secur32-sys crypt32-sys ole32-sys shell32-sys dbghelp-sys rpcrt4-sys userenv-sys bcrypt-sys winhttp-sys httpapi-sys
  objc2-core-foundation proc-mounts dlv-list mozjpeg-sys libdeflate-sys libjxl-src audiopus_sys opus-sys sass-sys wepoll-sys
  cryptonight-sys randomx-sys gmp-mpfr-sys gimli ffi-sys libffi-sys utf8proc-sys hidapi-sys libloading-sys lexbor-sys quickjs-sys
  rquickjs-sys libquickjs-sys mujs-sys lua-src mlua-sys luajit-src webkit-sys vcpkg-sys isal-sys zlib-ng-sys seccomp-sys
  sentry-sys crashpad-sys mach2-sys`.split(/\s+/),
);

/** Compiled for Python, Ruby and the like, or linked with what needs more than its own library: not to be told from here. */
const FOREIGN_RUNTIMES =
  /^(?:pyo3-ffi|rb-sys|napi-sys|ffmpeg-sys(?:-next)?|gstreamer-sys|opencv|tch|torch-sys|ort-sys|libtensorflow-sys|tensorflow-sys|gtk4?-sys|gdk-sys|webkit2gtk-sys|tauri|magick_rust|llvm-sys|inkwell|gdal-sys|proj-sys|leptonica-sys|tesseract-sys)$/;

/** What crates are linked with. */
export interface LinkedLibraries {
  /** Debian's packages of the headers. */
  readonly headers: readonly string[];
  /** Crates of which it is not known. */
  readonly unknown: readonly string[];
}

/** Which system libraries the crates of a Cargo.lock are linked with. */
export function linkedByCrates(names: ReadonlySet<string>): LinkedLibraries {
  const headers = new Set<string>();
  const unknown: string[] = [];
  for (const name of names) {
    const known = Object.hasOwn(LINKED, name) ? LINKED[name] : undefined;
    if (known) {
      if (known.unless === undefined || !names.has(known.unless)) headers.add(known.headers);
    } else if (FOREIGN_RUNTIMES.test(name) || (/[-_]sys$/.test(name) && !SELF_CONTAINED.has(name))) unknown.push(name);
  }
  return { headers: [...headers], unknown };
}

/** Libraries of C, of the compiler, and of what Debian's package manager needs itself. */
const EVERYWHERE = new Set(
  'c m dl rt util pthread gcc gcc_s stdc++ atomic resolv crypt z zlib bz2 lzma zstd selinux acl'.split(' '),
);

/** Which system libraries are linked by their names. */
export function linkedByName(names: Iterable<string>): LinkedLibraries {
  const headers = new Set<string>();
  const unknown: string[] = [];
  for (const name of names) {
    const plain = name.replace(/^dylib=|[:=].*$/g, '');
    if (EVERYWHERE.has(plain)) continue;
    const linked = readLinked(plain);
    if (linked?.kind === 'headers') headers.add(linked.name);
    else if (linked?.kind !== 'none') unknown.push(name);
  }
  return { headers: [...headers], unknown };
}

/** Headers that buildpack-deps brings, and so the Rust images that are not slim. */
export const BUILDPACK_HEADERS: ReadonlySet<string> = new Set(
  `default-libmysqlclient-dev libbz2-dev libcurl4-openssl-dev libffi-dev libjpeg-dev liblzma-dev libpng-dev libpq-dev libreadline-dev
  libsqlite3-dev libssl-dev libxml2-dev libxslt1-dev libyaml-dev zlib1g-dev`.split(/\s+/),
);

/** Crates of which nothing has to be known without a Cargo.lock: neither they nor what they need by default is linked with the system. */
export const PLAIN_CRATES: ReadonlySet<string> = new Set(
  `actix actix-cors actix-files actix-multipart actix-rt actix-session actix-web actix-web-actors actix-ws addr2line ahash aho-corasick
  ansi_term anstream anyhow arc-swap argh argon2 arrayref arrayvec askama askama_axum assert_cmd async-channel async-graphql async-std
  async-stream async-trait atty axum axum-extra axum-macros base64 bcrypt bincode bitflags bitvec blake2 bstr bumpalo byteorder bytes
  cached cargo_metadata cfg-if chrono chrono-tz ciborium clap clap_derive color-eyre colored comrak config console const_format cookie
  criterion crossbeam crossbeam-channel crossbeam-utils crossterm csv ctrlc dashmap data-encoding deadpool derive_builder derive_more
  digest directories dirs displaydoc dotenv dotenvy either encoding_rs enum-iterator env_logger erased-serde eyre fake fastrand fern
  figment filetime fixedbitset flate2 flume fnv form_urlencoded fs_extra futures futures-channel futures-core futures-util fxhash generic-
  array getopts getrandom git-version glob globset gumdrop h2 half handlebars hashbrown headers heck hex hmac hostname html-escape http
  http-body http-body-util httparse httpdate humansize humantime hyper hyper-util iana-time-zone idna ignore image include_dir indexmap
  indicatif indoc inventory itertools itoa jsonwebtoken juniper lazy_static libc linked-hash-map lipsum log log4rs lru matchit maud md-5
  md5 memchr memmap2 mime mime_guess minijinja mio moka multimap nalgebra nanoid ndarray nix nom notify num num-bigint num-derive num-
  rational num-traits num_cpus num_enum once_cell ordered-float parking_lot paste percent-encoding pest pest_derive petgraph phf pico-args
  pin-project pin-project-lite poem pretty_env_logger prettytable-rs proc-macro2 prometheus proptest prost pulldown-cmark quick-error
  quick-xml quote rand rand_chacha rand_core rayon redis regex regex-lite rocket rocket_contrib rocket_dyn_templates ron rouille rstest
  rust-embed rust_decimal rustc-hash ryu salvo sanitize-filename scopeguard semver serde serde_derive serde_json serde_qs serde_repr
  serde_urlencoded serde_with serde_yaml sha1 sha2 shellexpand simple_logger simplelog siphasher slab sled slug smallvec smol socket2 spin
  static_assertions strsim structopt strum strum_macros syn tabled tempfile tera termcolor terminal_size test-case textwrap thiserror
  thread_local threadpool tide time tiny_http tinytemplate tinyvec tokio tokio-macros tokio-stream tokio-tungstenite tokio-util toml
  toml_edit tonic tower tower-http tower-layer tower-service tower-sessions tracing tracing-appender tracing-core tracing-log tracing-
  subscriber trillium tungstenite typed-builder typenum ulid unicase unicode-normalization unicode-segmentation unicode-width unicode-xid
  url urlencoding utoipa utoipa-swagger-ui uuid validator viz void walkdir warp which xml-rs yaml-rust yansi zip`.split(
    /\s+/,
  ),
);
