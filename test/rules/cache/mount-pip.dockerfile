### wherever pip is called from
FROM python:3.12
RUN python -m pip install --upgrade pip && pip3.12 wheel -r requirements.txt
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pip.
RUN cd /x && pip install .
             ^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pip.
===>
FROM python:3.12
RUN --mount=type=cache,target=/root/.cache/pip python -m pip install --upgrade pip && pip3.12 wheel -r requirements.txt
RUN --mount=type=cache,target=/root/.cache/pip cd /x && pip install .

### flags on lines of their own
FROM python:3.12
RUN pip install \
    ^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pip.
      --no-cache-dir \
      -r requirements.txt \
 && rm -rf /root/.cache/pip
RUN pip --no-cache-dir install flask \
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pip.
      --no-cache-dir
===>
FROM python:3.12
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install \
      -r requirements.txt
RUN --mount=type=cache,target=/root/.cache/pip \
      pip install flask

### switched off by a variable
FROM python:3.12
ENV PIP_NO_CACHE_DIR=0
RUN pip install flask

### moved by a variable or a flag
FROM python:3.12
ENV PIP_CACHE_DIR=/pip
RUN pip install flask
    ^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /pip.
ENV XDG_CACHE_HOME=/tmp PIP_CACHE_DIR=$SOMEWHERE
RUN pip install flask
    ^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount for what pip downloads.
RUN pip install --cache-dir /elsewhere flask
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /elsewhere.
RUN export PIP_CACHE_DIR=/exported && pip install flask
                                      ^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /exported.
===>
FROM python:3.12
ENV PIP_CACHE_DIR=/pip
RUN --mount=type=cache,target=/pip pip install flask
ENV XDG_CACHE_HOME=/tmp PIP_CACHE_DIR=$SOMEWHERE
RUN pip install flask
RUN --mount=type=cache,target=/elsewhere pip install --cache-dir /elsewhere flask
RUN --mount=type=cache,target=/exported export PIP_CACHE_DIR=/exported && pip install flask

### the home and the number of the user
FROM python:3.12-slim
RUN useradd -m -u 10001 -d /srv/app app
USER app
RUN pip install --user flask
    ^^^^^^^^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /srv/app/.cache/pip.
USER 10001:100
RUN pip install --user flask
    ^^^^^^^^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /srv/app/.cache/pip.
USER somebody
RUN pip install --user flask
    ^^^^^^^^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /home/somebody/.cache/pip.
USER root
RUN pip install flask
    ^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pip.
===>
FROM python:3.12-slim
RUN useradd -m -u 10001 -d /srv/app app
USER app
RUN --mount=type=cache,target=/srv/app/.cache/pip,uid=10001 pip install --user flask
USER 10001:100
RUN --mount=type=cache,target=/srv/app/.cache/pip,uid=10001,gid=100 pip install --user flask
USER somebody
RUN pip install --user flask
USER root
RUN --mount=type=cache,target=/root/.cache/pip pip install flask

### removes more than the mount would keep
FROM python:3.12
RUN pip install flask && rm -rf /root/.cache
    ^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pip.
===> no fix

### under sudo, in a virtual environment, from another stage's cache
FROM python:3.12
RUN sudo pip install flask
    ^^^^^^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pip.
RUN /opt/venv/bin/pip install flask
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pip downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pip.
COPY --from=wheels /root/.cache/pip /root/.cache/pip
RUN pip install flask
===>
FROM python:3.12
RUN sudo pip install flask
RUN --mount=type=cache,target=/root/.cache/pip /opt/venv/bin/pip install flask
COPY --from=wheels /root/.cache/pip /root/.cache/pip
RUN pip install flask

### mounted already, whoever's home it is in
FROM python:3.12
RUN --mount=type=cache,target=/root/.cache pip install flask
RUN --mount=type=cache,target=/home/app/.cache/pip pip install flask
RUN --mount=type=cache,id=pip,target=${CACHE} pip install flask
