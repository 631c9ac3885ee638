import { conversionOf } from '../model/multi-stage/conversion';
import { dockerfile } from '../text/dockerfile';
import type { Refactoring } from './refactoring';

export const convertToMultiStage: Refactoring = {
  id: 'convert-to-multi-stage',
  aliases: ['multi-stage'],
  title: 'Convert to multi-stage',
  kind: 'rewrite',
  summary:
    'Splits a single-stage build in two: the stage that builds keeps the tools, and the image that ships gets what was built. It moves ' +
    'the lines that are there, and refuses where a file alone does not tell what the container needs.',
  examples: [
    {
      before: dockerfile`
        FROM golang:1.22<|>
        WORKDIR /src
        COPY . .
        ENV PORT=8080
        RUN CGO_ENABLED=0 go build -o /bin/server ./cmd/server
        EXPOSE 8080
        CMD ["/bin/server"]
      `,
      after: dockerfile`
        FROM golang:1.22 AS build
        WORKDIR /src
        COPY . .
        RUN CGO_ENABLED=0 go build -o /bin/server ./cmd/server

        FROM gcr.io/distroless/static-debian12
        ENV PORT=8080
        WORKDIR /src
        COPY --from=build /bin/server /bin/server
        EXPOSE 8080
        CMD ["/bin/server"]
      `,
      context: { 'go.mod': 'module example.org/server\n', 'cmd/server/main.go': 'package main\n\nfunc main() {}\n' },
    },
    {
      before: dockerfile`
        FROM golang:1.22<|>
        WORKDIR /src
        COPY . .
        CMD ["go", "run", "."]
      `,
      refusal: 'The container runs go, which needs the Go toolchain: build the program in a RUN, and start that.',
    },
  ],

  apply: (build, selection, wishes) => {
    const conversion = conversionOf(build, selection, wishes);
    return conversion && 'edits' in conversion ? { ...conversion, safety: 'unsafe' } : conversion;
  },
};
