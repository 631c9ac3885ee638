import type { Project } from '../../ecosystem';
import { nameOf } from '../../images/image-paths';
import { packageName } from '../../system-packages/package-roles';
import { JDK_TOOLS } from './images';

/** Commands that a program starts by name. */
const CALLS =
  /\.exec\(\s*(?:new\s+String\s*\[\s*\]\s*\{\s*|arrayOf\(\s*)?"([\w./-]+)|\bProcessBuilder\(\s*(?:(?:List|Arrays|listOf)(?:\.of|\.asList)?\(\s*)?"([\w./-]+)"/g;

/** What of a program needs more than Java's runtime. */
const NEEDS_JDK: readonly (readonly [RegExp, string])[] = [
  [
    /\bjavax\.tools\b|\bToolProvider\s*\.\s*(?:getSystemJavaCompiler|findFirst)|\bcom\.sun\.(?:tools|source)\.|\bjdk\.jshell\b/,
    'compiles Java when it runs',
  ],
  [
    /\bcom\.sun\.tools\.attach\b|\bVirtualMachine\.attach\(|\bByteBuddyAgent\.install|\bBlockHound\.install/,
    'attaches to a running JVM',
  ],
  [/\bcom\.sun\.jdi\b/, 'debugs another JVM'],
];

/** Programs that sources start by name. */
export function calledPrograms(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...text.matchAll(CALLS)].flatMap((match) => match[1] ?? match[2] ?? []));
}

/** Why a program can't run without the JDK, or its packages not on another release; undefined when it can. */
export function findDoubt({ packages, steps }: Project, texts: readonly string[]): string | undefined {
  for (const [pattern, what] of NEEDS_JDK) {
    if (texts.some((text) => pattern.test(text))) return `The program ${what}, which needs the JDK at run time.`;
  }
  const called = calledPrograms(texts);
  const jdk = called.find((name) => JDK_TOOLS.has(nameOf(name)));
  if (jdk) return `The program calls ${jdk}, which only a JDK has.`;
  const pinned = packages.find((name) => /=/.test(name) && roleOfPackage(packageName(name)) !== 'build');
  if (pinned !== undefined && steps.some(({ name }) => /^apt/.test(name)))
    return `The version of ${packageName(pinned)} is pinned, and the runtime image may be of another release.`;
  return undefined;
}

/** Packages of the system that only compile and pack. */
export function roleOfPackage(name: string): 'build' | undefined {
  return /^(?:maven|gradle|ant|ant-optional|sbt|scala|kotlin|groovy|maven-repo-helper|maven-debian-helper|javahelper|jarwrapper|fastjar)$|^(?:openjdk-?\d+|default|java-\d[\d.]*-(?:openjdk|amazon-corretto)|temurin-\d+)-(?:jdk|jre|devel)|^openjdk\d+(?:-jdk|-jre)?$|^lib[\w.+-]+-java$/.test(
    name,
  )
    ? 'build'
    : undefined;
}

/** Whether a source reads the working directory itself, so that any file of it may count. */
export function listsDirectory(text: string): boolean {
  return (
    /\blistFiles\(|\bFiles\.(?:list|walk|walkFileTree|find)\(|\bnewDirectoryStream\(|\.list\(\)|\.walk(?:TopDown|BottomUp)?\(/.test(
      text,
    ) && /["']\.\/?["']|"user\.dir"|(?:Paths?\.(?:of|get)|File)\(\s*""\s*\)/.test(text)
  );
}
