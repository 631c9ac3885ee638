### the labels of buildx
FROM debian
LABEL org.opencontainers.image.source="https://example.org/a"
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ buildx sets org.opencontainers.image.source itself.
LABEL com.docker.image.source.entrypoint="Dockerfile" org.opencontainers.image.revision=1 a=b
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ buildx sets com.docker.image.source.entrypoint itself.
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ buildx sets org.opencontainers.image.revision itself.
LABEL org.opencontainers.image.title="x"
--- settings: {"options": {"gitLabels": true}}

### as long as nobody says that buildx does
FROM debian
LABEL org.opencontainers.image.revision="0c3b1f2"
