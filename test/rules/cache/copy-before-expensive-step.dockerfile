### only some sources are not needed: the COPY is split
FROM python:3.12
WORKDIR /app
COPY main.py requirements.txt util.py ./
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every change of main.py and util.py reruns "pip install" in line 4, which does not use them.
RUN pip install -r requirements.txt
===>
FROM python:3.12
WORKDIR /app
COPY requirements.txt ./
RUN pip install -r requirements.txt
COPY main.py util.py ./
### in exec form too
FROM node:20
WORKDIR /app
COPY ["index.js", "package.json", "./"]
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every change of index.js reruns "npm install" in line 4, which does not use it.
RUN npm install
===>
FROM node:20
WORKDIR /app
COPY ["package.json", "./"]
RUN npm install
COPY ["index.js", "./"]
### sources beside manifests that are there
FROM node:20
WORKDIR /app
COPY package*.json ./
COPY src ./src
^^^^^^^^^^^^^^ Every change of src reruns "npm ci" in line 6, which does not use it.
COPY patches ./patches
RUN npm ci
RUN npm run build
===>
FROM node:20
WORKDIR /app
COPY package*.json ./
COPY patches ./patches
RUN npm ci
COPY src ./src
RUN npm run build
### settings of tools are used
FROM node:20
COPY .npmrc /root/.npmrc
COPY id_ed25519 /root/.ssh/id_ed25519
COPY pip.conf /etc/pip.conf
RUN npm install -g pm2
### plug-ins of an application read its settings
FROM elasticsearch:7.17.0
COPY elasticsearch.yml /usr/share/elasticsearch/config/
RUN elasticsearch-plugin install analysis-icu
### programs, compilers and builds use what lies below their directory
FROM gcc:13
WORKDIR /src
COPY Makefile .
COPY lib lib
COPY include /src/include
RUN cd build && cmake .. && make
### but not what lies elsewhere
FROM gcc:13
WORKDIR /src
COPY . .
COPY nginx.conf /etc/nginx/nginx.conf
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every change of nginx.conf reruns "make" in line 5, which does not use it.
RUN make
### what was cloned a moment ago is no use of the context
FROM gcc:13
WORKDIR /src
COPY . .
^^^^^^^^ Every change of the copied files reruns "git clone" in line 4, which does not use them.
RUN git clone https://example.com/lib.git && cd lib && ./configure && make install
RUN make
===>
FROM gcc:13
WORKDIR /src
RUN git clone https://example.com/lib.git && cd lib && ./configure && make install
COPY . .
RUN make
### licences, keys and archives hardly ever change
FROM alpine:3.20
COPY LICENSE /LICENSE
COPY key.pem /opt/key.pem
COPY data.tar.gz /opt/
RUN wget https://example.com/a.bin -O /opt/a.bin
### manifests hardly matter to a tool that is installed by its name
FROM node:20
WORKDIR /app
COPY package.json .
RUN npm install -g pm2
RUN npm install
### cheap steps do not count
FROM debian:12
COPY run.sh /
RUN chmod +x /run.sh && mkdir -p /data && useradd app
RUN pip install --upgrade pip
RUN curl -f http://localhost:8080/health
### a link takes the file to where it is used
FROM alpine:3.20
COPY tool.py /opt/tool.py
RUN ln -s /opt/tool.py /usr/local/bin/tool
RUN tool --init && wget https://example.com/data -O /data
### a loop names it
FROM alpine:3.20
COPY a.sh b.sh /hooks/
RUN for hook in /hooks/*.sh; do sh $hook; done && wget https://example.com/data -O /data
### an emulator is needed by every RUN
FROM arm32v7/debian:12
COPY qemu-arm-static /usr/bin/
RUN wget https://example.com/data -O /data
### nothing below is slow
FROM alpine:3.20
RUN wget https://example.com/data -O /data
COPY entrypoint.sh /
### safe where nothing near is named or worked in
FROM alpine:3.20
COPY entrypoint.sh /entrypoint.sh
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every change of entrypoint.sh reruns "wget" in line 3, which does not use it.
RUN wget https://example.com/data -O /data
===>
FROM alpine:3.20
RUN wget https://example.com/data -O /data
COPY entrypoint.sh /entrypoint.sh
### the last line has no newline
FROM alpine:3.20
COPY entrypoint.sh /
^^^^^^^^^^^^^^^^^^^^ Every change of entrypoint.sh reruns "git clone" in line 3, which does not use it.
RUN git clone https://example.com/lib.git /opt/lib
===>
FROM alpine:3.20
RUN git clone https://example.com/lib.git /opt/lib
COPY entrypoint.sh /
### a RUN that only gives it another mode comes along
FROM alpine:3.20
COPY entrypoint.sh /
^^^^^^^^^^^^^^^^^^^^ Every change of entrypoint.sh reruns "git clone" in line 5, which does not use it.
# make it a program
RUN chmod +x /entrypoint.sh
RUN git clone https://example.com/lib.git /opt/lib
===>
FROM alpine:3.20
RUN git clone https://example.com/lib.git /opt/lib
COPY entrypoint.sh /
# make it a program
RUN chmod +x /entrypoint.sh
### but not to another user
FROM alpine:3.20
COPY entrypoint.sh /
^^^^^^^^^^^^^^^^^^^^ Every change of entrypoint.sh reruns "git clone" in line 5, which does not use it.
RUN chmod +x /entrypoint.sh
USER app
RUN git clone https://example.com/lib.git /opt/lib
===> no fix
