### programs
FROM nvidia/cuda:12.4.1-base-ubuntu22.04
RUN nvidia-smi
    ^^^^^^^^^^ A build has no GPU, so this fails or finds none.
RUN make && /usr/bin/nvidia-smi -L || true
            ^^^^^^^^^^^^^^^^^^^ A build has no GPU, so this fails or finds none.
RUN nvcc --version && echo nvidia-smi && command -v nvidia-smi && which nvidia-smi && apt-get install -y nvidia-smi
CMD ["nvidia-smi"]
HEALTHCHECK CMD nvidia-smi

### Python
FROM pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime
RUN python -c "import torch; print(torch.cuda.is_available())"
                                   ^^^^^^^^^^^^^^^^^^^^^^^^ A build has no GPU, so this finds none.
RUN python3 -c 'import torch; torch.cuda.get_device_name(0)' && python -c "import tensorflow as tf; print(tf.config.list_physical_devices('GPU'))"
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ A build has no GPU, so this finds none.
                                                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A build has no GPU, so this finds none.
RUN python - <<EOF
import torch
assert torch.cuda.device_count() > 0
       ^^^^^^^^^^^^^^^^^^^^^^^^ A build has no GPU, so this finds none.
EOF
RUN <<EOF
#!/usr/bin/env python3
import torch
print(torch.cuda.is_available())
      ^^^^^^^^^^^^^^^^^^^^^^^^ A build has no GPU, so this finds none.
EOF
RUN python -c "import torch; print(torch.version.cuda)"
RUN echo "torch.cuda.is_available()" > /check.py
CMD python -c "import torch; print(torch.cuda.is_available())"

### ONBUILD, and without FROM
ONBUILD RUN nvidia-smi
            ^^^^^^^^^^ A build has no GPU, so this fails or finds none.
RUN nvidia-smi
    ^^^^^^^^^^ A build has no GPU, so this fails or finds none.
