### every tool
FROM alpine
RUN podman login -u ci --password-stdin registry.example.org < /run/secrets/pw
    ^^^^^^^^^^^^ podman login keeps the credential in a file of this layer.
RUN crane auth login registry.example.org -u ci --password-stdin
    ^^^^^^^^^^^^^^^^ crane auth login keeps the credential in a file of this layer.
RUN helm registry login registry.example.org && docker --config /tmp login
    ^^^^^^^^^^^^^^^^^^^ helm registry login keeps the credential in a file of this layer.

### other commands
FROM alpine
RUN docker pull login && helm repo add a https://example.org && npm login && echo docker login
