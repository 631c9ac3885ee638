FROM python:3.12-slim
ARG PIP_INDEX_PASSWORD
ARG GITHUB_TOKEN=ghp_EXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLE12
ENV DATABASE_URL=postgres://shop:changeme@db:5432/shop \
    REDIS_URL=redis://cache:6379/0
ENV MYSQL_ROOT_PASSWORD password
COPY .env id_rsa /root/
RUN pip install --index-url https://build:${PIP_INDEX_PASSWORD}@pypi.example.com/simple -r requirements.txt
RUN git clone https://${GITHUB_TOKEN}@github.com/example/private.git /src && rm /root/id_rsa
RUN curl -H "Authorization: Bearer $GITHUB_TOKEN" https://api.example.com/download -o /tmp/x
RUN echo 'root:root' | chpasswd
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
