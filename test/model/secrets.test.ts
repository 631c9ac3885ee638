import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits, type Diagnostic, fix, lint, readBuild, rules } from '../../server/src/core/index';
import { listFixtures, readFixture, readFixtures } from '../support/fixture';

const texts = rules
  .filter(({ id }) => id.startsWith('secrets/'))
  .flatMap(({ id, examples }) => examples.map(({ bad, context }) => readFixture(bad, 'example', id, context)))
  .concat(
    listFixtures('rules')
      .filter((path) => path.startsWith('rules/secrets/'))
      .flatMap(readFixtures),
  );

const ofSecrets = ({ rule }: Diagnostic) => rule.startsWith('secrets/');

suite('secrets, all rules together', () => {
  for (const { place, name, text, context } of texts) {
    test(`${place}: ${name}: each place is told by one rule`, () => {
      const found = lint(readBuild(text, context)).filter(ofSecrets);
      const doubled = found.filter(({ at, rule }, index) =>
        found
          .slice(0, index)
          .some((other) => other.rule !== rule && other.at.start < at.end && at.start < other.at.end),
      );
      assert.deepEqual(
        doubled.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  }

  for (const { place, name, text, context } of texts) {
    test(`${place}: ${name}: fixing settles and still parses`, () => {
      const options = { unsafe: true, preset: 'all', only: (rule: string) => rule.startsWith('secrets/') } as const;
      const once = fix(text, options, context);
      assert.equal(fix(once.text, options, context).text, once.text);
      assert.ok(readBuild(once.text).problems.length <= readBuild(text).problems.length);
    });
  }

  test('no message and no note shows a value', () => {
    const value = 'tr0ub4dor';
    for (const { text, context } of texts) {
      for (const { message, related = [], fixes } of lint(readBuild(text, context), { preset: 'all' }).filter(
        ofSecrets,
      )) {
        const said = [
          message,
          ...related.map((other) => other.message),
          ...fixes.flatMap(({ title, notes = [] }) => [title, ...notes]),
        ];
        assert.ok(said.every((sentence) => !sentence.includes(value)));
      }
    }
  });
});

test('an access key id weighs more beside its secret key', () => {
  const id = `AK${'IA'}QZ7T2LM4XWRP5NVB`;
  const secret = 'q7Rk2ZtV9bXw4LmN8cYp3HsJd6GfT5aKe1UvQzAb';
  const severities = (text: string) =>
    lint(readBuild(text))
      .filter(ofSecrets)
      .map(({ rule, severity }) => `${rule} ${severity}`);
  assert.deepEqual(severities(`FROM a\nENV KEY=${id}\n`), ['secrets/value-in-env-or-arg warning']);
  assert.deepEqual(severities(`FROM a\nENV KEY=${id} AWS_SECRET_ACCESS_KEY=${secret}\n`), [
    'secrets/value-in-env-or-arg error',
    'secrets/arg-or-env error',
  ]);
});

suite('secrets in files of the build context', () => {
  test('a secret file below a copied directory is named, and left to .dockerignore', () => {
    const { text, context } = readFixture('FROM a\nCOPY . .\n--- file: app/.env\nDB_PASSWORD=tr0ub4dor\n');
    const [found] = lint(readBuild(text, context)).filter(ofSecrets);
    assert.match(found!.message, /app\/\.env/);
    assert.deepEqual(
      applyEdits(
        text,
        found!.fixes.flatMap(({ edits }) => edits),
      ),
      text,
    );
  });
});

/** Instructions as people write them, and what a careful reviewer says about each. */
const reported = `
ARG API_KEY=""
ARG API_KEY=changeme
ARG AZURE_DEVOPS_PAT
ARG BUNDLE_GITHUB__COM
ARG COMPOSER_AUTH
ARG GITHUB_OAUTH
ARG GITHUB_TOKEN
ARG LICENSE_KEY
ARG NEXUS_PASS
ARG NPMRC
ARG REACT_APP_CLIENT_SECRET
ARG SENTRY_AUTH_TOKEN
ARG SONAR_LOGIN
ARG SSH_PRIVATE_KEY
ARG id_rsa
ENV ACCEPT_EULA=Y SA_PASSWORD=Passw0rd!
ENV ADMIN_PASS=admin
ENV AMQP_URL=amqp://guest:guest@mq:5672/
ENV BASIC_AUTH=admin:admin
ENV CATALINA_OPTS="-Dapp.password=tiger"
ENV DATABASE_URL=postgres://u:p@db/x
ENV DBPASSWORD=1234
ENV DSN="host=db user=app password=hunter2 dbname=app"
ENV ELASTIC_PASSWORD=changeme
ENV ENCRYPTION_KEY=0123456789abcdef0123456789abcdef
ENV FLASK_SECRET_KEY=dev
ENV GITHUB_OAUTH=7c9e6679f2b04a1e7c9e6679f2b04a1e7c9e6679
ENV GF_SECURITY_ADMIN_PASSWORD=admin
ENV HTPASSWD='admin:$apr1$q7Rk2ZtV$9bXw4LmN8cYp3HsJd6GfT5'
ENV HTTP_PROXY=http://user:pw@proxy:3128
ENV JWT_SECRET=changeme
ENV KEYSTORE_PASSWORD=changeit
ENV LDAP_BIND_PWD=bindme1
ENV MINIO_ROOT_PASSWORD=minioadmin
ENV MONGO_INITDB_ROOT_PASSWORD=example
ENV MYSQL_ROOT_PASSWORD=root
ENV NEO4J_AUTH=neo4j/test1234
ENV OAUTH_CLIENT_SECRET=7c9e6679f2b04a1e
ENV ORACLE_PWD=oracle
ENV PASSPHRASE="correct horse"
ENV PASSWORD_SALT=q7Rk2ZtV9bXw4LmN8cYp
ENV POSTGRES_PASSWORD password
ENV RABBITMQ_ERLANG_COOKIE=SWQOKODSQALRPCLNMEQG
ENV RAILS_MASTER_KEY=0f3a7c1be84d20569f3a7c1be84d2056
ENV SERVICE_ACCOUNT_JSON='{"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----"}'
ENV SESSION_SECRET=shop-session-2024
ENV SMTP_PASSWORD=\${SMTP_PASSWORD:-tiger}
ENV SSHPASS=x1
ENV VNC_PW=vncpassword
ENV ZS_DBPassword=zabbix
ENV spring.datasource.password=tiger
LABEL api.token=9f3a7c1be84d20569f3a7c1be84d2056
`;

const silent = `
ARG CACHE_KEY
ARG DB_USER=app
ARG HTTP_PROXY
ARG NEXUS_USER
ARG NEXT_PUBLIC_API_KEY
ARG PASSWORDLESS=true
ARG PIP_INDEX_URL
ARG SECRET_KEY_BASE=1
ARG SECRET_ID
ARG SENTRY_DSN
ARG SKIP_TOKEN_CHECK
ARG SSH_PUBLIC_KEY
ARG TOKEN_VERSION=3
ARG VITE_FIREBASE_API_KEY
ENV ACCESS_TOKEN_URL=https://id.example.org/token
ENV ANSIBLE_HOST_KEY_CHECKING=false
ENV API_KEY=
ENV API_KEY=none
ENV AUTHOR=jane
ENV AUTH_ENABLED=true
ENV AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
ENV BYPASS=1
ENV COMPASS_HOME=/opt/compass
ENV CREDENTIALS_PATH=/etc/creds
ENV CREDENTIAL_HELPER=ecr-login
ENV DATABASE_URL=postgres://db/x
ENV DB_PASSWORD ""
ENV DB_PASSWORD=null
ENV DSN="host=db user=app dbname=app"
ENV GOOGLE_APPLICATION_CREDENTIALS=/app/key.json
ENV GPG_KEY=0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D
ENV ID_RSA=/root/.ssh/id_rsa
ENV JAVA_SHA256=9f3a7c1be84d20569f3a7c1be84d20569f3a7c1be84d20569f3a7c1be84d2056
ENV JWT_EXPIRES_IN=7d
ENV KEYCLOAK_URL=https://id.example.org
ENV KEY_VAULT_NAME=corp-vault
ENV LICENSE=MIT
ENV MAX_TOKENS=4096
ENV MYSQL_RANDOM_ROOT_PASSWORD=yes
ENV NEO4J_AUTH=none
ENV OAUTH=github
ENV OAUTH_CLIENT_ID=web
ENV PASSENGER_VERSION=6.0.1
ENV PASSIVE_PORTS=30000-30009
ENV PASSTHROUGH=1
ENV PASSWORD_FILE=/run/secrets/p
ENV PASSWORD_MIN_LENGTH=12
ENV PIN=1234
ENV PRIMARY_KEY=id
ENV PUBLIC_KEY=MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE9f3a7c1be84d2056
ENV SECRETARY=bob
ENV SECRETS_DIR=/run/secrets
ENV SECRET_KEY_BASE=dummy
ENV SECRET_NAME=prod/db
ENV SMTP_PASS=<your-password>
ENV SSH_AUTH_SOCK=/ssh-agent
ENV SSH_KEY_TYPE=rsa
ENV TOKENIZERS_PARALLELISM=false
ENV TOKEN_FILE=/run/secrets/t
ENV TRUSTSTORE_PASSWORD=changeit
ENV VAULT_ADDR=http://vault:8200
ENV WP_AUTH_KEY="put your unique phrase here"
LABEL com.example.secret.enabled=true
`;

suite('credentials by name, value and instruction', () => {
  const found = (line: string) => lint(readBuild(`FROM alpine\n${line}\n`)).filter(ofSecrets).length;
  for (const line of reported.trim().split('\n')) test(`reported: ${line}`, () => assert.equal(found(line), 1));
  for (const line of silent.trim().split('\n')) test(`silent: ${line}`, () => assert.equal(found(line), 0));

  test('an ENV that copies an ARG is reported beside it', () => {
    assert.equal(found('ARG API_KEY\nENV API_KEY=$API_KEY'), 2);
  });

  test('the documented access key id of AWS is none', () =>
    assert.equal(found(`ENV AWS_ACCESS_KEY_ID=AK${'IA'}IOSFODNN7EXAMPLE`), 0));
});

test('a secret mount comes with what it does not settle', () => {
  const text =
    'FROM a\nARG DB_PASSWORD\nRUN echo "app:$DB_PASSWORD" | chpasswd && ./setup.sh --password "$DB_PASSWORD"\n';
  const [found] = lint(readBuild(text)).filter(ofSecrets);
  assert.deepEqual(found?.fixes[0]?.notes?.slice(2), [
    'What chpasswd makes of it, a hash as a rule, stays in the image.',
    'If setup.sh writes it into a file, the layer keeps it: that cannot be told from here.',
  ]);
});
