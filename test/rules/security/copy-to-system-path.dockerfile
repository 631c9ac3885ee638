### accounts and certificates
FROM debian:12
COPY passwd /etc/passwd
            ^^^^^^^^^^^ This replaces /etc/passwd of the base image, with the accounts that its packages rely on.
COPY passwd shadow /etc/
                   ^^^^^ This replaces /etc/passwd of the base image, with the accounts that its packages rely on.
COPY etc/sudoers /etc/sudoers
                 ^^^^^^^^^^^^ This replaces /etc/sudoers of the base image, with the accounts that its packages rely on.
COPY ca.pem /etc/ssl/certs/ca-certificates.crt
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ update-ca-certificates makes what is in /etc/ssl/certs: a certificate belongs into /usr/local/share/ca-certificates.
ADD certs/ /etc/ssl/certs/
           ^^^^^^^^^^^^^^^ update-ca-certificates makes what is in /etc/ssl/certs: a certificate belongs into /usr/local/share/ca-certificates.
WORKDIR /etc
COPY shadow .
            ^ This replaces /etc/shadow of the base image, with the accounts that its packages rely on.

### others
FROM debian:12
COPY sudoers-app /etc/sudoers.d/app
COPY app.conf /etc/app.conf
COPY ca.crt /usr/local/share/ca-certificates/
COPY --from=builder /etc/passwd /etc/passwd
COPY --from=alpine:3.22 /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY key.pem /etc/ssl/private/
COPY passwd /etc/passwd.app

### nothing to replace
FROM scratch
COPY passwd /etc/passwd
COPY ca-certificates.crt /etc/ssl/certs/

### ONBUILD, and without FROM
ONBUILD COPY passwd /etc/passwd
                    ^^^^^^^^^^^ This replaces /etc/passwd of the base image, with the accounts that its packages rely on.
COPY passwd /etc/passwd
            ^^^^^^^^^^^ This replaces /etc/passwd of the base image, with the accounts that its packages rely on.
