### documents by their name
FROM debian:12
COPY app.vex.json /usr/share/
     ^^^^^^^^^^^^ A VEX document is better attached to the image as an attestation, where scanners find it and it can change.
COPY *.vex.json docs/app.openvex.json /usr/share/
     ^^^^^^^^^^ A VEX document is better attached to the image as an attestation, where scanners find it and it can change.
ADD https://example.org/vex.json /usr/share/
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A VEX document is better attached to the image as an attestation, where scanners find it and it can change.
COPY a.json app.VEX.json /usr/share/
            ^^^^^^^^^^^^ A VEX document is better attached to the image as an attestation, where scanners find it and it can change.

### other files
FROM debian:12
COPY convex.json vex.yaml vex.json.txt app-vex /usr/share/
COPY vex/ /usr/share/
RUN cp app.vex.json /usr/share/

### without FROM
COPY app.vex.json /usr/share/
     ^^^^^^^^^^^^ A VEX document is better attached to the image as an attestation, where scanners find it and it can change.
