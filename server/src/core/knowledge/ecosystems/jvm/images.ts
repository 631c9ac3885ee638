import { table } from '../../../text/table';
import type { PlanRefusal, Project, RuntimeNeed } from '../../ecosystem';
import type { BaseImage } from '../../images/base-images';
import { packageName } from '../../system-packages/package-roles';

/** Majors of Java of which Temurin has images that only run programs. */
const WITH_JRE = new Set([8, 11, 17, 18, 19, 20, 21, 22, 23, 24, 25]);

/** Commands that images with a Java runtime bring, beside those of their distribution. */
const TOOLS = ['java', 'keytool', 'rmiregistry', 'jrunscript', 'jfr'];

/** Commands that only a JDK has. */
export const JDK_TOOLS = new Set(
  `javac javadoc javap jar jarsigner jcmd jconsole jdb jdeprscan jdeps jhat jhsdb jimage jinfo jlink jmap jmod jpackage jps jshell
  jstack jstat jstatd jvisualvm native-image serialver`.split(/\s+/),
);

/** Where Temurin's images have Java. */
const TEMURIN_HOME = '/opt/java/openjdk';

/** Names that stand in front of a JDK's major version in tags of Maven, Gradle, sbt and Tomcat. */
const JDK_IN_TAG =
  /(?:^|-)(?:jdk|jre|openjdk|eclipse-temurin(?:-[a-z]+)?|temurin|amazoncorretto(?:-al\d+|-debian)?|corretto|sapmachine|ibmjava|ibm-semeru|azulzulu|zulu|adoptopenjdk|microsoft-openjdk|liberica|graalvm-(?:ce|community))-?(?:1\.)?(\d+)(?=$|[._u-])/;

/** Images whose tag's own version is that of Java. */
const JDK_IMAGES =
  /^(?:openjdk|java|eclipse-temurin|adoptopenjdk|amazoncorretto|corretto|ibmjava|ibm-semeru-runtimes|azul\/.+|sapmachine|bellsoft\/.+|openjdk\/jdk|.*\/openjdk-?\d*|anapsix\/alpine-java|adoptopenjdk\/openjdk\d+|hseeberger\/scala-sbt|mozilla\/sbt)$/;

/** The major version of the JDK that an image has; undefined where the tag does not tell. */
export function javaMajor({ repository, parts }: BaseImage): number | undefined {
  const tag = parts.map(({ text }) => text).join('-');
  const named = /(?:openjdk|java|zulu-openjdk)-?(\d+)/.exec(repository)?.[1];
  const inTag = JDK_IN_TAG.exec(tag)?.[1];
  const leading = JDK_IMAGES.test(repository) ? /(?:^|-)v?(?:1\.)?(\d+)(?=$|[._u+-])/.exec(tag)?.[1] : undefined;
  // The last release of Maven 3.8 came with this one when nothing else was asked for.
  const usual = repository === 'maven' && /^3\.8(?:\.[78])?$/.test(tag) ? '17' : undefined;
  const found = named ?? inTag ?? leading ?? usual;
  return found === undefined ? undefined : Number(found);
}

/** An image with Java, and the packages that bring it where the image is a plain distribution. */
export interface JavaRuntime {
  readonly need: RuntimeNeed & { kind: 'image' };
  readonly packages: readonly string[];
}

/** The major version that a distribution's package of no version stands for, by codename. */
const DEFAULT_JDK: Readonly<Record<string, number>> = table({
  bullseye: 11,
  bookworm: 17,
  trixie: 21,
  focal: 11,
  jammy: 11,
  noble: 21,
});

/** Debian's, Ubuntu's or Alpine's own Java: the JDK that a RUN installs, and the runtime that takes its place. */
function distroRuntime({ base, image, packages }: Project): JavaRuntime | undefined {
  const { family, distro, codename, repository, parts } = base;
  if (family !== 'debian' && family !== 'ubuntu' && family !== 'alpine') return undefined;
  for (const written of packages) {
    const [, number, headless] = /^openjdk-?(\d+)(?:-jdk)?(-headless)?$/.exec(packageName(written)) ?? [];
    const [, plain] = /^default-jdk(-headless)?$/.exec(packageName(written)) ?? [];
    const isDefault = /^default-jdk/.test(packageName(written));
    const major = number === undefined ? (isDefault ? DEFAULT_JDK[codename ?? ''] : undefined) : Number(number);
    if (major === undefined && !isDefault) continue;
    const isHeadless = headless !== undefined || plain !== undefined;
    const jre = isDefault ? 'default-jre' : `openjdk-${major}-jre`;
    const isPlain = repository === 'debian' && parts.length === 1 && /:\w+$/.test(image);
    const alpine = distro === 'alpine';
    return {
      need: {
        kind: 'image',
        image: isPlain && !/:(?:latest|sid|unstable)$/.test(image) ? `${image}-slim` : image,
        distro: alpine ? 'alpine' : 'debian',
        tools: TOOLS,
        users: [],
        extensible: true,
        ...(codename === undefined ? {} : { codename }),
      },
      packages: [
        alpine
          ? `openjdk${major}-jre${isHeadless || (major ?? 8) > 8 ? '-headless' : ''}`
          : isHeadless
            ? `${jre}-headless`
            : jre,
      ],
    };
  }
  return undefined;
}

