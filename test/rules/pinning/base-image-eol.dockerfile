### a language
FROM python:3.8-slim
     ^^^^^^^^^^^^^^^ Python 3.8 has had no security fixes since 2024-10-07.
===>
FROM python:3.11-slim

### a patch release becomes the next line
FROM ruby:2.7.8-alpine
     ^^^^^^^^^^^^^^^^^ Ruby 2.7 has had no security fixes since 2023-03-31.
===>
FROM ruby:3.3-alpine

### the system under a language that is still maintained
FROM python:3.12.1-slim-buster
     ^^^^^^^^^^^^^^^^^^^^^^^^^ Debian 10 (buster) has had no security fixes since 2024-06-30.
===>
FROM python:3.12-slim-bookworm

### both
FROM golang:1.18.3-alpine3.16
     ^^^^^^^^^^^^^^^^^^^^^^^^ Go 1.18 has had no security fixes since 2023-02-01, Alpine Linux 3.16 since 2024-05-23.
===>
FROM golang:1.26-alpine3.23

### distributions by number, by codename and with a date
FROM debian:9.13-slim
     ^^^^^^^^^^^^^^^^ Debian 9 (stretch) has had no security fixes since 2022-06-30.
FROM debian:stretch
     ^^^^^^^^^^^^^^ Debian 9 (stretch) has had no security fixes since 2022-06-30.
FROM ubuntu:bionic-20230530
     ^^^^^^^^^^^^^^^^^^^^^^ Ubuntu 18.04 (bionic) has had no security fixes since 2023-05-31.
FROM alpine:3.15.4
     ^^^^^^^^^^^^^ Alpine Linux 3.15 has had no security fixes since 2023-11-01.
FROM fedora:38
     ^^^^^^^^^ Fedora 38 has had no security fixes since 2024-05-21.
===>
FROM debian:12-slim
FROM debian:bookworm
FROM ubuntu:jammy
FROM alpine:3.22
FROM fedora:44

### the same as official images of an architecture, of a mirror, of a registry
FROM arm64v8/node:16
     ^^^^^^^^^^^^^^^ Node.js 16 has had no security fixes since 2023-09-11.
FROM public.ecr.aws/docker/library/node:16
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Node.js 16 has had no security fixes since 2023-09-11.
FROM registry.example.com/hub/library/node:16
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Node.js 16 has had no security fixes since 2023-09-11.
===>
FROM arm64v8/node:22
FROM public.ecr.aws/docker/library/node:22
FROM registry.example.com/hub/library/node:22

### a name of its own for a release line
FROM node:hydrogen-alpine
     ^^^^^^^^^^^^^^^^^^^^ Node.js 18 has had no security fixes since 2025-04-30.
===>
FROM node:22-alpine

### a version that leaves the rest open
FROM python:3
FROM node:24
FROM php:7-fpm
     ^^^^^^^^^ PHP 7.4 has had no security fixes since 2022-11-28.
===>
FROM python:3
FROM node:24
FROM php:8.3-fpm

### Python 2 has no next line
FROM python:2.7
     ^^^^^^^^^^ Python 2.7 has had no security fixes since 2020-01-01.
===> no fix

### .NET moved from Debian, and out of a folder
FROM mcr.microsoft.com/dotnet/core/sdk:3.1-buster AS build
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ .NET 3.1 has had no security fixes since 2022-12-13, Debian 10 (buster) since 2024-06-30.
FROM mcr.microsoft.com/dotnet/aspnet:6.0-alpine3.18
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ .NET 6.0 has had no security fixes since 2024-11-12, Alpine Linux 3.18 since 2025-05-09.
===>
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine

### images that nobody builds any more
FROM openjdk:8-jre-alpine
     ^^^^^^^^^^^^^^^^^^^^ The image openjdk has had no updates since 2022-07-31; eclipse-temurin takes its place.
FROM openjdk:11.0.16-jdk-slim
     ^^^^^^^^^^^^^^^^^^^^^^^^ The image openjdk has had no updates since 2022-07-31; eclipse-temurin takes its place.
