### what images bring
FROM ruby:3.4
RUN gem install bundler
                ^^^^^^^ The base image brings bundler already.
FROM node:22
RUN npm install -g npm
                   ^^^ The base image brings npm already.
RUN npm i -g npm@latest && npm ci
             ^^^^^^^^^^ The base image brings npm already.
FROM python:3.11
RUN pip install --upgrade pip setuptools wheel
                          ^^^^^^^^^^^^^^^^^^^^ The base image brings pip, setuptools and wheel already.
FROM python:3.13
RUN pip install --upgrade pip setuptools && pip install flask
                          ^^^ The base image brings pip already.
===>
FROM ruby:3.4
FROM node:22
RUN npm ci
FROM python:3.11
FROM python:3.13
RUN pip install --upgrade setuptools && pip install flask

### with a version
FROM ruby:3.4
RUN gem install bundler:2.5.0 && gem install bundler -v 2.5.0
FROM node:22
RUN npm install -g npm@10
FROM python:3.13
RUN pip install pip==25.0

### something else along with it
FROM ruby:3.4
RUN gem install bundler rake
                ^^^^^^^ The base image brings bundler already.
FROM node:22
RUN npm install -g npm pnpm@9
                   ^^^ The base image brings npm already.
===>
FROM ruby:3.4
RUN gem install rake
FROM node:22
RUN npm install -g pnpm@9

### other images, releases that did not bring it
FROM debian:12
RUN gem install bundler && npm install -g npm && pip install --upgrade pip
FROM ruby:2.5
RUN gem install bundler
FROM example.org/python:3.13
RUN pip install --upgrade pip

### in a place of its own
FROM python:3.13
RUN pip install --target /opt pip && npm install npm

### CUDA
FROM nvidia/cuda:12.4.1-devel-ubuntu22.04
RUN apt-get update && apt-get install -y cuda-toolkit-12-4 git
                                         ^^^^^^^^^^^^^^^^^ The base image brings cuda-toolkit-12-4 already.
RUN apt-get install -y libcudnn8
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
RUN apt-get install -y cuda-libraries-12-4
                       ^^^^^^^^^^^^^^^^^^^ The base image brings cuda-libraries-12-4 already.
RUN apt-get install -y cuda-nvcc-12-4
FROM nvidia/cuda:12.4.1-cudnn-runtime-ubuntu22.04
RUN apt-get install -y libcudnn8
                       ^^^^^^^^^ The base image brings libcudnn8 already.
===>
FROM nvidia/cuda:12.4.1-devel-ubuntu22.04
RUN apt-get update && apt-get install -y git
RUN apt-get install -y libcudnn8
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
RUN apt-get install -y cuda-nvcc-12-4
FROM nvidia/cuda:12.4.1-cudnn-runtime-ubuntu22.04

### Yarn in the images of Node.js
FROM node:20-alpine
RUN npm install -g yarn && yarn install
                   ^^^^ The base image brings yarn already.
===>
FROM node:20-alpine
RUN yarn install

### no Yarn, or one of a version
FROM node:26
RUN npm install -g yarn
FROM node:20
RUN npm install -g yarn@1.22.22
FROM node:20
RUN npm install yarn
