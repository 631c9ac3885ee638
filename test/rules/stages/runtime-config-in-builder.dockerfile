### each of them
FROM debian AS build
EXPOSE 80
^^^^^^^^^ Others only copy files from this stage, so its EXPOSE has no effect.
CMD ["a"]
^^^^^^^^^ Others only copy files from this stage, so its CMD has no effect.
ENTRYPOINT ["a"]
^^^^^^^^^^^^^^^^ Others only copy files from this stage, so its ENTRYPOINT has no effect.
HEALTHCHECK NONE
^^^^^^^^^^^^^^^^ Others only copy files from this stage, so its HEALTHCHECK has no effect.
VOLUME /data
^^^^^^^^^^^^ Others only copy files from this stage, so its VOLUME has no effect.
STOPSIGNAL SIGINT
^^^^^^^^^^^^^^^^^ Others only copy files from this stage, so its STOPSIGNAL has no effect.
USER app
ENV A=b
FROM debian
RUN --mount=from=build,target=/x true
===>
FROM debian AS build
USER app
ENV A=b
FROM debian
RUN --mount=from=build,target=/x true

### moved to the last stage
FROM debian AS build
EXPOSE 80
^^^^^^^^^ Others only copy files from this stage, so its EXPOSE has no effect.
RUN make

FROM debian
COPY --from=build /x /x
CMD ["/x"]
===> Move the EXPOSE to the last stage
FROM debian AS build
RUN make

FROM debian
COPY --from=build /x /x
CMD ["/x"]
EXPOSE 80

### the last stage has one, a variable
FROM debian AS build
CMD ["a"]
^^^^^^^^^ Others only copy files from this stage, so its CMD has no effect.
ARG PORT=80
EXPOSE $PORT
^^^^^^^^^^^^ Others only copy files from this stage, so its EXPOSE has no effect.
FROM debian
COPY --from=build /x /x
CMD ["/x"]
===>
FROM debian AS build
ARG PORT=80
FROM debian
COPY --from=build /x /x
CMD ["/x"]

### a base of another stage, one that nothing uses, the last one
FROM debian AS base
EXPOSE 80
FROM base AS build
FROM debian AS other
CMD ["b"]
FROM debian
COPY --from=base /x /x
COPY --from=build /x /x
CMD ["/x"]

### targets
--- settings: {"targets": ["api"]}
FROM debian AS api
CMD ["a"]
FROM debian
COPY --from=api /x /x

### for developers
FROM debian AS dev
CMD ["a"]
FROM debian
COPY --from=dev /x /x
