/**
 * What a shell command does to files, as far as the order of build steps cares:
 * - `touches`: reads no file; at most creates, removes, or changes mode and owner of what it names;
 * - `carries`: puts what it names elsewhere;
 * - `reads`: reads what it names and nothing else;
 * - `configures`: reads what it names, and later installs may depend on what it did;
 * - `fetches`: downloads, reads only what it names;
 * - `installs`: installs packages that it names, from a registry;
 * - `compiles`: builds with what lies in and below its working directory;
 * - `runs`: an interpreter or shell that runs the script it is given.
 */
export type Deed = 'touches' | 'carries' | 'reads' | 'configures' | 'fetches' | 'installs' | 'compiles' | 'runs';

/** One command, or the sub-commands of it, and what they do. */
export interface CommandKnowledge {
  readonly deed: Deed;
  /** Installs packages of the operating system. */
  readonly system?: boolean;
}

/** Rows of `command` or `command verb…`; the longest that matches the first words without flags wins. */
const ROWS: readonly (readonly [Deed, string])[] = [
  [
    'touches',
    `: addgroup adduser alias alternatives break cd chage chattr chcon chfn chgrp chmod chown chpasswd chsh clear continue
    corepack date declare delgroup deluser dircolors dpkg-divert dpkg-reconfigure dpkg-statoverride echo exit export expr false
    getconf getent groupadd groupdel groupmod groups hash hostname id kill killall ldconfig let local locale ls mkdir mkfifo mknod
    mktemp nproc passwd pgrep pkill popd printenv printf pushd pwd read readonly restorecon return rm rmdir seq set setcap setfacl
    shift shopt shred sleep stat stty sync tput touch trap true truncate tty type ulimit umask unalias uname unset
    update-alternatives update-locale useradd userdel usermod wait which whereis whoami yes
    a2dismod a2dissite a2enmod chkconfig phpdismod phpenmod rc-status rc-update systemctl update-rc.d
    apt-mark apt-cache apt-config dpkg-query debconf-show
    npm/config npm/set npm/get npm/cache npm/-v npm/version npm/root npm/bin npm/prefix
    yarn/config yarn/cache yarn/set pnpm/config pnpm/store git/config git/init pip/config pip/cache pip3/cache
    bundle/config composer/config composer/clear-cache composer/clearcache composer/clear composer/diagnose gem/sources gem/env
    conda/config conda/clean conda/init mamba/clean micromamba/clean go/env go/version go/clean dotnet/nuget
    apt-get/clean apt-get/autoclean apt-get/autoremove apt-get/remove apt-get/purge apt/clean apt/autoclean apt/autoremove apt/remove
    apt/purge aptitude/clean apk/del yum/clean yum/remove yum/erase yum/history yum/autoremove dnf/clean dnf/remove dnf/autoremove
    microdnf/clean microdnf/remove zypper/clean zypper/cc zypper/remove zypper/rm pacman/-Scc pacman/-Sc docker-php-source`,
  ],
  ['carries', 'cp install ln mv rsync'],
  [
    'reads',
    `[ [[ ar awk base64 basename bunzip2 bzip2 cat cmp comm cpio crudini curlrc cut dd diff dirname dos2unix egrep envsubst fgrep file find
    fold gawk gpg gpgv grep gunzip gzip head iconv jar jq less localedef md5sum more nl od openssl patch readlink realpath sed
    sha1sum sha224sum sha256sum sha384sum sha512sum sort split sqlite3 ssh-keygen ssh-keyscan strip strings tac tail tar tee test tr
    uniq unix2dos unlzma unrar unxz unzip unzstd wc xmlstarlet xxd xz yq zcat zip zstd 7z 7za fc-cache mkfontdir mkfontscale
    crontab locale-gen visudo ldd setuser tzselect zdump`,
  ],
  [
    'configures',
    `add-apt-repository apt-add-repository apt-key debconf-set-selections dnf/config-manager dpkg gdebi keytool pacman-key rpm
    rpmkeys update-ca-certificates update-ca-trust yum-config-manager zypper/ar zypper/addrepo apt-get/-f`,
  ],
  [
    'fetches',
    `aria2c axel bzr/branch curl git/clone git/fetch git/pull git/submodule hg/clone http https svn/checkout svn/co svn/export wget
    youtube-dl gsutil aws gdown lwp-download wp/core drush/dl helm/pull helm/fetch`,
  ],
  [
    'installs',
    `ansible-galaxy apm/install asdf/install az/extension bower/install brew/install cabal/install cabal/update cargo/install
    cargo/binstall choosenim code/--install-extension conan/install cpan cpanm cs/install dart/pub docker-php-ext-install
    dotnet/tool dub/fetch easy_install easy_install-2.7 easy_install3 elasticsearch-plugin/install elm-package/install
    elasticsearch-plugin fluent-gem/install flatpak/install gcloud/components gem/install gem/update ghcup go/get grafana-cli
    haxelib/install helm/plugin helm/repo install-php-extensions install-plugins.sh install2.r installGithub.r jenkins-plugin-cli
    jupyter/labextension kibana-plugin/install krew/install kubectl/krew littler logstash-plugin/install luarocks/install
    mix/archive.install mix/local.hex mix/local.rebar mono/nuget nimble/install nix-channel nix-env npm/update nuget/install
    nvm/install opam/init opam/install opam/update pear/install pecl/install pip/download plugins.sh playwright/install plugin/install
    ppm/install pub/global puppet/module pyenv/install raco/pkg rbenv/install rebar3/local ros/install rosdep rustup rvm/install
    rustup-init sdk/install snap/install stack/setup td-agent-gem/install tlmgr typings/install vcpkg/install wasm-pack/install
    composer/self-update composer/global gem spacy/download nltk.downloader/all`,
  ],
  [
    'compiles',
    `ant autoconf autogen.sh automake autoreconf b2 bazel bjam brunch bundle/exec c++ cabal cargo cc clang clang++ cmake configure
    crystal ctest docker-php-ext-configure dotnet dub ember esbuild g++ gatsby gcc gfortran gmake go gradle gradlew grunt gulp hugo
    jekyll jspm lein libtoolize luarocks/make make meson mix mkdocs msbuild mvn mvnw nimble next ng nim ninja npm pdflatex perl6
    npx phpize pnpm poetry pub pytest qmake rails rake rebar3 rollup sbt scons shards sphinx-build stack swift tox tsc vite vue-cli-service
    waf webpack xbuild yarn zig javac kotlinc scalac rustc ghc ocamlfind dune opam artisan bundle composer conda mamba micromamba
    pip pip3 pipenv pdm uv bower typings npm-run-all lerna nx turbo bun deno elm spago flutter dart`,
  ],
  [
    'runs',
    `. R ash bash dash eval fish java julia lua mono node nodejs octave perl php pwsh python python2 python2.7 python3 python3.6
    python3.7 python3.8 python3.9 python3.10 python3.11 python3.12 python3.13 pypy pypy3 ruby Rscript sh source tclsh zsh ts-node`,
  ],
];