FROM adoptopenjdk:8-jdk-openj9
     ^^^^^^^^^^^^^^^^^^^^^^^^^ The image adoptopenjdk has had no updates since 2021-08-01; eclipse-temurin takes its place.
FROM centos:7
     ^^^^^^^^ CentOS Linux 7 has had no security fixes since 2024-06-30.
FROM centos
     ^^^^^^ The image centos has had no updates since 2024-06-30.
===>
FROM eclipse-temurin:8-jre-alpine
FROM eclipse-temurin:11-jdk
FROM adoptopenjdk:8-jdk-openj9
FROM centos:7
FROM centos

### previews of Java are still published
FROM openjdk:27-ea-jdk

### a digest pins more than a tag
FROM node:14@sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Node.js 14 has had no security fixes since 2023-04-30.
===> no fix

### the default of an ARG
ARG NODE_VERSION=14
FROM node:${NODE_VERSION}-alpine
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Node.js 14 has had no security fixes since 2023-04-30.
===>
ARG NODE_VERSION=22
FROM node:${NODE_VERSION}-alpine

### the default of an ARG, in quotes
ARG VERSION="16.04"
FROM ubuntu:${VERSION}
     ^^^^^^^^^^^^^^^^^ Ubuntu 16.04 (xenial) has had no security fixes since 2021-04-30.
===>
ARG VERSION="22.04"
FROM ubuntu:${VERSION}

### the rest of the tag would have to change too
ARG NODE_VERSION=14
FROM node:${NODE_VERSION}-buster
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Node.js 14 has had no security fixes since 2023-04-30, Debian 10 (buster) since 2024-06-30.
===> no fix

### an ARG that other images use too
ARG VERSION=3.8
FROM python:${VERSION}
     ^^^^^^^^^^^^^^^^^ Python 3.8 has had no security fixes since 2024-10-07.
FROM alpine:${VERSION}
     ^^^^^^^^^^^^^^^^^ Alpine Linux 3.8 has had no security fixes since 2020-05-01.
===> no fix

### a default inside FROM
FROM node:${NODE_VERSION:-14}
     ^^^^^^^^^^^^^^^^^^^^^^^^ Node.js 14 has had no security fixes since 2023-04-30.
===> no fix

### what is still maintained
FROM node:24-bookworm-slim
FROM python:3.13-alpine3.22
FROM debian:trixie
FROM ubuntu:24.04
FROM eclipse-temurin:21-jre-alpine
FROM mcr.microsoft.com/dotnet/sdk:10.0
FROM golang:1.26

### the tag of an image that is not known may tell its system
FROM example/app:1.2-stretch
     ^^^^^^^^^^^^^^^^^^^^^^^ Debian 9 (stretch) has had no security fixes since 2022-06-30.
===> no fix

### a version of another thing, and of another registry's image
FROM example/node:14
FROM registry.example.com/node:14
FROM maven:3.9-eclipse-temurin-21

### rebuilds of well-known images
FROM mhart/alpine-node:8
     ^^^^^^^^^^^^^^^^^^^ Node.js 8 has had no security fixes since 2019-12-31.
FROM circleci/node:14
     ^^^^^^^^^^^^^^^^ Node.js 14 has had no security fixes since 2023-04-30.
===> no fix

### Windows images have tags of their own
FROM golang:1.18-windowsservercore-ltsc2022
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Go 1.18 has had no security fixes since 2023-02-01.
===> no fix

### a stage is no image
FROM node:24 AS node
FROM node AS next

### the old system of an image for one language line
FROM node:lts-buster-slim
     ^^^^^^^^^^^^^^^^^^^^ Debian 10 (buster) has had no security fixes since 2024-06-30.
FROM rust:1-buster
     ^^^^^^^^^^^^^ Debian 10 (buster) has had no security fixes since 2024-06-30.
===>
FROM node:lts-bookworm-slim
FROM rust:1-bookworm
