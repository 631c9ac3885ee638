import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBuild } from '../../server/src/core/index';
import { readCacheOrder } from '../../server/src/core/model/order/cache-order';
import { placeText } from '../../server/src/core/model/order/places';
import { useOf } from '../../server/src/core/model/order/uses';

/** What the last RUN of a stage does with what its first COPY brought: used, touched, unused, or taken for its manifest. */
function useIn(lines: string, base = 'debian:12'): string {
  const build = readBuild(`FROM ${base}\n${lines}\n`);
  const order = readCacheOrder(build);
  const [copied] = order.copies();
  const run = build.instructions.findLast((instruction) => instruction.keyword === 'RUN');
  const facts = run?.keyword === 'RUN' ? order.runs.facts(run) : undefined;
  assert.ok(copied && facts, 'The case has a COPY and a RUN.');
  const item = copied.items[0]!;
  const { used, touching, manifest } = useOf(item, [item], facts, order.placesAbove(facts.instruction));
  return manifest ? 'manifest' : used ? 'used' : touching.length > 0 ? 'touched' : 'unused';
}

const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  used: {
    'run by its path': 'COPY a.sh /opt/\nRUN /opt/a.sh',
    'run by its name': 'COPY tool /usr/local/bin/\nRUN sudo tool --all',
    'run by an interpreter': 'COPY a.py /opt/a.py\nRUN python3 -u /opt/a.py',
    sourced: 'COPY env.sh /etc/env.sh\nRUN . /etc/env.sh && env',
    'read relative to WORKDIR': 'WORKDIR /srv\nCOPY a.sql .\nRUN cat a.sql',
    'read relative to cd': 'COPY a.sql /srv/db/\nRUN cd /srv && cat db/a.sql',
    'named by ENV': 'ENV DIR=/srv\nCOPY a.sql $DIR/\nRUN cat ${DIR}/a.sql',
    "named by the shell's own variable": 'COPY a.sql /srv/\nRUN D=/srv && cat $D/a.sql',
    'named by the last argument': 'COPY a.sql /srv/\nRUN mkdir -p /srv && cd $_ && cat a.sql',
    'matched by a glob': 'COPY a.deb /tmp/\nRUN dpkg -i /tmp/*.deb',
    'copied by a glob': 'COPY *.sql /srv/\nRUN cat /srv/a.sql',
    'taken from standard input': 'COPY fix.patch /tmp/\nRUN patch -p1 < /tmp/fix.patch',
    'a flag with =': 'COPY a.cfg /srv/\nRUN tool --config=/srv/a.cfg',
    'read after it was moved': 'COPY a.sh /tmp/\nRUN mv /tmp/a.sh /opt/ && sh /opt/a.sh',
    'run over a link': 'COPY a.sh /opt/a.sh\nRUN ln -s /opt/a.sh /usr/local/bin/a && a',
    'in a directory that is archived': 'COPY a.txt /srv/data/\nRUN tar czf /tmp/x.tgz /srv/data',
    'in a subshell': 'COPY Makefile /src/\nRUN (cd /src && make)',
    'inside sh -c': 'COPY a.sh /opt/\nRUN sh -c "cd /opt && ./a.sh"',
    'in a loop': 'COPY a.sh /hooks/\nRUN for f in /hooks/*; do sh $f; done',
    'built in its directory': 'WORKDIR /src\nCOPY main.c .\nRUN make',
    'built with -C': 'COPY . /src\nRUN make -C /src',
    'built from a part of the project': 'WORKDIR /src\nCOPY include include\nRUN cd build && cmake ..',
    'a local package': 'COPY . /src\nRUN pip install /src',
    'a package of the system': 'COPY a.deb /tmp/\nRUN apt-get install -y /tmp/a.deb',
    'package sources': 'COPY a.list /etc/apt/sources.list.d/\nRUN apt-get update && apt-get install -y a',
    certificates: 'COPY ca.crt /usr/local/share/ca-certificates/\nRUN curl -fsSL https://example.com',
    'settings in the home directory': 'COPY .npmrc /root/\nRUN npm install -g a',
    'settings named by a variable': 'ENV PIP_CONFIG_FILE=/opt/pip.conf\nCOPY pip.conf /opt/\nRUN pip install a',
    'a manifest': 'WORKDIR /app\nCOPY package.json .\nRUN npm install',
    'patches of an installation': 'WORKDIR /app\nCOPY patches patches\nRUN npm ci',
    'site definitions': 'COPY a.conf /etc/apache2/sites-available/\nRUN a2ensite b',
    'a package of GOPATH': 'COPY . /go/src/example.com/a\nRUN go install example.com/a/...',
    'in the directory that an unknown base image sets': 'COPY . /app\nRUN make',
  },
  touched: {
    'mode and owner': 'COPY a.sh /opt/\nRUN chmod +x /opt/a.sh && chown app /opt/a.sh',
    'all of a directory': 'COPY a.sh /opt/app/\nRUN chown -R app /opt/app',
    'put elsewhere': 'COPY a.sh /tmp/\nRUN apt-get install -y curl && mv /tmp/a.sh /opt/',
    'a download into it': 'WORKDIR /app\nCOPY . .\nRUN curl -o a.tgz https://example.com/a.tgz && tar xf a.tgz',
    'added to': 'COPY a.conf /etc/a.conf\nRUN echo x >> /etc/a.conf',
  },
  manifest: {
    'npm in its directory': 'WORKDIR /app\nCOPY . .\nRUN npm ci',
    'npm elsewhere, by a flag': 'COPY . /app\nRUN npm --prefix /app/web ci',
    'requirements by their path': 'COPY . /app\nRUN pip install -r /app/requirements.txt',
    'Bundler by a variable': 'COPY . /app\nRUN BUNDLE_GEMFILE=/app/Gemfile bundle install',
    'Composer by a flag': 'COPY . /app\nRUN composer install -d /app',
    'projects anywhere below': 'WORKDIR /src\nCOPY src ./src\nRUN dotnet restore',
  },
  unused: {
    'other files': 'COPY a.sh /opt/\nRUN cat /opt/b.sh',
    'packages of the system': 'WORKDIR /app\nCOPY . .\nRUN apt-get update && apt-get install -y curl',
    'a package by its name': 'WORKDIR /app\nCOPY . .\nRUN pip install flask',
    'a global package': 'WORKDIR /app\nCOPY . .\nRUN npm install -g pm2',
    'a clone and what is built of it':
      'WORKDIR /app\nCOPY . .\nRUN git clone https://example.com/x.git && cd x && make',
    'a download': 'WORKDIR /app\nCOPY . .\nRUN wget https://example.com/a.tgz && tar xf a.tgz',
    'a build elsewhere': 'COPY nginx.conf /etc/nginx/\nWORKDIR /src\nRUN make',
    'the directory behind a subshell': 'WORKDIR /a\nCOPY x /b/x\nRUN (cd /b); make',
    'requirements of another directory': 'COPY . /app\nRUN pip install -r /tmp/requirements.txt',
    'sources beside the manifest': 'WORKDIR /app\nCOPY index.js .\nRUN npm ci',
    'its directory is made': 'COPY a /opt/app/a\nRUN mkdir -p /opt/app',
  },
};

