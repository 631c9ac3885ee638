/** Ways to tell a program that it need not check certificates or signatures. */

/** Variables by name, and the values that switch the check of certificates off. */
export const TLS_VARIABLES: ReadonlyMap<string, RegExp> = new Map([
  ['PYTHONHTTPSVERIFY', /^0$/],
  ['NODE_TLS_REJECT_UNAUTHORIZED', /^0$/],
  ['NPM_CONFIG_STRICT_SSL', /^(?:false|0)$/i],
  ['npm_config_strict_ssl', /^(?:false|0)$/i],
  ['YARN_ENABLE_STRICT_SSL', /^(?:false|0)$/i],
  ['GIT_SSL_NO_VERIFY', /^(?!(?:0|false|no|off)?$)/i],
  ['PIP_TRUSTED_HOST', /./],
  ['UV_INSECURE_HOST', /./],
  ['CONDA_SSL_VERIFY', /^(?:false|0|no)$/i],
  ['GOINSECURE', /./],
  ['GONOSUMDB', /^\*$/],
  ['GOFLAGS', /(?:^|\s)-insecure\b/],
]);

const NO = '(?:0|false|no|off)';

/** Where a word begins: behind the newline of a printf, too. */
const START = '(?:(?<!\\w)|(?<=\\\\n))';

/** Settings in configuration files. */
export const TLS_SETTINGS = new RegExp(
  `${START}(?:sslverify|strict-ssl|ssl_verify|http\\.sslVerify)\\b["']?\\s*[=:]\\s*["']?${NO}\\b|${START}sslVerify\\s*=\\s*false\\b|${START}trusted-host\\s*=\\s*[\\w.-]+`,
  'i',
);

/** Flags by the command that takes them, with nothing to do but to leave signatures unchecked. */
export const UNSIGNED_FLAGS: ReadonlyMap<string, RegExp> = new Map([
  ['apk', /^--allow-untrusted$/],
  ...['apt-get', 'apt', 'aptitude'].map(
    (name) =>
      [
        name,
        /^(?:--allow-unauthenticated|--force-yes|--allow-insecure-repositories)(?:=true)?$|AllowUnauthenticated(?:=|\s)"?(?:true|1|yes)|AllowInsecureRepositories(?:=|\s)"?(?:true|1|yes)/i,
      ] as const,
  ),
  ...['yum', 'dnf', 'dnf5', 'microdnf', 'tdnf', 'yum-config-manager'].map(
    (name) =>
      [name, /^(?:--nogpgcheck|--no-gpgchecks?)$|(?:^--setopt=|^)(?:[\w*.-]+\.)?gpgcheck=(?:0|false|no)$/i] as const,
  ),
  ['zypper', /^--no-gpg-checks?$|^--gpgcheck-allow-unsigned(?:-package|-repo)?$/],
  ['rpm', /^--(?:nosignature|nodigest|noverify|nofiledigest)$/],
  ['pacman', /^--?SigLevel=?Never$/i],
]);

/** Settings in lists of repositories and configuration files. */
export const UNSIGNED_SETTINGS = new RegExp(
  `\\[[^\\]\\n]*\\btrusted=(?:yes|true|1)\\b[^\\]\\n]*\\]|${START}gpgcheck\\s*=\\s*(?:0|false|no)\\b|${START}SigLevel\\s*=\\s*Never\\b|\\bAllowUnauthenticated\\s+"?true\\b`,
  'i',
);
