### channels
FROM debian:stable-slim
            ^^^^^^^^^^^ The tag stable-slim names no version and moves to the next release line one day.
FROM alpine:edge
            ^^^^ The tag edge names no version and moves to the next release line one day.
FROM ubuntu:rolling
            ^^^^^^^ The tag rolling names no version and moves to the next release line one day.
FROM nginx:mainline-alpine
           ^^^^^^^^^^^^^^^ The tag mainline-alpine names no version and moves to the next release line one day.
FROM example/app:nightly
                 ^^^^^^^ The tag nightly names no version and moves to the next release line one day.
===>
FROM debian:13-slim
FROM alpine:edge
FROM ubuntu:rolling
FROM nginx:mainline-alpine
FROM example/app:nightly

### only a variant
FROM node:alpine
          ^^^^^^ The tag alpine names no version and moves to the next release line one day.
FROM python:slim
            ^^^^ The tag slim names no version and moves to the next release line one day.
FROM golang:bookworm
            ^^^^^^^^ The tag bookworm names no version and moves to the next release line one day.
FROM example/app:slim
                 ^^^^ The tag slim names no version and moves to the next release line one day.
===>
FROM node:24-alpine
FROM python:3.14-slim
FROM golang:1.26-bookworm
FROM example/app:slim

### Node.js names its lines after elements
FROM node:lts-alpine
          ^^^^^^^^^^ The tag lts-alpine names no version and moves to the next release line one day.
FROM node:krypton-alpine
===>
FROM node:24-alpine
FROM node:krypton-alpine

### a codename is the version of a distribution
FROM debian:bookworm-slim
FROM ubuntu:noble
FROM buildpack-deps:trixie-curl

### a version beside the channel
FROM nginx:1.29-alpine
FROM jenkins/jenkins:2.528-lts
FROM rust:1.91-slim

### a date or a commit beside the channel
FROM debian:stable-20251020-slim
FROM example/app:main-3f2a91c

### a version of the distribution says nothing about the language
FROM node:lts-alpine3.22
          ^^^^^^^^^^^^^^ The tag lts-alpine3.22 names no version and moves to the next release line one day.
===>
FROM node:24-alpine3.22

### a variable with a default
ARG TAG=lts
FROM node:${TAG}
          ^^^^^^ The tag lts names no version and moves to the next release line one day.
===> no fix

### a variable without one
ARG TAG
FROM node:${TAG}

### a digest, a stage, a version that is not known
FROM node:lts@sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f AS lts
FROM lts
FROM example/app:blue

### images that are published by channels alone
FROM gcr.io/distroless/static:nonroot
FROM cgr.dev/chainguard/node:latest-dev

### latest alone has a rule of its own
FROM node:latest

### a repository for one version, which recommended leaves out
FROM adoptopenjdk/openjdk11:slim
                            ^^^^ The tag slim names no version and moves to the next release line one day.
===> no fix
