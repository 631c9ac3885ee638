### from a stage, from an image, without FROM, as JSON, quoted
--- settings: {"hadolint": true}
COPY --from=build / /
^^^^^^^^^^^^^^^^^^^^^ This copies everything that build has, its tools included: copy the files that are needed.
FROM debian
COPY --chown=app --from=nginx:1.29 / /
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This copies everything that nginx:1.29 has, its tools included: copy the files that are needed.
COPY --from=build ["/", "/"]
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This copies everything that build has, its tools included: copy the files that are needed.
COPY --from=build "/" '/'
^^^^^^^^^^^^^^^^^^^^^^^^^ This copies everything that build has, its tools included: copy the files that are needed.
COPY --from=build /etc/passwd / /
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This copies everything that build has, its tools included: copy the files that are needed.

### other sources and destinations, no --from, ONBUILD
FROM debian
COPY --from=build / /mnt
COPY --from=build /app /
COPY --from=build /. /
COPY --from=build // /
COPY / /
COPY . /
ADD / /
COPY --from=build /
COPY --from=build

### ONBUILD
--- settings: {"hadolint": true}
FROM debian
ONBUILD COPY --from=build / /
COPY --from=build /app /

### as by default
FROM debian
COPY --from=build / /
^^^^^^^^^^^^^^^^^^^^^ This copies everything that build has, its tools included: copy the files that are needed.
===> no fix
