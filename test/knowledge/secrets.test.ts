import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { judgeValue } from '../../server/src/core/knowledge/secrets/credential-values';
import { isFillIn, isSample, isSentinel } from '../../server/src/core/knowledge/secrets/placeholders';
import { findSecretFile } from '../../server/src/core/knowledge/secrets/secret-files';
import { readCredentialName, splitName } from '../../server/src/core/knowledge/secrets/secret-names';
import { findTokens, secretPatterns } from '../../server/src/core/knowledge/secrets/secret-patterns';

// Tokens are put together here: scanners of repositories must not take our invented ones for real.
const alphabet = 'q7Rk2ZtV9bXw4LmN8cYp3HsJd6GfT5aKe1UvQz';
const random = (length: number) => alphabet.repeat(Math.ceil(length / alphabet.length)).slice(0, length);
const hex = (length: number) => '9f3a7c1be84d2056'.repeat(16).slice(0, length);

suite('names', () => {
  const credentials: readonly [string, string][] = [
    ['PASSWORD', 'password'],
    ['DBPASSWORD', 'password'],
    ['postgrespassword', 'password'],
    ['ZS_DBPassword', 'password'],
    ['adminPassword', 'password'],
    ['SSHPASS', 'password'],
    ['DB_PASS', 'password'],
    ['docker_unprivileged_pass_arg', 'password'],
    ['SERVER_RCONPWD', 'password'],
    ['SQLPWD', 'password'],
    ['VNC_PW', 'password'],
    ['PASSWORD1', 'password'],
    ['GPG_PASSPHRASE', 'password'],
    ['SIGNING_KEY_PASSWORD', 'password'],
    ['NPM_TOKEN', 'token'],
    ['authToken', 'token'],
    ['mailgunApiKey', 'token'],
    ['AWS_SECRET_ACCESS_KEY', 'token'],
    ['OKTA_OAUTH2_CLIENTSECRET', 'token'],
    ['SECRET_KEY_BASE', 'token'],
    ['DJANGO_SECRET', 'token'],
    ['SSH_PRIVATE_KEY', 'token'],
    ['GITHUB_PAT', 'token'],
    ['RABBITMQ_ERLANG_COOKIE', 'token'],
    ['SERVICE_ACCOUNT_JSON', 'token'],
    ['GOOGLE_MAPS_KEY', 'key'],
    ['SSL_KEY', 'key'],
    ['COMPOSER_AUTH', 'key'],
    ['SRCDS_RCONPW', 'password'],
    ['REDIS_REQUIREPASS', 'password'],
    ['ADMIN_PASSWORD_HASH', 'password'],
    ['BUNDLE_GITHUB__COM', 'token'],
    ['SONAR_LOGIN', 'token'],
    ['BASICAUTH', 'key'],
    ['ConnectionStrings__Default', 'connection'],
    ['DATABASE_URL', 'connection'],
    ['MONGODB_URI', 'connection'],
    ['SQL_CONNECTION_STRING', 'connection'],
  ];
  for (const [name, kind] of credentials) {
    test(`${name} names a credential`, () => assert.equal(readCredentialName(name)?.kind, kind));
  }

  const others =
    'PWD OLDPWD PATH PASSENGER_VERSION BYPASS COMPASS_HOME TOKENIZERS_PARALLELISM TOKENIZER KEYCLOAK_USER MONKEY KEYBOARD ' +
    'PUBLIC_KEY SSH_PUBLIC_KEY GPG_KEY GPG_KEYS AUTHORIZED_KEYS APT_KEY CACHE_KEY PRIMARY_KEY ANSIBLE_HOST_KEY_CHECKING ' +
    'PASSWORD_FILE VARNISH_SECRET_FILE SECRET_PATH TOKEN_TTL TOKEN_EXPIRY AWS_ACCESS_KEY_ID maxPasswordLength ' +
    'POSTGRES_HOST_AUTH_METHOD AUTH_PROVIDER SSH_AUTH_SOCK GIT_ASKPASS SECRET_KEY_BASE_DUMMY HTPASSWD_PATH BOOST_HASH ' +
    'MAX_TOKENS AUTHOR LICENSE_URL_X JWT_ALGORITHM TOKEN_SHA256 OAUTH2_PROXY_VERSION NEXT_PUBLIC_API_KEY SECRETARY SSH_PASSWORD_AUTH PASSWORD_AUTHENTICATION STARTPWD KEY_HASH GOOGLE_APPLICATION_CREDENTIALS';
  for (const name of others.split(' ')) {
    test(`${name} names none`, () => {
      const credential = readCredentialName(name);
      assert.ok(credential === undefined || credential.kind === 'connection' || !credential.receives, name);
    });
  }

  test('words are split at case changes and inside glued words', () => {
    assert.deepEqual(splitName('ZS_DBPassword'), ['zs', 'db', 'password']);
    assert.deepEqual(splitName('PGPASSFILE'), ['pg', 'pass', 'file']);
    assert.deepEqual(splitName('clientSecretKey2'), ['client', 'secret', 'key']);
    assert.deepEqual(splitName('OAuthToken'), ['oauth', 'token']);
    assert.deepEqual(splitName('compass'), ['compass']);
  });

  test('a switch is not made to receive a credential', () => {
    assert.equal(readCredentialName('MYSQL_ALLOW_EMPTY_PASSWORD')?.receives, false);
  });
});

