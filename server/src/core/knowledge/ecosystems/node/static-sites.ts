import type { Project, ProjectFiles } from '../../ecosystem';
import { readBaseImage } from '../../images/base-images';
import { below, nameOf, toPath } from '../../images/image-paths';
import type { PlacedCall } from './calls';
import { startsNginx } from './nginx-sites';
import { parseObject, type ScriptCall, toObject } from './package-json';
import { startCalls } from './project';

/** A server of static files, as a call starts it. */
export interface StaticServer {
  /** As given, against the directory in which it runs; undefined: where the build puts its output. */
  readonly directory?: string;
  readonly port: number | undefined;
  /** Whether every address that is no file gets index.html. */
  readonly fallback: boolean;
}

/** What a call serves; undefined when it is no server of static files, or does more than serve them. */
export function readStaticServer(
  { name, arguments: given }: ScriptCall,
  port: string | undefined,
): StaticServer | undefined {
  const ownPort = numberOf(port);
  const flag = (...names: string[]) => valueOf(given, names);
  const has = (...names: string[]) => given.some((word) => names.includes(word));
  switch (name) {
    case 'serve': {
      if (has('-c', '--config', '--ssl-cert', '--symlinks')) return undefined;
      const listen = flag('-l', '--listen', '-p', '--port');
      const at = listen === undefined ? (ownPort ?? 3000) : numberOf(/(\d+)$/.exec(listen)?.[1]);
      const single = given.some((word) => word === '--single' || /^-[a-zA-Z]*s[a-zA-Z]*$/.test(word));
      return {
        directory: operandOf(given, ['-l', '--listen', '-p', '--port', '-d']) ?? '.',
        port: at,
        fallback: single,
      };
    }
    case 'http-server': {
      if (has('-P', '--proxy', '-S', '--ssl', '--tls', '--username')) return undefined;
      const directory = operandOf(given, ['-p', '--port', '-a', '-c', '-t', '-e', '--ext', '--header']);
      const at = numberOf(flag('-p', '--port')) ?? ownPort ?? 8080;
      return directory === undefined ? undefined : { directory, port: at, fallback: false };
    }
    case 'sirv': {
      const directory = operandOf(given, ['-p', '--port', '-H', '--host', '-m']) ?? '.';
      return { directory, port: numberOf(flag('-p', '--port')) ?? ownPort ?? 8080, fallback: has('-s', '--single') };
    }
    case 'vite':
      if (given[0] !== 'preview') return undefined;
      return { directory: flag('--outDir'), port: numberOf(flag('--port')), fallback: true };
    case 'astro':
      return given[0] === 'preview' ? { port: numberOf(flag('--port')) ?? 4321, fallback: false } : undefined;
    case 'gatsby':
      return given[0] === 'serve' ? { port: numberOf(flag('-p', '--port')) ?? 9000, fallback: false } : undefined;
    case 'docusaurus':
      return given[0] === 'serve'
        ? { port: numberOf(flag('-p', '--port')) ?? ownPort ?? 3000, fallback: false }
        : undefined;
    case 'angular-http-server':
      return { directory: flag('--path'), port: numberOf(flag('-p')) ?? 8080, fallback: true };
    case 'pm2':
    case 'pm2-runtime': {
      const at = given.indexOf('serve');
      if (at === -1) return undefined;
      const [directory = '.', number] = given.slice(at + 1).filter((word) => !word.startsWith('-'));
      return { directory, port: numberOf(number ?? '8080'), fallback: has('--spa') };
    }
    case 'python':
    case 'python3': {
      if (flag('-m') !== 'http.server') return undefined;
      const number = operandOf(given, ['-m', '-d', '--directory', '-b', '--bind', '-p', '--protocol']);
      return {
        directory: flag('-d', '--directory') ?? '.',
        port: number === undefined ? 8000 : numberOf(number),
        fallback: false,
      };
    }
    default:
      return undefined;
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

function valueOf(words: readonly string[], names: readonly string[]): string | undefined {
  for (const [at, word] of words.entries()) {
    if (names.includes(word)) return words[at + 1];
    const flag = names.find((name) => word.startsWith(`${name}=`));
    if (flag !== undefined) return word.slice(flag.length + 1);
    const glued = names.find((name) => /^-[a-z]$/.test(name) && word.startsWith(name) && /^-[a-z]\d+$/.test(word));
    if (glued !== undefined) return word.slice(2);
  }
  return undefined;
}

/** The first word that is neither a flag nor a flag's value. */
function operandOf(words: readonly string[], valueFlags: readonly string[]): string | undefined {
  return words.find((word, at) => !word.startsWith('-') && !valueFlags.includes(words[at - 1] ?? ''));
}

/** Where a build tool puts a site, against the project's directory; undefined when the call is none, or only its own files tell. */
export function readSiteOutput(
  { name, arguments: given }: ScriptCall,
  root: string,
  files: ProjectFiles | undefined,
): string | undefined {
  const setting = (names: readonly string[], key: string): string | undefined => {
    for (const file of names) {
      const found = new RegExp(`\\b${key}\\s*:\\s*['"\`]([^'"\`$]+)['"\`]`).exec(
        files?.read(below(root, file)) ?? '',
      )?.[1];
      if (found !== undefined) return found;
    }
    return undefined;
  };
  switch (name) {
    case 'vite':
    case 'rolldown-vite':
      return given[0] === 'build' || given.length === 0
        ? (valueOf(given, ['--outDir']) ??
            setting(['vite.config.ts', 'vite.config.js', 'vite.config.mts', 'vite.config.mjs'], 'outDir') ??
            'dist')
        : undefined;
    case 'react-scripts':
    case 'react-app-rewired':
    case 'craco':
      return given[0] === 'build' ? 'build' : undefined;
    case 'vue-cli-service':
      return given[0] === 'build'
        ? (valueOf(given, ['--dest']) ?? setting(['vue.config.js', 'vue.config.cjs'], 'outputDir') ?? 'dist')
        : undefined;
    case 'astro':
      return given[0] === 'build'
        ? (setting(['astro.config.mjs', 'astro.config.ts', 'astro.config.js'], 'outDir') ?? 'dist')
        : undefined;
    case 'gatsby':
      return given[0] === 'build' ? 'public' : undefined;
    case 'docusaurus':
      return given[0] === 'build' ? 'build' : undefined;
    case 'eleventy':
    case '@11ty/eleventy':
      return valueOf(given, ['--output']) ?? '_site';
    case 'ng':
      return given[0] === 'build' || given[0] === 'b' ? readAngularOutput(given, root, files) : undefined;
    default:
      return undefined;
  }
}

function readAngularOutput(
  given: readonly string[],
  root: string,
  files: ProjectFiles | undefined,
): string | undefined {
  const own = valueOf(given, ['--output-path']);
  if (own !== undefined) return own;
  const workspace = parseObject(files?.read(below(root, 'angular.json')));
  const projects = toObject(workspace?.projects);
  const named =
    given.slice(1).find((word) => !word.startsWith('-')) ??
    (typeof workspace?.defaultProject === 'string' ? workspace.defaultProject : undefined);
  const name = named ?? (Object.keys(projects).length === 1 ? Object.keys(projects)[0] : undefined);
  if (name === undefined) return undefined;
  const build = toObject(toObject(toObject(projects[name]).architect ?? toObject(projects[name]).targets).build);
  const path = toObject(build.options).outputPath;
  // The application builder keeps what browsers get apart from what a server gets.
  const builder = typeof build.builder === 'string' ? build.builder : '';
  const inBrowser = /:application$/.test(builder);
  if (typeof path === 'string') return inBrowser ? `${path}/browser` : path;
  const base = toObject(path).base;
  if (typeof base === 'string') {
    const browser = toObject(path).browser;
    return typeof browser === 'string' ? (browser === '' ? base : `${base}/${browser}`) : `${base}/browser`;
  }
  return inBrowser ? `dist/${name}/browser` : undefined;
}

/** The port of `vite preview`, where its configuration sets one. */
export function readPreviewPort(root: string, files: ProjectFiles | undefined): number {
  const configs = ['vite.config.ts', 'vite.config.js', 'vite.config.mts', 'vite.config.mjs'];
  const text = configs.map((file) => files?.read(below(root, file))).find((one) => one !== undefined) ?? '';
  return Number(/\bpreview\s*:\s*\{[^}]*?\bport\s*:\s*(\d+)/.exec(text)?.[1] ?? 4173);
}

/** Whether the container does nothing but serve files that a command of it, or a server that is no program of the project, finds. */
export function isSite(project: Project): boolean {
  // Somebody who wants to stay on an image of Node.js keeps the server as well.
  if (project.wish !== undefined && readBaseImage(project.wish).family === 'node') return false;
  return servedBy(project).length > 0 || startCalls(project).some(startsNginx);
}

/** What of the start serves files, with variables of the file put in. */
export function servedBy(project: Project): { readonly call: PlacedCall; readonly server: StaticServer }[] {
  return startCalls(project).flatMap((call) => {
    const expanded = { ...call, arguments: call.arguments.map((word) => expand(word, project)) };
    const server = readStaticServer(expanded, project.variable('PORT'));
    return server ? [{ call, server }] : [];
  });
}

function expand(word: string, { variable }: Project): string {
  return word.replace(
    /\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/g,
    (written, braced?: string, fallback?: string, bare?: string) =>
      variable(braced ?? bare ?? '') ?? fallback ?? written,
  );
}

/** Where nginx's image looks for a site. */
export const NGINX_ROOT = '/usr/share/nginx/html';

/** A server block for a site that another server served before: same port, same answers. */
export function nginxSite(port: number, fallback: boolean): string[] {
  return [
    'server {',
    `    listen ${port};`,
    `    root ${NGINX_ROOT};`,
    // Redirections stay relative, whatever port the container's is published on.
    '    absolute_redirect off;',
    '    location / {',
    `        try_files $uri $uri.html $uri/ ${fallback ? '/index.html' : '=404'};`,
    '    }',
    ...(fallback ? [] : ['    error_page 404 /404.html;']),
    '}',
  ];
}

/** Whether a path that a server is given is one that a build makes. */
export function isOutput(path: string, output: string, root: string): boolean {
  const made = toPath(output, root)!;
  return path === made || (path.startsWith(`${made}/`) && nameOf(path) === 'browser');
}