for (const [expected, rows] of Object.entries(cases)) {
  suite(`what a RUN does with a copied path: ${expected}`, () => {
    for (const [name, lines] of Object.entries(rows)) {
      const base = name.includes('unknown base image') ? 'example.com/base' : 'debian:12';
      test(name, () => assert.equal(useIn(lines, base), expected));
    }
  });
}

suite('where a COPY puts its sources', () => {
  const places: Readonly<Record<string, readonly string[]>> = {
    'COPY a.txt /opt/': ['/opt/a.txt'],
    'COPY a.txt /opt/b.txt': ['/opt/b.txt'],
    'COPY run.sh /usr/local/bin': ['/usr/local/bin/run.sh'],
    'COPY tool /usr/bin': ['/usr/bin/tool'],
    'COPY package.json /app': ['/app/package.json'],
    'COPY jobs.txt /etc/cron.d/app': ['/etc/cron.d/app'],
    'COPY a.txt b.txt /opt/': ['/opt/a.txt', '/opt/b.txt'],
    'COPY . .': ['/**'],
    'COPY src/ /srv/src': ['/srv/src/**'],
    'COPY conf.d /etc/app/conf.d': ['/etc/app/conf.d/**'],
    'COPY * /srv/': ['/srv/**'],
    'COPY *.json /srv/': ['/srv/*.json'],
    'ADD https://example.com/a.txt b.txt /srv/': ['/srv/b.txt'],
    'COPY a.txt $UNKNOWN/x/': [`\${UNKNOWN}/x/a.txt`],
  };
  for (const [line, expected] of Object.entries(places)) {
    test(line, () => {
      const [copied] = readCacheOrder(readBuild(`FROM debian:12\n${line}\n`)).copies();
      const found = copied!.items.map(({ place, tree }) => placeText(place).replace(/\/$/, '') + (tree ? '/**' : ''));
      assert.deepEqual(found, expected);
    });
  }
});