suite('values', () => {
  const leaks: readonly [string, string, string][] = [
    ['DB_PASSWORD', 'password', 'weak'],
    ['PASSWORD', 'password', 'weak'],
    ['MYSQL_ROOT_PASSWORD', '1234', 'weak'],
    ['ROOT_PW', 'root', 'weak'],
    ['KIBANA_PWD', 'changeme', 'weak'],
    ['SECRET_KEY', 'changeme', 'weak'],
    ['JWT_SECRET', 'please-change-me', 'literal'],
    ['DB_PASS', 'correct-horse', 'literal'],
    ['SSH_PASSWD', 'root:Docker!', 'literal'],
    ['API_TOKEN', random(24), 'literal'],
    ['SECRET', hex(40), 'literal'],
    ['GOOGLE_MAPS_KEY', random(30), 'literal'],
    ['APP_KEY', `base64:${random(43)}=`, 'literal'],
    ['BASIC_AUTH', 'admin:hunter22', 'literal'],
    ['DSN', 'app:s3cr3t@tcp(db:3306)/app', 'connection'],
    ['CONNECTION', 'Server=db;User Id=sa;Password=Abcd1234', 'connection'],
    ['PG_DSN', 'host=db user=app password=tiger', 'connection'],
    ['JDBC_URL', 'jdbc:mysql://db/app?user=app&password=tiger', 'connection'],
    ['VSS_FEEDS', '{"endpointCredentials":[{"username":"ci","password":"tr0ub4dor"}]}', 'connection'],
    ['ADMIN_HASH', `$2y$10$${random(53)}`, 'hash'],
    ['HTPASSWD', `admin:$apr1$abcdefgh$${random(22)}`, 'hash'],
    ['JAVA_OPTS', '-Xmx1g -Djetty.ssl.password=tiger', 'option'],
    ['REDIS_ARGS', '--requirepass tiger', 'option'],
  ];
  for (const [name, value, kind] of leaks) {
    test(`${name} with a ${kind} value`, () => assert.equal(judgeValue(name, value)?.kind, kind));
  }

  test('a format without a mark of its own is told by the name', () => {
    const key = `${random(38)}/z`;
    assert.equal(judgeValue('AWS_SECRET_ACCESS_KEY', key)?.severity, 'error');
    assert.equal(judgeValue('OTHER_SECRET', key)?.severity, 'warning');
  });

  const harmless: readonly [string, string][] = [
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', 'none'],
    ['DB_PASSWORD', '**None**'],
    ['DB_PASSWORD', '<password>'],
    ['DB_PASSWORD', '{{ password }}'],
    ['DB_PASSWORD', 'DB_PASSWORD'],
    ['DB_PASSWORD', '/run/secrets/db'],
    ['DB_PASSWORD', '$(cat /run/secrets/db)'],
    ['REDIS_PASS', 'false'],
    ['ALLOW_EMPTY_PASSWORD', 'yes'],
    ['API_KEY', 'your-api-key'],
    ['API_KEY', 'insert-key-here'],
    ['API_KEY', '12'],
    ['API_KEY', 'dummy'],
    ['GOOGLE_MAPS_KEY', 'google-maps-key'],
    ['SQUID_SIG_KEY', 'EA31D4F2A9C8B7E65D4C3B2A19087F6E5D4C3B2A'],
    ['NODE_KEYS', '94AE36675C464D64BAFA68DD7434390BDBE9B9C5 B9AE9905FFD7803F25714661B63B535A4C206CA9'],
    ['SSL_KEY', '/etc/ssl/private/server.key'],
    ['SERVER_KEY', 'server-key.pem'],
    ['SSH_KEY', `ssh-rsa AAAA${random(60)}`],
    ['AUTH', 'SHA512'],
    ['AUTH_TOKEN', 'https://id.example.org/token'],
    ['NEWRELIC_LICENSE', 'false'],
    ['LICENSE', 'Apache-2.0'],
    ['GOLANG_DOWNLOAD_SHA256', hex(64)],
    ['SECRET_CHECKSUM', hex(64)],
    ['DATABASE_URL', 'sqlite:///data/app.db'],
    ['JAVA_OPTS', '-Djavax.net.ssl.trustStorePassword=changeit'],
    ['CURL_OPTIONS', '--password ${PASSWORD}'],
  ];
  for (const [name, value] of harmless) {
    test(`${name} with a harmless value (${value.length} characters)`, () => {
      assert.equal(judgeValue(name, value), undefined);
    });
  }
});