/** What a JVM program runs on: the image with the same major version of Java that has no compiler. */
export function javaRuntime(project: Project): JavaRuntime | PlanRefusal {
  const { base, image, answers } = project;
  const own = distroRuntime(project);
  if (own) return own;
  if (base.family !== 'java') return { because: `Where ${image} has Java from can't be told.` };
  const answer = answers.get('java');
  const major = javaMajor(base) ?? (answer === undefined ? undefined : Number(answer));
  if (major === undefined || Number.isNaN(major)) {
    return {
      because: `Which version of Java ${image} has can't be told from its tag; a tag that names it would help.`,
      asks: {
        id: 'java',
        question: `Which version of Java does ${image} have?`,
        answers: ['25', '21', '17', '11', '8'].map((value) => ({ value })),
      },
    };
  }
  if (!WITH_JRE.has(major))
    return { because: `There is no image to run Java ${major} without a compiler; with Java 17 or 21 there is one.` };
  const alpine = base.distro === 'alpine';
  return {
    need: {
      kind: 'image',
      image: runtimeImage(base, image, major),
      distro: alpine ? 'alpine' : 'debian',
      tools: [
        ...TOOLS,
        ...(alpine ? ['openssl'] : []),
        ...(base.repository === 'tomcat' ? ['catalina.sh', 'run'] : []),
      ],
      users: [],
      extensible: true,
    },
    packages: [],
  };
}

function runtimeImage({ repository, parts, distro, official }: BaseImage, image: string, major: number): string {
  const tag = parts.map(({ text }) => text).join('-');
  const own = !/[@$]/.test(image) && image.includes(':');
  if (official && own && repository === 'eclipse-temurin' && tag.includes('jre')) return image;
  if (official && own && repository === 'eclipse-temurin')
    return /-?jdk/.test(tag) ? image.replace(/jdk/, 'jre') : image.replace(/:(\d[\w.+]*)/, ':$1-jre');
  if (official && own && repository === 'azul/zulu-openjdk' && /^\d+$/.test(tag)) return `${image}-jre`;
  if (official && own && repository === 'ibm-semeru-runtimes' && tag.includes('jdk'))
    return image.replace(/jdk/, 'jre');
  if (repository === 'tomcat') {
    const server = parts.find(({ role }) => role === 'version')?.text ?? parts[0]?.text;
    const release = /(?:^|-)temurin-(\w+)/.exec(tag)?.[0] ?? '';
    return `${image.slice(0, image.indexOf(':'))}:${server}-jre${major}${release}`;
  }
  const jre = `eclipse-temurin:${major}-jre`;
  if (distro === 'alpine') return `${jre}-alpine`;
  const release = parts.find(({ text }) => text === 'focal' || text === 'jammy' || text === 'noble')?.text;
  return release === undefined ? jre : `${jre}-${release}`;
}

/** Whether a path of the start is Java itself, where the runtime image has it too. */
export function isJava(name: string, need: RuntimeNeed & { kind: 'image' }): boolean {
  if (name === 'java' || /^\$\{?JAVA_HOME\}?\/bin\/java$/.test(name)) return true;
  if (need.image.startsWith('eclipse-temurin:')) return name === `${TEMURIN_HOME}/bin/java`;
  // A distribution's packages of the runtime lie where those of the JDK do.
  return (
    /^(?:debian|ubuntu|alpine)\b/.test(need.image) &&
    /^\/usr\/(?:bin|lib\/jvm\/[\w.-]+(?:\/jre)?\/bin)\/java$/.test(name)
  );
}

/** Places where JDKs, build tools and system packages lie that the runtime image does not have. */
export const TOOL_PLACES =
  /^\/(?:usr\/lib\/jvm|usr\/local\/openjdk-\d+|usr\/java|usr\/share\/(?:java|maven|gradle|ant|sbt)|opt\/(?:java|jdk|maven|apache-maven|gradle|sbt)[^/]*|root\/\.(?:m2|gradle|ivy2|sbt|cache)|home\/gradle\/\.gradle)(?:\/|$)/;

/** Directories that only builds of the JVM use, beside the project's own. */
export const JVM_BUILD_DIRECTORIES: readonly string[] = [
  '/root/.m2',
  '/root/.gradle',
  '/root/.ivy2',
  '/root/.sbt',
  '/root/.ant',
  '/usr/share/maven',
  '/usr/share/maven-repo',
  '/etc/maven',
  '/opt/maven',
  '/opt/gradle',
  '/home/gradle/.gradle',
  '/home/gradle/.m2',
];

/** Whether a build may read a variable that no command of it names: tests and settings files do. */
export function jvmBuildReads(name: string): boolean {
  return !/^(?:\w+_)?(?:PORT|HOST|HOSTNAME)$|^(?:JAVA|JVM|APP)_(?:OPTS|OPTIONS|ARGS)$/.test(name);
}
