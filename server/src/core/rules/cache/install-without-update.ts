import type { Stage } from '../../model/build-types';
import { type ListRun, type ListStep, readListRuns } from '../../model/installs/package-lists';
import { readPlainImage } from '../../model/syntax/plain-image';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const installWithoutUpdate: Rule = {
  id: 'cache/install-without-update',
  severity: 'warning',
  about: { managers: ['apt', 'apt-get'] },
  summary: 'Run apt-get update before apt-get install.',
  why: 'Official images on Debian and Ubuntu bring no package lists, so that apt-get knows no package that is not installed yet and the build fails; or it does nothing, if all of them are installed.',
  fixable: { safety: 'unsafe', because: 'A package that the base image has already may be brought up to date.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get install -y curl
            ^^^^^^^^^^^^^^^^^^^^^^^ There are no package lists here: neither the base image nor a step before brings them.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    /** What was told already: stages that are built on one have its RUNs too. */
    const seen: ListStep[] = [];
    const listRuns = readListRuns(build);
    for (const stage of build.stages) {
      const runs = listRuns[stage.index]!;
      if (!runs.some(hasAptInstall)) continue;
      let lists: 'none' | 'present' | 'unknown' = bringsNoLists(stage) ? 'none' : 'unknown';
      for (const own of runs) {
        const { run, script, steps } = own;
        if (lists !== 'unknown' && copiesLists(stage, run.index)) lists = 'unknown';
        // A mount may hold lists, and hides those of the image.
        if (run.mounts.some(({ target }) => target?.startsWith('/var/lib'))) continue;
        for (const step of steps) {
          if (step.keeper !== 'apt') continue;
          if (step.deed === 'refresh') lists = 'present';
          else if (step.deed === 'clear') lists = lists === 'unknown' ? 'unknown' : 'none';
          else if (
            lists === 'none' &&
            installsWithApt(step) &&
            !own.opaque &&
            !seen.includes(step) &&
            installsByName(step)
          ) {
            seen.push(step);
            const statement = script.statements[step.command.statement];
            const fixable = statement && script.form !== 'exec' && statement.before !== '||' && !step.command.quotedBy;
            found.push({
              at: step.command,
              message: 'There are no package lists here: neither the base image nor a step before brings them.',
              fix: fixable
                ? { title: 'Run apt-get update first', edits: [insert(statement.start, updateFor(step))] }
                : undefined,
            });
          }
        }
        if (lists === 'none' && own.opaque) lists = 'unknown';
      }
    }
    return found;
  },
};

/** `sudo -E apt-get update && `, like the call that it prepares. */
function updateFor({ command }: ListStep): string {
  const at = command.words.indexOf(command.nameWord!);
  const wrapper = command.words.slice(0, at).map(({ text }) => `${text} `);
  return `${wrapper.join('')}${command.nameWord!.text} update && `;
}

/** Repositories of official images on Debian or Ubuntu; their lists are deleted. */
const WITHOUT_LISTS = new Set(
  [
    'adoptopenjdk',
    'buildpack-deps',
    'debian',
    'drupal',
    'eclipse-temurin',
    'elixir',
    'erlang',
    'gcc',
    'ghost',
    'golang',
  ].concat(
    [
      'gradle',
      'haskell',
      'httpd',
      'ibmjava',
      'java',
      'jetty',
      'joomla',
      'julia',
      'mariadb',
      'maven',
      'mongo',
      'mysql',
      'neo4j',
    ],
    [
      'nginx',
      'node',
      'openjdk',
      'perl',
      'php',
      'postgres',
      'pypy',
      'python',
      'rabbitmq',
      'redis',
      'redmine',
      'ruby',
      'rust',
    ],
    ['solr', 'swift', 'tomcat', 'ubuntu', 'wordpress'],
  ),
);

function bringsNoLists({ root, os }: Stage): boolean {
  if (os !== 'linux') return false;
  const { registry, name, tag } = readPlainImage(root);
  if (registry !== undefined && registry !== 'docker.io') return false;
  // The first Ubuntu images came with lists.
  if (/^(?:1[0-3]\.|lucid|precise|quantal|raring|saucy)/.test(tag ?? '')) return false;
  return WITHOUT_LISTS.has(name.startsWith('library/') ? name.slice('library/'.length) : name);
}

function installsWithApt({ keeper, deed }: ListStep): boolean {
  return keeper === 'apt' && deed === 'install';
}

function hasAptInstall({ steps }: ListRun): boolean {
  return steps.some(installsWithApt);
}

/** `apt-get install ./x.deb` needs no list, `apt-get install -f` names nothing. */
function installsByName({ command }: ListStep): boolean {
  const at = command.arguments.findIndex(({ value }) => /^(?:install|build-dep)$/.test(value));
  const packages = command.arguments.slice(at + 1).filter(({ value }) => !value.startsWith('-'));
  return packages.length > 0 && packages.every(({ value, literal }) => literal && !/\.deb$|^[./]|[*?]/.test(value));
}

function copiesLists(stage: Stage, before: number): boolean {
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    for (const one of at.instructions) {
      if (one.index >= before) break;
      if (one.keyword !== 'COPY' && one.keyword !== 'ADD') continue;
      if (/^\/(?:var(?:\/lib(?:\/apt.*)?)?\/?)?$/.test(one.destination?.value ?? '')) return true;
    }
  }
  return false;
}
