### indexes and suffixes
FROM nvidia/cuda:12.1.1-devel-ubuntu22.04
RUN pip install torch --index-url https://download.pytorch.org/whl/cu118
                                                                   ^^^^^ This is for CUDA 11.8, and the base image has 12.1.
RUN pip3 install torch==2.1.0+cu118 torchvision --extra-index-url https://download.pytorch.org/whl/cu121
                              ^^^^^ This is for CUDA 11.8, and the base image has 12.1.
RUN pip install -f https://download.pytorch.org/whl/nightly/cu124/torch_nightly.html torch && python3 -m pip install x --index-url=https://download.pytorch.org/whl/cu92
                                                            ^^^^^ This is for CUDA 12.4, and the base image has 12.1.
                                                                                                                                                                    ^^^^ This is for CUDA 9.2, and the base image has 12.1.
RUN uv pip install torch --index-url https://download.pytorch.org/whl/cpu
===>
FROM nvidia/cuda:12.1.1-devel-ubuntu22.04
RUN pip install torch --index-url https://download.pytorch.org/whl/cu121
RUN pip3 install torch==2.1.0+cu118 torchvision --extra-index-url https://download.pytorch.org/whl/cu121
RUN pip install -f https://download.pytorch.org/whl/nightly/cu121/torch_nightly.html torch && python3 -m pip install x --index-url=https://download.pytorch.org/whl/cu121
RUN uv pip install torch --index-url https://download.pytorch.org/whl/cpu

### conda
FROM nvidia/cuda:11.8.0-base-ubuntu22.04
RUN conda install pytorch pytorch-cuda=12.1 -c pytorch -c nvidia && conda install cudatoolkit=11.3 && mamba install cuda-version=12.4
                          ^^^^^^^^^^^^^^^^^ This is for CUDA 12.1, and the base image has 11.8.
                                                                                  ^^^^^^^^^^^^^^^^ This is for CUDA 11.3, and the base image has 11.8.
                                                                                                                    ^^^^^^^^^^^^^^^^^ This is for CUDA 12.4, and the base image has 11.8.
RUN conda install pytorch pytorch-cuda=11.8 && conda install nvidia::cuda-toolkit==11.8.0

### the same version
FROM nvidia/cuda:11.8.0-runtime-ubuntu22.04
RUN pip install torch==2.1.0+cu118 --index-url https://download.pytorch.org/whl/cu118 && conda install pytorch-cuda=11.8

### an index that there is not
FROM nvidia/cuda:12.2.0-runtime-ubuntu22.04
RUN pip install torch --index-url https://download.pytorch.org/whl/cu118
                                                                   ^^^^^ This is for CUDA 11.8, and the base image has 12.2.
===> no fix

### variables
ARG CUDA=12.4.1
FROM nvidia/cuda:${CUDA}-runtime-ubuntu22.04 AS base
FROM base
ARG SUFFIX=cu118
RUN pip install torch --index-url https://download.pytorch.org/whl/$SUFFIX
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is for CUDA 11.8, and the base image has 12.4.
RUN pip install torch --index-url https://download.pytorch.org/whl/$UNKNOWN

### other images
FROM python:3.13
RUN pip install torch --index-url https://download.pytorch.org/whl/cu118
FROM nvidia/cuda:latest
RUN pip install torch --index-url https://download.pytorch.org/whl/cu118
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
RUN echo cu118 && curl -O https://example.com/cu118/x

### from a registry
FROM nvcr.io/nvidia/cuda:12.4.1-cudnn-devel-ubuntu22.04
RUN pip install torch==2.5.1+cu121
                             ^^^^^ This is for CUDA 12.1, and the base image has 12.4.
