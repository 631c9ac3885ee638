### packages that PyPI has
FROM continuumio/miniconda3
RUN conda install -y -c conda-forge "numpy>=1.2" conda-forge::pandas scikit-learn=1.5
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PyPI has all of these packages, so uv can do what conda does here.
RUN mamba create -n env python=3.12 pytorch
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PyPI has all of these packages, so uv can do what conda does here.

### PyTorch, whose wheels have their CUDA
FROM nvidia/cuda:12.4.1-base-ubuntu22.04
RUN conda install -y pytorch torchvision pytorch-cuda=12.4 -c pytorch -c nvidia
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PyPI has all of these packages, so uv can do what conda does here.

### an environment for pip
FROM continuumio/miniconda3
RUN conda create -n env python=3.12 pip
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This conda only brings a Python for pip, so uv can do what both do here.
RUN pip install -r requirements.txt

### only a Python, for nothing that is seen
FROM continuumio/miniconda3
RUN conda create -n env python=3.12

### a library or a compiler
FROM continuumio/miniconda3
RUN conda install -y numpy cudatoolkit
RUN conda install -y gdal
RUN conda install -y gcc_linux-64

### a file says what
FROM continuumio/miniconda3
RUN conda env create -f environment.yml
RUN conda install --file requirements.txt

### pip alone
FROM python:3.13
RUN pip install numpy

### other calls
FROM continuumio/miniconda3
RUN conda clean -a && conda update conda && conda install
