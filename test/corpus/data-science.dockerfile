FROM nvidia/cuda:12.4.1-cudnn-devel-ubuntu22.04
RUN apt-get update && apt-get install -y python3-pip git ffmpeg libsm6 libxext6 \
 && apt-get clean
WORKDIR /workspace
RUN pip3 install torch==2.5.1 torchvision --index-url https://download.pytorch.org/whl/cu124
RUN git clone https://github.com/example/model.git && cd model && pip3 install -e .
COPY requirements.txt requirements-dev.txt ./
RUN pip3 install --no-cache-dir -r requirements.txt -r requirements-dev.txt
COPY weights /weights
ENV HF_HOME=/weights TRANSFORMERS_OFFLINE=1
RUN python3 -c "import nltk; nltk.download('punkt')"
CMD python3 serve.py --port $PORT
