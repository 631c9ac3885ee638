FROM continuumio/miniconda3:24.9.2-0
COPY environment.yml /tmp/environment.yml
RUN conda env create -f /tmp/environment.yml && conda clean -afy
SHELL ["conda", "run", "-n", "lab", "/bin/bash", "-c"]
RUN python -c "import numpy; print(numpy.__version__)"
COPY notebooks /notebooks
CMD ["conda", "run", "--no-capture-output", "-n", "lab", "jupyter", "lab", "--ip=0.0.0.0"]
