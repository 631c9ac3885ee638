import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { packageManagers } from '../../server/src/core/knowledge/package-managers/index';
import { readBuild } from '../../server/src/core/model/build';
import type { PackageInstall } from '../../server/src/core/model/installs/install';

/** What a RUN installs, as `manager verb: packages | manifests`, with the marks that are set. */
function installsOf(run: string, before = ''): string[] {
  return readBuild(`FROM x\n${before}RUN ${run}\n`).installs.map(describe);
}

function describe({ manager, verbName, packages, manifestWords, ...install }: PackageInstall): string {
  const marks = [
    install.fromManifest ? 'manifest' : '',
    install.needsSources ? 'sources' : '',
    install.offline ? 'offline' : '',
    install.directory ? `in ${install.directory.value}` : '',
  ].filter(Boolean);
  const named = packages.map(({ value }) => value).join(' ');
  const files = manifestWords.map(({ value }) => value).join(' ');
  return [`${manager.id} ${verbName}:`, named, files && `< ${files}`, marks.length > 0 ? `(${marks.join(', ')})` : '']
    .filter(Boolean)
    .join(' ');
}

const cases: Readonly<Record<string, readonly string[]>> = {
  // System packages: flags stand anywhere, values of flags are no packages.
  'apt-get update && apt-get install -y --no-install-recommends curl git=1:2.39': ['apt-get install: curl git=1:2.39'],
  'apt-get -y -o Dpkg::Options::=--force-confold install -t bookworm-backports curl': ['apt-get install: curl'],
  'sudo -E apt-get install curl': ['apt-get install: curl'],
  '/usr/bin/apt-get -f install': ['apt-get install:'],
  'apt-get update; apt-get clean': [],
  'apt install -y ./x.deb': ['apt install: ./x.deb'],
  'apk add --no-cache --virtual .deps gcc musl-dev': ['apk add: gcc musl-dev'],
  'apk --no-cache --repository=https://x.example/edge add curl': ['apk add: curl'],
  'apk add -X https://x.example/edge curl': ['apk add: curl'],
  'apk del .deps': [],
  'dnf in -y --setopt=install_weak_deps=False httpd': ['dnf install: httpd'],
  'dnf --enablerepo crb group install -y development': ['dnf group install: development'],
  'microdnf install nginx && microdnf clean all': ['microdnf install: nginx'],
  'yum groupinstall -y "Development Tools"': ['yum group install: Development Tools'],
  'zypper -n in -y vim': ['zypper install: vim'],
  'pacman -Syu --noconfirm base-devel': ['pacman -S: base-devel'],
  'pacman -Sy && pacman -Scc --noconfirm': [],
  'pacman --sync --noconfirm git': ['pacman -S: git'],
  // Python.
  'pip install --no-cache-dir -r requirements.txt': ['pip install: < requirements.txt (manifest)'],
  'pip3.11 install -rrequirements.txt flask': ['pip install: flask < requirements.txt (manifest)'],
  'python -m pip install --upgrade pip': ['pip install: pip'],
  'python3 -u -m pip --no-cache-dir install -c constraints.txt flask': ['pip install: flask'],
  'pip install .': ['pip install: . < . (manifest, sources)'],
  'pip install ".[dev]"': ['pip install: .[dev] < .[dev] (manifest, sources)'],
  'pip install -e .': ['pip install: < . (manifest, sources)'],
  'pip install dist/app-1.0.whl': ['pip install: dist/app-1.0.whl < dist/app-1.0.whl (manifest, sources)'],
  'pip install "x @ git+https://h.example/x@v1"': ['pip install: x @ git+https://h.example/x@v1'],
  'pip cache purge': [],
  'pipx install poetry==1.8': ['pipx install: poetry==1.8'],
  'pipenv install --system --deploy': ['pipenv install: (manifest)'],
  'pipenv install flask': ['pipenv install: flask'],
  'poetry install --no-root --only main': ['poetry install: (manifest)'],
  'poetry -C app install': ['poetry install: (manifest, sources, in app)'],
  'poetry self add plugin': ['poetry self add: plugin'],
  'uv sync --frozen --no-install-project': ['uv sync: (manifest)'],
  'uv pip install --system -r requirements.txt': ['uv pip install: < requirements.txt (manifest)'],
  'uv pip --quiet install flask': ['uv pip install: flask'],
  'uv sync --offline': ['uv sync: (manifest, sources, offline)'],
  'pdm sync --prod --no-self': ['pdm sync: (manifest)'],
  'conda env create -f environment.yml': ['conda env create: < environment.yml (manifest)'],
  'micromamba install -y -n base -c conda-forge numpy=1.26': ['conda install: numpy=1.26'],
  // Node.
  'npm ci --omit=dev': ['npm ci: (manifest)'],
  'npm --prefix web ci': ['npm ci: (manifest, in web)'],
  'npm i -g pnpm@9': ['npm install: pnpm@9'],
  'npm install': ['npm install: (manifest)'],
  'npm run build': [],
  'npm --version': [],
  yarn: ['yarn : (manifest)'],
  'yarn --frozen-lockfile': ['yarn : (manifest)'],
  'yarn --cwd web install': ['yarn install: (manifest, in web)'],
  'yarn build': [],
  'yarn --version': [],
  'yarn global add serve': ['yarn global add: serve'],
  'yarn install --immutable': ['yarn-berry install: (manifest)'],
  'yarn workspaces focus --production': ['yarn-berry workspaces focus: (manifest)'],
  'yarn set version stable && yarn install': ['yarn-berry install: (manifest)'],
  'corepack enable && corepack prepare yarn@4.1.0 --activate && yarn': ['yarn-berry : (manifest)'],
  'node .yarn/releases/yarn-3.6.1.cjs install': ['yarn-berry install: (manifest)'],
  'corepack pnpm i --frozen-lockfile': ['pnpm install: (manifest)'],
  'npx -y pnpm@9 fetch': ['pnpm fetch: (manifest)'],
  'pnpm install -r --offline --prod': ['pnpm install: (manifest, offline)'],
  'pnpm -C web add vite': ['pnpm add: vite (in web)'],
  'bun install --production': ['bun install: (manifest)'],
  // Compiled languages.
  'go mod download': ['go mod download: (manifest)'],
  'CGO_ENABLED=0 go build -ldflags "-s -w" -o /app ./cmd/app': ['go build: (manifest, sources)'],
  'go install github.com/x/y@v1.2.3': ['go install: github.com/x/y@v1.2.3'],
  'go install ./...': ['go install: < ./... (manifest, sources)'],
  'go run main.go': ['go run: < main.go (manifest, sources)'],
  'go get -d -v ./...': ['go get: < ./... (manifest, sources)'],
  'go version': [],
  'cargo +nightly build --release': ['cargo build: (manifest, sources)'],
  'cargo install ripgrep --version 14.0.0': ['cargo install: ripgrep'],
  'cargo install --path .': ['cargo install: < . (manifest, sources)'],
  'cargo chef cook --release --recipe-path recipe.json': ['cargo chef cook: (manifest)'],
  'cargo fetch --locked': ['cargo fetch: (manifest)'],
  'cargo build --frozen': ['cargo build: (manifest, sources, offline)'],
  './mvnw -B clean package -DskipTests': ['maven package: (manifest, sources)'],
  'sh ./mvnw dependency:go-offline': ['maven dependency:go-offline: (manifest)'],
  'mvn -o -f app/pom.xml package': ['maven package: (manifest, sources, offline)'],
  'mvn dependency:go-offline package': ['maven package: (manifest, sources)'],
  'mvn -version': [],
  'mvn clean': [],
  './gradlew --no-daemon :app:bootJar': ['gradle bootJar: (manifest, sources)'],
  'gradle -p sub dependencies': ['gradle dependencies: (manifest, in sub)'],
  'gradle clean build -x test': ['gradle build: (manifest, sources)'],
  'sbt -batch "project app" assembly': ['sbt project app: (manifest, sources)'],
  'sbt update': ['sbt update: (manifest)'],
  'dotnet restore "src/App/App.csproj"': ['dotnet restore: < src/App/App.csproj (manifest)'],
  'dotnet publish -c Release -o /app --no-restore': ['dotnet publish: (manifest, sources, offline)'],
  'dotnet tool install --global x --version 1.0': ['dotnet tool install: x'],
  // PHP, Ruby and the rest.
  'composer install --no-dev --no-scripts': ['composer install: (manifest)'],
  'composer --working-dir=app install': ['composer install: (manifest, sources, in app)'],
  'php -d memory_limit=-1 /usr/bin/composer require x/y': ['composer require: x/y'],
  'composer global require x/y:1.0': ['composer global require: x/y:1.0'],
  'bundle install --jobs 4': ['bundler install: (manifest)'],
  'bundle _2.4.1_ install': ['bundler install: (manifest)'],
  bundle: ['bundler : (manifest)'],
  'bundle exec rake': [],
  'gem install bundler -v 2.4.1': ['gem install: bundler'],
  'mix deps.get --only prod': ['mix deps.get: (manifest)'],
  'cabal update && cabal build --only-dependencies': ['cabal update: (manifest)', 'cabal build: (manifest)'],
  'stack build --only-dependencies': ['stack build: (manifest)'],
  'swift package resolve': ['swift package resolve: (manifest)'],
  'bazel build //app': ['bazel build: (manifest, sources)'],
  // Where a command stands does not matter.
  'sh -c "npm ci"': ['npm ci: (manifest)'],
  'if [ -f x ]; then (cd a && npm ci); fi': ['npm ci: (manifest)'],
  '["npm", "ci"]': ['npm ci: (manifest)'],
  'echo npm ci': [],
  '$NPM ci': [],
};

