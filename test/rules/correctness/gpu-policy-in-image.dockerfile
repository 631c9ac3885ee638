### devices and capabilities
FROM nvidia/cuda:12.4.1-base-ubuntu22.04
ENV NVIDIA_VISIBLE_DEVICES=all NVIDIA_DRIVER_CAPABILITIES=all
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ The base image says so already, and which GPUs a container gets is for whoever starts it to say.
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This asks for all of the driver; compute,utility is what most programs need.
ENV NVIDIA_VISIBLE_DEVICES=0,1
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ Which GPUs a container gets is for whoever starts it to say.
ENV NVIDIA_VISIBLE_DEVICES GPU-3a23c669
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Which GPUs a container gets is for whoever starts it to say.
ENV CUDA_VISIBLE_DEVICES=0
    ^^^^^^^^^^^^^^^^^^^^^^ Which GPUs a program gets is for whoever starts the container to say.
ENV CUDA_VISIBLE_DEVICES=""
    ^^^^^^^^^^^^^^^^^^^^^^^ Which GPUs a program gets is for whoever starts the container to say.
ENV NVIDIA_DRIVER_CAPABILITIES=compute,all
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This asks for all of the driver; compute,utility is what most programs need.

### what is fine
FROM nvidia/cuda:12.4.1-base-ubuntu22.04
ENV NVIDIA_VISIBLE_DEVICES=none
ENV NVIDIA_VISIBLE_DEVICES=void
ENV NVIDIA_DRIVER_CAPABILITIES=compute,utility
ARG DEVICES=0
ENV CUDA_VISIBLE_DEVICES=$DEVICES NVIDIA_VISIBLE_DEVICES=${UNKNOWN}
ENV NVIDIA_REQUIRE_CUDA=cuda>=12.4
RUN CUDA_VISIBLE_DEVICES=0 python x.py

### all GPUs by the file's own choice
FROM ubuntu:24.04
ENV NVIDIA_VISIBLE_DEVICES=all

### the toolkit
FROM ubuntu:24.04
RUN apt-get update && apt-get install -y curl nvidia-container-toolkit nvidia-docker2=2.14.0-1
                                              ^^^^^^^^^^^^^^^^^^^^^^^^ This is for the machine that runs containers; inside of one it has no use.
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^ This is for the machine that runs containers; inside of one it has no use.
RUN apt-get install -y libnvidia-container1 nvidia-container-runtime nvidia-cuda-toolkit
                       ^^^^^^^^^^^^^^^^^^^^ This is for the machine that runs containers; inside of one it has no use.
                                            ^^^^^^^^^^^^^^^^^^^^^^^^ This is for the machine that runs containers; inside of one it has no use.

### ONBUILD, and without FROM
ONBUILD ENV CUDA_VISIBLE_DEVICES=0
            ^^^^^^^^^^^^^^^^^^^^^^ Which GPUs a program gets is for whoever starts the container to say.
ENV CUDA_VISIBLE_DEVICES=0
    ^^^^^^^^^^^^^^^^^^^^^^ Which GPUs a program gets is for whoever starts the container to say.
