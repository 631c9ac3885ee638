import { COMPILERS } from '../../knowledge/build-outputs';
import type { Build, Stage } from '../../model/build-types';
import { keptPackages } from '../../model/installs/kept-packages';
import type { BuiltOutput } from '../../model/stages/build-outputs';
import { copiedPrograms } from '../../model/stages/copied-programs';
import { type Libc, libcOf, linkedWith } from '../../model/stages/linking';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const libcMismatch: Rule = {
  id: 'stages/libc-mismatch',
  severity: 'warning',
  about: { instructions: ['COPY'], commands: COMPILERS, stages: 2 },
  summary: 'Run a program on the C library that it was linked with.',
  why:
    'A program that is built on Debian needs glibc; Alpine has musl instead, scratch and distroless/static have neither, and the container ' +
    'then says that the file does not exist. The reverse is as true. Reported are programs of Go, Rust, C, Crystal, Swift, GraalVM, Deno ' +
    'and Bun whose build and base images are known. Static builds are left alone: `CGO_ENABLED=0`, targets for musl, `crt-static`, ' +
    '`-static`, Go where there is no compiler for C, Go whose sources are known and use nothing of C, and Rust on Alpine. So are images ' +
    'with gcompat and copies that bring the libraries along.',
  fixable: { safety: 'unsafe', because: 'What uses C is left out of the program, or is done in another way.' },
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 AS build
        WORKDIR /src
        COPY . .
        RUN go build -o /server .

        FROM alpine:3.22
        COPY --from=build /server /server
                          ^^^^^^^ go builds this on golang:1.25 with glibc, as long as C is not turned off, and alpine:3.22 has musl: it may not start there.
        CMD ["/server"]
      `,
      good: dockerfile`
        FROM golang:1.25 AS build
        WORKDIR /src
        COPY . .
        RUN CGO_ENABLED=0 go build -o /server .

        FROM alpine:3.22
        COPY --from=build /server /server
        CMD ["/server"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    if (build.stages.length < 2) return found;
    for (const { output, word, stage } of copiedPrograms(build)) {
      const has = libcOf(stage);
      const built = libcOf(output.stage);
      if (!has || has === built) continue;
      const needs = linkedWith(build, output);
      if (!needs || needs === 'none' || needs === has || isCompatible(build, stage)) continue;
      const { name } = output.command;
      const what = `${name} builds this on ${output.stage.root} with ${needs}`;
      const where = `${stage.root} has ${has === 'none' ? 'no C library' : has}`;
      found.push({
        at: word,
        message:
          output.compiler === 'go'
            ? `${what}, as long as C is not turned off, and ${where}: it may not start there.`
            : `${what}, and ${where}: it does not start there unless it is static.`,
        related: [{ at: output.command, message: 'This builds it.' }],
        fix: () => toFix(build, output, needs),
      });
    }
    return found;
  },
};

/** Whether a stage has what programs of another C library need. */
function isCompatible(build: Build, stage: Stage): boolean {
  for (let one: Stage | undefined = stage; one; one = one.parent) {
    for (const instruction of one.instructions) {
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      if (instruction.sources.some(({ value }) => /(?:^|\/)(?:lib(?:64)?(?:\/|$)|ld-|libc\b)|^\/$/.test(value)))
        return true;
    }
  }
  return keptPackages(build, stage).some(({ names }) =>
    names.some((name) => /^(?:gcompat|libc6-compat|glibc|musl)(?:$|[-=~<>:@])/.test(name)),
  );
}

function toFix(build: Build, { compiler, command }: BuiltOutput, needs: Libc): Fix | undefined {
  const first = command.words[0];
  if (compiler !== 'go' || needs === 'none' || command.quotedBy || command.script.form === 'exec' || !first)
    return undefined;
  // Who turns it on needs it, and what stands in front may not take an assignment.
  if (command.assignments.some(({ name }) => name === 'CGO_ENABLED') || first !== command.nameWord) return undefined;
  const { scope } = build.states[command.script.instruction.index]!;
  if (scope.lookup('CGO_ENABLED')) return undefined;
  return { title: 'Leave C out', edits: [insert(first.start, 'CGO_ENABLED=0 ')] };
}