suite('token formats', () => {
  const tokens: readonly [string, string][] = [
    ['aws-access-key-id', `AK${'IA'}QZ7T2LM4XWRP5NVB`],
    ['github', `gh${'p_'}${random(36)}`],
    ['github-fine-grained', `github_${'pat_'}${random(22)}_${random(59)}`],
    ['gitlab', `gl${'pat-'}${random(20)}`],
    ['npm', `np${'m_'}${random(36)}`],
    ['slack', `xo${'xb-'}283746592837-392847563829-${random(24)}`],
    ['slack-webhook', `https://hooks.${'slack.com'}/services/T9QK4Z7RM/B3VX8L2NP/${random(24)}`],
    ['telegram', `284756192:${'AA'}${random(33)}`],
    ['stripe', `sk_${'live_'}${random(24)}`],
    ['stripe-test', `sk_${'test_'}${random(24)}`],
    ['google-api', `AI${'za'}${random(35)}`],
    ['openai', `sk-${'proj-'}${random(30)}T3Blbk${'FJ'}${random(30)}`],
    ['anthropic', `sk-${'ant-'}api03-${random(90)}`],
    ['hugging-face', `hf${'_'}QrKzTvBxWlMnCyPhSjDgFtAkEuVqZbXwLm`],
    ['sendgrid', `SG${'.'}${random(22)}.${random(43)}`],
    ['digitalocean', `dop_${'v1_'}${hex(64)}`],
    ['jwt', `ey${'J'}${random(20)}.ey${'J'}${random(30)}.${random(40)}`],
    ['azure-storage', `DefaultEndpointsProtocol=https;Account${'Key='}${random(86)}==`],
    ['discord-bot', `M${random(23)}.${'Xy9'}zQ2.${random(27)}`],
    ['npm-legacy', `//registry.npmjs.org/:_auth${'Token='}9f3a7c1b-e84d-2056-9f3a-7c1be84d2056`],
  ];
  for (const [id, token] of tokens) {
    test(`${id} is found where it stands`, () => {
      const text = `RUN echo first && use "${token}" && echo last`;
      const found = findTokens(text);
      assert.deepEqual(
        found.map(({ pattern }) => pattern.id),
        [id],
      );
      const { start, end } = found[0]!;
      assert.ok(token.includes(text.slice(start, end)) && end - start >= 16);
    });
  }

  test('a private key needs more than its header', () => {
    const header = `-----BEGIN ${'RSA'} PRIVATE KEY-----`;
    assert.equal(findTokens(`RUN echo "${header}\\n${random(64)}"`).length, 1);
    assert.equal(findTokens(`RUN grep -q -- "${header}" file`).length, 0);
  });

  test('samples and look-alikes are left alone', () => {
    const texts = [
      `AK${'IA'}IOSFODNN7EXAMPLE`,
      `gh${'p_'}${'x'.repeat(36)}`,
      `gh${'p_'}1234567890${random(26)}`,
      'apt-get install --no-install-recommends libboost-program-options-dev',
      hex(64),
      'sha256:' + hex(64),
      'https://github.com/owner/precious-repository/archive/refs/tags/v1.0.0.tar.gz',
      'public_key-fingerprint-of-the-archive-keyring',
    ];
    for (const text of texts) assert.deepEqual(findTokens(`ENV A=${text}`), []);
  });

  test('each row has its hint inside what it matches, so that the shared test cannot pass it over', () => {
    for (const { id, hints } of secretPatterns) assert.ok(hints.length > 0 && hints.every((hint) => hint !== ''), id);
    assert.equal(new Set(secretPatterns.map(({ id }) => id)).size, secretPatterns.length);
  });

  test('hostile text costs linear time', () => {
    const start = performance.now();
    for (const unit of [
      'sk-proj-',
      'eyJ',
      'a',
      'AKIA',
      'a.b',
      'xoxb-1-',
      '/api/webhooks/',
      '-----BEGIN RSA PRIVATE KEY-----',
      'A ',
    ]) {
      findTokens(unit.repeat(400_000 / unit.length));
    }
    assert.ok(performance.now() - start < 2000);
  });
});