/** Installers of the operating system's packages, and wrappers of them that well-known images bring. */
const SYSTEM_ROWS = `apt-get/install apt-get/update apt-get/upgrade apt-get/dist-upgrade apt-get/full-upgrade apt-get/build-dep
  apt-get/download apt-get/source apt/install apt/update apt/upgrade apt/full-upgrade apt/dist-upgrade apt/build-dep apt-fast
  aptitude/install aptitude/update aptitude/upgrade aptitude/safe-upgrade aptitude/full-upgrade
  apk/add apk/update apk/upgrade apk/fix yum dnf microdnf tdnf zypper pacman yaourt yay emerge urpmi opkg/install opkg/update
  xbps-install swupd slackpkg/install guix/install
  add-pkg apt-install apt-get-install clean-install cleaninstall install_clean install_packages install-packages minimal_apt_get_install
  pkg/install apt.sh`;

/** What a command does, and its sub-commands where they do something else. */
interface CommandEntry {
  knowledge?: CommandKnowledge;
  readonly verbs: Map<string, CommandKnowledge>;
}

const byName = new Map<string, CommandEntry>();

function enter(rows: string, knowledge: CommandKnowledge): void {
  for (const row of rows.split(/\s+/)) {
    const [name = '', verb] = row.split('/');
    const entry: CommandEntry = byName.get(name) ?? { verbs: new Map() };
    byName.set(name, entry);
    if (verb === undefined) entry.knowledge = knowledge;
    else entry.verbs.set(verb, knowledge);
  }
}

for (const [deed, rows] of ROWS) enter(rows, { deed });
enter(SYSTEM_ROWS, { deed: 'installs', system: true });

/**
 * What a command does, by its name and its first word that is no flag; undefined when it is not known. A row with a sub-command
 * wins over the row of the command.
 */
export function findCommand(name: string, verb: string | undefined): CommandKnowledge | undefined {
  const entry = byName.get(name);
  return entry && ((verb === undefined ? undefined : entry.verbs.get(verb)) ?? entry.knowledge);
}

const SLOW: readonly Deed[] = ['fetches', 'installs', 'compiles'];
const slow = new Set<string>();
for (const [name, { knowledge, verbs }] of byName) {
  if ([knowledge, ...verbs.values()].some((one) => one && SLOW.includes(one.deed))) slow.add(name);
}

/** Whether some call of a command takes the network or a compiler: the quick question before the thorough one. */
export function maySlowDown(name: string): boolean {
  return slow.has(name);
}
