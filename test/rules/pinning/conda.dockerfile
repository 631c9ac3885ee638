### versions, channels, files
FROM continuumio/miniconda3:25.3.1-1
RUN conda install -y python=3.13 'numpy>=2' conda-forge::scipy=1.16 /x/y.conda z.tar.bz2
RUN conda env create -f environment.yml && mamba create -n x --file requirements.txt && conda update -y conda

### none
FROM continuumio/miniconda3:25.3.1-1
RUN mamba create -y -n env -c conda-forge python=3.13 numpy scipy
                                                      ^^^^^^^^^^^ numpy and scipy have no version: the next build may install different ones.
RUN micromamba install -y -n base pandas
                                  ^^^^^^ pandas has no version: the next build may install a different one.