suite('installs', () => {
  for (const [run, expected] of Object.entries(cases)) test(run, () => assert.deepEqual(installsOf(run), expected));

  test('a copied .yarnrc.yml tells Yarn 2 and later', () => {
    assert.deepEqual(installsOf('yarn install', 'COPY package.json yarn.lock .yarnrc.yml ./\n'), [
      'yarn-berry install: (manifest)',
    ]);
    assert.deepEqual(installsOf('yarn install', 'COPY package.json yarn.lock ./\n'), ['yarn install: (manifest)']);
  });

  test('spans are those of the document', () => {
    const text = 'FROM x\nRUN cd a && \\\n    npm --prefix b ci\n';
    const [install] = readBuild(text).installs;
    assert.equal(text.slice(install!.verb!.start, install!.verb!.end), 'ci');
    assert.equal(text.slice(install!.directory!.start, install!.directory!.end), 'b');
  });
});

suite('package managers', () => {
  test('are sorted, and no two claim one name', () => {
    const ids = packageManagers.map(({ id }) => id);
    assert.deepEqual(ids, [...ids].sort());
    const names = packageManagers.filter(({ id }) => id !== 'yarn-berry').flatMap(({ commands }) => commands);
    assert.equal(new Set(names).size, names.length);
  });

  for (const { id, caches, cleanups, verbs } of packageManagers) {
    test(`${id} clears only caches that it has`, () => {
      const targets = caches.map(({ target }) => target);
      for (const { clears = [] } of cleanups) for (const target of clears) assert.ok(targets.includes(target), target);
      for (const { verbs: only = [] } of caches) {
        for (const verb of only)
          assert.ok(
            verbs.some(({ name }) => name === verb),
            verb,
          );
      }
    });
  }
});
