/** A tool that writes what it is given into a file, so that the file holds the credential when the tool is done. */
export interface SecretKeeper {
  readonly names: string;
  /** Words that stand behind the name, in this order; others may stand between. */
  readonly verbs?: string;
  /** The command counts only with such a word. */
  readonly needs?: RegExp;
  /** It keeps only what stands in a word of this shape. */
  readonly given?: RegExp;
  /** It keeps what is piped into it. */
  readonly piped?: true;
  /** Logs in to a registry, which a rule of its own reports. */
  readonly registry?: true;
  /** Where: in the home directory, or as a person would say it. */
  readonly file: string;
  /** What to do by hand, as the end of "To keep it out, …". */
  readonly instead?: string;
}

/** A URL with a user part. */
const userinfo = /:\/\/[^/\s]*@/;
const gitVariables = 'set GIT_CONFIG_COUNT, GIT_CONFIG_KEY_0 and GIT_CONFIG_VALUE_0 in the RUN';
const program = 'the program that it builds';
const atRunTime = 'read it when the program runs';
const atStart = 'set it when the container starts';
const nodeManagers = 'npm pnpm yarn bun';

export const secretKeepers: readonly SecretKeeper[] = [
  // Git writes the address that it clones from into the clone, and everything that `config` sets.
  {
    names: 'git',
    verbs: 'clone',
    given: /:\/\/[^/\s]*@|extraheader/i,
    file: '.git/config',
    instead: 'delete .git in the same RUN, or hand it over with `git -c http.extraHeader=… clone`',
  },
  { names: 'git', verbs: 'remote', given: userinfo, file: '.git/config', instead: 'fetch from the address itself' },
  { names: 'git', verbs: 'submodule', given: userinfo, file: '.git/config' },
  {
    names: 'git',
    verbs: 'config',
    file: '~/.gitconfig',
    instead: gitVariables,
  },
  { names: 'git', verbs: 'credential', piped: true, file: '~/.git-credentials' },
  { names: 'git', verbs: 'credential-store', piped: true, file: '~/.git-credentials' },
  { names: 'hg', verbs: 'clone', given: userinfo, file: '.hg/hgrc' },
  { names: 'svn', needs: /^(?:checkout|co|export|update|up)$/, file: '~/.subversion/auth' },
  {
    names: 'gh',
    verbs: 'auth login',
    piped: true,
    file: '~/.config/gh/hosts.yml',
    instead: 'mount it as GH_TOKEN, which gh reads by itself',
  },
  {
    names: 'glab',
    verbs: 'auth login',
    piped: true,
    file: '~/.config/glab-cli/config.yml',
    instead: 'mount it as GITLAB_TOKEN, which glab reads by itself',
  },

  // Package managers
  {
    names: 'yarn pnpm',
    verbs: 'config set',
    file: 'its settings',
    instead: 'mount the settings file itself as a secret',
  },
  { names: 'npm', verbs: 'config set', file: '~/.npmrc', instead: 'mount ~/.npmrc itself as a secret' },
  { names: 'npm', verbs: 'set', file: '~/.npmrc', instead: 'mount ~/.npmrc itself as a secret' },
  { names: nodeManagers, verbs: 'login', piped: true, file: '~/.npmrc', instead: 'mount ~/.npmrc itself as a secret' },
  {
    names: nodeManagers,
    needs: /^(?:add|install|i)$/,
    given: userinfo,
    file: 'package.json and the lock file',
    instead: gitVariables,
  },
  {
    names: 'pip pip3',
    verbs: 'config set',
    file: '~/.config/pip/pip.conf',
    instead: 'mount it as PIP_INDEX_URL or PIP_EXTRA_INDEX_URL',
  },
  {
    names: 'pip pip3',
    verbs: 'install',
    needs: /^(?:-e|--editable.*)$/,
    given: /git\+\w+:\/\/[^/\s]*@/,
    file: '.git/config of the source',
  },
  {
    names: 'poetry',
    verbs: 'config',
    file: '~/.config/pypoetry/auth.toml',
    instead: 'mount it as POETRY_HTTP_BASIC_<NAME>_PASSWORD',
  },
  { names: 'poetry', needs: /^(?:add|source)$/, given: userinfo, file: 'pyproject.toml' },
  { names: 'pdm hatch rye', verbs: 'config', file: 'its configuration' },
  { names: 'uv', verbs: 'add', given: userinfo, file: 'pyproject.toml' },
  { names: 'uv', verbs: 'auth login', piped: true, file: '~/.local/share/uv/credentials' },
  { names: 'conda mamba micromamba', verbs: 'config', file: '~/.condarc' },
  {
    names: 'composer composer.phar',
    verbs: 'config',
    file: 'auth.json',
    instead: 'mount it as COMPOSER_AUTH, which Composer reads by itself',
  },
  {
    names: 'bundle bundler',
    verbs: 'config',
    file: '.bundle/config',
    instead: 'mount it as BUNDLE_<HOST>, which Bundler reads by itself',
  },
  { names: 'gem', needs: /^sources?$/, given: userinfo, file: '~/.gemrc' },
  {
    names: 'cargo',
    verbs: 'login',
    piped: true,
    file: 'credentials.toml',
    instead: 'mount it as CARGO_REGISTRY_TOKEN, which Cargo reads by itself',
  },
  { names: 'cargo', verbs: 'install', given: userinfo, file: '~/.cargo/.crates.toml' },
  { names: 'go', verbs: 'env', needs: /^-w$/, file: '~/.config/go/env', instead: 'set the variable in the RUN' },
  {
    names: 'dotnet nuget nuget.exe',
    needs: /^(?:sources?|setapikey)$/i,
    file: '~/.nuget/NuGet/NuGet.Config',
    instead: 'mount NuGet.Config itself as a secret',
  },
  { names: 'helm', verbs: 'repo add', file: '~/.config/helm/repositories.yaml' },
  { names: 'add-apt-repository apt-add-repository', given: userinfo, file: '/etc/apt/sources.list.d' },
  { names: 'yum-config-manager dnf zypper', needs: /add-?repo/i, given: userinfo, file: 'the list of repositories' },

  // Registries
  {
    names: 'docker podman buildah nerdctl skopeo oras',
    verbs: 'login',
    piped: true,
    registry: true,
    file: '~/.docker/config.json',
    instead: 'mount ~/.docker/config.json itself as a secret',
  },
  { names: 'crane', verbs: 'auth login', piped: true, registry: true, file: '~/.docker/config.json' },
  {
    names: 'helm regctl',
    verbs: 'registry login',
    piped: true,
    registry: true,
    file: "the registry client's configuration",
  },
  { names: 'docker podman buildah nerdctl', verbs: 'build', file: 'the history of the image that it builds' },

  // Clouds and services
  {
    names: 'aws',
    verbs: 'configure',
    file: '~/.aws/credentials',
    instead: 'mount it as AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY, which aws reads by itself',
  },
  { names: 'az', verbs: 'login', file: '~/.azure' },
  { names: 'gcloud', verbs: 'auth', piped: true, file: '~/.config/gcloud' },
  { names: 'doctl', verbs: 'auth init', file: '~/.config/doctl/config.yaml' },
  {
    names: 'vault',
    verbs: 'login',
    piped: true,
    file: '~/.vault-token',
    instead: 'mount it as VAULT_TOKEN, which vault reads by itself',
  },
  { names: 'kubectl', verbs: 'config', file: '~/.kube/config' },
  { names: 'oc', verbs: 'login', file: '~/.kube/config' },
  { names: 'pulumi', verbs: 'login', file: '~/.pulumi/credentials.json' },
  { names: 'snyk', needs: /^(?:auth|config)$/, file: '~/.config/configstore/snyk.json' },
  { names: 'ngrok', needs: /authtoken$/, file: '~/.config/ngrok/ngrok.yml' },
  { names: 'rclone', verbs: 'config', file: '~/.config/rclone/rclone.conf' },
  { names: 'mc', needs: /^(?:alias|config)$/, file: '~/.mc/config.json' },
  { names: 'wandb', verbs: 'login', file: '~/.netrc', instead: 'mount it as WANDB_API_KEY' },
  {
    names: 'huggingface-cli hf',
    needs: /^(?:login|auth)$/,
    file: '~/.cache/huggingface/token',
    instead: 'mount it as HF_TOKEN, which the tool reads by itself',
  },
  { names: 'heroku netlify vercel firebase flyctl fly sentry-cli', verbs: 'login', file: 'its configuration' },

  // Keys and accounts
  { names: 'gpg gpg2', needs: /^--import$/, piped: true, file: '~/.gnupg' },
  { names: 'useradd usermod newusers', file: '/etc/shadow', instead: atStart },
  { names: 'vncpasswd', piped: true, file: '~/.vnc/passwd', instead: atStart },
  { names: 'x11vnc', needs: /^-storepasswd$/, file: '~/.vnc/passwd', instead: atStart },
  { names: 'smbpasswd', piped: true, file: '/var/lib/samba/private', instead: atStart },
  { names: 'debconf-set-selections', piped: true, file: '/var/cache/debconf/passwords.dat', instead: atStart },
  { names: 'htpasswd', needs: /^-[A-Za-z]*p/, file: 'the password file', instead: atStart },
  { names: 'tar unzip bsdtar', given: /(?!)/, piped: true, file: 'the files that it unpacks' },

  // What is built holds what the compiler is told.
  { names: 'go', needs: /^(?:build|install)$/, given: /-X[\s=]/, file: program, instead: atRunTime },
  { names: 'gcc g++ cc c++ clang clang++ rustc', file: program, instead: atRunTime },
  { names: 'cmake', given: /^-D/, file: 'CMakeCache.txt' },
];

/** Tools that change the file that is their last word, when told to by such an option. */
export const fileEditors: ReadonlyMap<string, RegExp> = new Map([
  ['sed', /^(?:-[a-zA-Z]*i|--in-place)/],
  ['gsed', /^(?:-[a-zA-Z]*i|--in-place)/],
  ['perl', /^-[a-zA-Z]*i/],
  ['ruby', /^-[a-zA-Z]*i/],
  ['yq', /^(?:-i|--inplace)$/],
  ['xmlstarlet', /^-L$|^--inplace$/],
]);

/** Tools whose output holds what they are given. */
export const printers: ReadonlySet<string> = new Set(
  'echo printf cat base64 head tail tee sed awk jq yq envsubst tr cut openssl xxd rev sort'.split(' '),
);

/** Tools whose output is the whole environment, when they are called with options only. */
export const environmentPrinters: ReadonlySet<string> = new Set(['env', 'printenv', 'export', 'set', 'declare']);
