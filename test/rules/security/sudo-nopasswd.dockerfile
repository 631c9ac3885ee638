### ways to write it
FROM debian:12
RUN echo "a ALL=(ALL) NOPASSWD: ALL" >> /etc/sudoers
                      ^^^^^^^^ Whoever runs code as this user can run it as root.
RUN echo 'a ALL=(ALL) NOPASSWD:ALL' | sudo tee -a /etc/sudoers.d/a
                      ^^^^^^^^ Whoever runs code as this user can run it as root.
RUN echo "a ALL=NOPASSWD: ALL" > /etc/sudoers.d/a && chmod 0440 /etc/sudoers.d/a
                ^^^^^^^^ Whoever runs code as this user can run it as root.
RUN printf '%s\n' "a ALL=NOPASSWD: ALL" | tee /etc/sudoers.d/b > /dev/null
                         ^^^^^^^^ Whoever runs code as this user can run it as root.
RUN sed -i 's/ALL$/NOPASSWD: ALL/' /etc/sudoers
                   ^^^^^^^^ Whoever runs code as this user can run it as root.
RUN sed -i '$ a a ALL=NOPASSWD: ALL' /etc/sudoers
                      ^^^^^^^^ Whoever runs code as this user can run it as root.
RUN echo "a ALL=NOPASSWD: ALL" | EDITOR='tee -a' visudo
                ^^^^^^^^ Whoever runs code as this user can run it as root.
RUN { echo a; echo "a ALL=NOPASSWD: ALL"; } > /etc/sudoers.d/a
                          ^^^^^^^^ Whoever runs code as this user can run it as root.
RUN cat <<EOF > /etc/sudoers.d/c
c ALL=(ALL) NOPASSWD: ALL
            ^^^^^^^^ Whoever runs code as this user can run it as root.
EOF
COPY <<EOF /etc/sudoers.d/d
d ALL=(ALL) NOPASSWD: ALL
            ^^^^^^^^ Whoever runs code as this user can run it as root.
EOF

### other files, other words
FROM debian:12
RUN echo "NOPASSWD" > /etc/motd && echo "a ALL=(ALL) ALL" > /etc/sudoers.d/a && echo NOPASSWD
RUN sed -i 's/NOPASSWD: ALL/ALL/' /etc/sudoers
COPY sudoers /etc/sudoers.d/a
COPY <<EOF /etc/motd
NOPASSWD
EOF

### a file of the context
FROM debian:12
COPY sudoers /etc/sudoers.d/a
             ^^^^^^^^^^^^^^^^ Whoever runs code as this user can run it as root.
COPY sudoers /etc/other
COPY harmless /etc/sudoers.d/b
--- file: sudoers
a ALL=(ALL) NOPASSWD: ALL
--- file: harmless
# NOPASSWD
a ALL=(ALL) ALL

### ONBUILD, and without FROM
ONBUILD RUN echo "a ALL=NOPASSWD: ALL" >> /etc/sudoers
                        ^^^^^^^^ Whoever runs code as this user can run it as root.
RUN echo "a ALL=NOPASSWD: ALL" >> /etc/sudoers
                ^^^^^^^^ Whoever runs code as this user can run it as root.
