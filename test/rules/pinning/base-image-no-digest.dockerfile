### every image but stages, scratch and what a variable may bring
ARG BASE
ARG PINNED=debian:12@sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f
FROM debian:12 AS build
     ^^^^^^^^^ debian:12 has no digest, so its content may change.
FROM build
FROM scratch
FROM $BASE
FROM $PINNED
FROM $OTHER
