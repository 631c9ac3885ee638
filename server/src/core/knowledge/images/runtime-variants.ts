import { remembered } from '../../text/remembered';
import { readBaseImage } from './base-images';
import { variantsOf } from './image-tools';

/** An image with a whole development kit in it, and what does where a program only runs. */
export interface HeavyImage {
  /** What is too much: a noun phrase. */
  readonly kit: string;
  /** The image that does, where it has one name; else a phrase about those that do. */
  readonly runtime: { readonly image: string } | { readonly phrase: string };
}

const NATIVE = { phrase: 'a small distribution, or gcr.io/distroless, does for a compiled program' };

/** What an image has too much of for a program that only runs; undefined where it has not, or is not known. */
export const heavyImage = remembered((reference): HeavyImage | undefined => {
  const image = readBaseImage(reference);
  const { repository, version, os, official } = image;
  if (os === 'windows') return undefined;
  const at = reference.indexOf('@');
  const plain = at === -1 ? reference : reference.slice(0, at);
  const colon = plain.indexOf(':', plain.lastIndexOf('/') + 1);
  const name = colon === -1 ? plain : plain.slice(0, colon);
  const tag = colon === -1 ? '' : plain.slice(colon + 1);
  if (tag.includes('$')) return undefined;
  const said = variantsOf(image);
  const isSmall = ['alpine', 'slim', 'onbuild', 'windowsservercore'].some((variant) => said.has(variant));
  const java = /^(?:1\.)?(\d+)/.exec(version ?? '')?.[1];
  const jre = { image: `eclipse-temurin:${java ?? '21'}-jre` };
  switch (repository) {
    case 'golang':
      return { kit: 'the Go toolchain', runtime: NATIVE };
    case 'rust':
      return { kit: 'the Rust toolchain', runtime: NATIVE };
    case 'maven':
      return {
        kit: 'Maven and a JDK',
        runtime: { phrase: 'an image with a JRE does, eclipse-temurin:21-jre for example' },
      };
    case 'gradle':
      return {
        kit: 'Gradle and a JDK',
        runtime: { phrase: 'an image with a JRE does, eclipse-temurin:21-jre for example' },
      };
    case 'openjdk':
      return said.has('jre')
        ? undefined
        : { kit: 'a whole JDK', runtime: java ? jre : { phrase: 'an image with a JRE does' } };
    case 'eclipse-temurin': {
      if (said.has('jre')) return undefined;
      const runtime = tag.includes('jdk') ? tag.replace('jdk', 'jre') : tag.replace(/^([\d.]+)(?=-|$)/, '$1-jre');
      return {
        kit: 'a whole JDK',
        runtime: runtime.includes('jre') ? { image: `${name}:${runtime}` } : { phrase: 'an image with a JRE does' },
      };
    }
    case 'dotnet/sdk':
    case 'dotnet/core/sdk':
      return { kit: 'the .NET SDK', runtime: { image: `${name.replace(/sdk$/, 'aspnet')}${tag ? `:${tag}` : ''}` } };
    case 'nvidia/cuda':
      return said.has('devel')
        ? { kit: "CUDA's compilers and headers", runtime: { image: `${name}:${tag.replace('devel', 'runtime')}` } }
        : undefined;
    case 'node':
    case 'python':
      if (isSmall || !official) return undefined;
      return {
        kit: 'compilers and headers',
        runtime: { image: `${name}:${tag === '' || tag === 'latest' ? '' : `${tag}-`}slim` },
      };
    default:
      return undefined;
  }
});
