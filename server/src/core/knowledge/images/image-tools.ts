import { remembered } from '../../text/remembered';
import { table } from '../../text/table';
import { packageName } from '../system-packages/package-roles';
import { type BaseImage, readBaseImage } from './base-images';

/** What the images below have that are made on `buildpack-deps`, and those of its variants. */
const BUILD_DEPS = 'gcc g++ make git curl';
const SOURCE_CONTROL = 'git curl';

/**
 * Rows of `repository: variant=tools; …`: the commands that count where one asks what an image that ships should not have, those of
 * the distribution left out. `-` is a tag without a variant; the first variant that a tag has counts.
 */
const ROWS: Readonly<Record<string, string>> = table({
  golang: `alpine=go; -=go gcc g++ make ${SOURCE_CONTROL}`,
  node: `alpine=node npm yarn; slim=node npm yarn; -=node npm yarn python3 ${BUILD_DEPS}`,
  python: `alpine=python3 pip; slim=python3 pip; -=python3 pip ${BUILD_DEPS}`,
  ruby: `alpine=ruby gem bundle; slim=ruby gem bundle; -=ruby gem bundle ${BUILD_DEPS}`,
  rust: `alpine=cargo rustc gcc; slim=cargo rustc gcc; -=cargo rustc ${BUILD_DEPS}`,
  // Its compilers are in every variant but Alpine's, so they stay.
  php: '-=php curl',
  composer: '-=composer php git curl',
  gcc: `-=${BUILD_DEPS} gfortran`,
  perl: `slim=perl; -=perl ${BUILD_DEPS}`,
  'buildpack-deps': `curl=curl; scm=${SOURCE_CONTROL}; -=${BUILD_DEPS}`,
  maven: 'alpine=mvn javac java; -=mvn javac java',
  gradle: '-=gradle javac java git',
  'eclipse-temurin': 'jre=java; -=javac java',
  amazoncorretto: '-=javac java',
  openjdk: 'jre=java; -=javac java',
  tomcat: 'jre=java; -=javac java',
  'dotnet/sdk': '-=dotnet-sdk dotnet git curl',
  'dotnet/aspnet': '-=dotnet',
  'dotnet/runtime': '-=dotnet',
  'dotnet/runtime-deps': '-=',
  elixir: `alpine=mix erl; slim=mix erl; -=mix erl ${BUILD_DEPS}`,
  erlang: `alpine=erl; slim=erl; -=erl ${BUILD_DEPS}`,
  swift: 'slim=; -=swift clang git',
  nginx: '-=nginx curl',
  'nginxinc/nginx-unprivileged': '-=nginx curl',
  httpd: '-=httpd',
  caddy: '-=caddy',
  debian: '-=',
  ubuntu: '-=',
  alpine: '-=',
  busybox: '-=',
  scratch: '-=',
});

const images = new Map(
  Object.entries(ROWS).map(([name, row]) => [
    name,
    row.split('; ').map((one) => {
      const [variant = '', tools = ''] = one.split('=');
      return { variant, tools: tools.split(' ').filter((tool) => tool !== '') };
    }),
  ]),
);

/** The telling commands that an image has; undefined for an image that is not known. */
export const toolsOfImage = remembered((reference): readonly string[] | undefined => {
  const distroless = /^gcr\.io\/distroless\/([a-z]+)/.exec(reference)?.[1];
  if (distroless) {
    const language = { java: 'java', nodejs: 'node', python: 'python3' }[distroless];
    return language === undefined ? [] : [language];
  }
  const image = readBaseImage(reference);
  const variants = image.os === 'windows' || !image.official ? undefined : images.get(image.repository);
  if (!variants) return undefined;
  const said = variantsOf(image);
  const found = variants.find(({ variant }) => variant === '-' || said.has(variant));
  return [...(found?.tools ?? []), ...toolsOfDistro(image)];
});

/** The parts of a tag, a distribution without its version too: `alpine3.19` is `alpine`. */
export function variantsOf({ parts }: BaseImage): ReadonlySet<string> {
  return new Set(parts.flatMap(({ text }) => [text, text.replace(/[\d.]+$/, '')]));
}

function toolsOfDistro({ distro, variant = '' }: BaseImage): readonly string[] {
  if (/chiseled|distroless/.test(variant)) return [];
  switch (distro) {
    case 'debian':
    case 'ubuntu':
      return ['apt', 'sh'];
    case 'alpine':
      return ['apk', 'sh'];
    case 'none':
    case undefined:
      return [];
    default:
      return ['sh'];
  }
}

/** The tools that packages bring, where that is not one of the package's own name. */
const BROUGHT: Readonly<Record<string, string>> = table({
  'alpine-sdk': 'gcc g++ make git',
  'build-base': 'gcc g++ make',
  'build-essential': 'gcc g++ make',
  'g++': 'g++ gcc',
  'git-core': 'git',
  golang: 'go',
  'golang-go': 'go',
  maven: 'mvn javac',
  mercurial: 'hg',
  'ninja-build': 'ninja',
  npm: 'npm node',
  nodejs: 'node',
  'python3-dev': 'python3-dev',
  'py3-pip': 'pip',
  'python3-pip': 'pip',
  subversion: 'svn',
});

const NAMESAKES = new Set(
  `autoconf automake bison cargo ccache clang cmake curl flex gcc gfortran git go gradle make meson ninja patch pkg-config python3 rustc
  svn swig wget yarn`.split(/\s+/),
);

/** The telling tools that a system package brings. */
export const toolsOfPackage = remembered((written): readonly string[] => {
  const name = packageName(written);
  const known = BROUGHT[name];
  if (known !== undefined) return known.split(' ');
  if (/^(?:openjdk-?\d+|default|java-\d+(?:\.\d+\.\d)?-openjdk)-(?:jdk|devel)/.test(name) || /^openjdk\d+$/.test(name))
    return ['javac'];
  if (/^(?:gcc|g\+\+|clang|golang)-?[\d.]+$/.test(name))
    return [name.startsWith('golang') ? 'go' : name.replace(/-?[\d.]+$/, '')];
  return NAMESAKES.has(name) ? [name] : [];
});

/** Tools that only a build has a use for. */
const BUILD_TOOLS = new Set(
  `autoconf automake bison cargo ccache clang cmake composer dotnet-sdk flex g++ gcc gfortran go gradle hg javac make meson mix mvn
  ninja patch pkg-config python3-dev rustc svn swift swig`.split(/\s+/),
);

/** Whether a tool is of use to a build alone. */
export function isBuildTool(tool: string): boolean {
  return BUILD_TOOLS.has(tool);
}