suite('placeholders', () => {
  test('sentinels say that there is no value', () => {
    for (const value of [
      '',
      'none',
      'NULL',
      '<token>',
      '**None**',
      'xxxx',
      '%TOKEN%',
      '__TOKEN__',
      'False',
      '$(cat x)',
    ]) {
      assert.ok(isSentinel(value), value);
    }
    for (const value of ['password', 'changeme', 'x1', 'nonesuch']) assert.ok(!isSentinel(value), value);
  });

  test('a text to fill in, and samples of a format', () => {
    for (const value of ['your-api-key', 'REPLACE_ME', 'put your key here', 'placeholder'])
      assert.ok(isFillIn(value), value);
    assert.ok(isSample('AKIAIOSFODNN7EXAMPLE'));
    assert.ok(!isSample(random(30)));
  });
});

suite('files', () => {
  test('private material is told by its path', () => {
    const errors =
      '.env config/.env.production id_rsa .ssh/id_ed25519 certs/server.key server-key.pem keystore.p12 .aws/credentials';
    for (const path of errors.split(' ')) assert.equal(findSecretFile(path)?.severity, 'error', path);
  });

  test('public and sample files are not', () => {
    const paths =
      '.env.example .env.sample id_rsa.pub ca.crt public.key nginx_signing.key truststore.jks package.json settings.py ' +
      '.ssh/known_hosts rds-ca.pem environment apt.key src/keys.ts secrets.example.yml';
    for (const path of paths.split(' ')) {
      const file = findSecretFile(path);
      assert.ok(file === undefined || file.holds !== undefined, path);
    }
  });

  test('a settings file counts only with a credential in it', () => {
    const npmrc = findSecretFile('app/.npmrc');
    assert.ok(npmrc?.holds?.test('//registry.npmjs.org/:_authToken=abc'));
    assert.ok(!npmrc?.holds?.test('//registry.npmjs.org/:_authToken=${NPM_TOKEN}'));
  });
});
