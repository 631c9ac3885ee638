### in one call
FROM debian:12
RUN apt-get install -y curl git curl
                                ^^^^ This package is installed already.
RUN if true; then apt-get install -y \
      a \
      b \
      a; fi
      ^ This package is installed already.
RUN npm install a b a && pip install --target=x b b
                    ^ This package is installed already.
                                                  ^ This package is installed already.
===>
FROM debian:12
RUN apt-get install -y curl git
RUN if true; then apt-get install -y \
      a \
      b; fi
RUN npm install a b && pip install --target=x b

### in a later one
FROM debian:12
RUN apt-get update && apt-get install -y curl git
RUN apt-get install -y make curl
                            ^^^^ This package is installed already.
RUN pip install a && pip install b a
                                   ^ This package is installed already.
RUN npm install -g a && npm i -g b a
                                   ^ This package is installed already.
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl git
RUN apt-get install -y make
RUN pip install a && pip install b
RUN npm install -g a && npm i -g b

### nothing would be left
FROM debian:12
RUN apt-get install -y curl
RUN apt-get install -y curl
                       ^^^^ This package is installed already.
===> no fix

### not the same
FROM debian:12
RUN apt-get install -y curl && apt-get install -y curl=8 git
RUN pip install a==1 && pip install a==2 && pip3 install a==1
RUN npm install a && npm install a b
RUN apk add --virtual .deps gcc && apk add gcc
RUN apt-get install -y -t backports git
FROM debian:12
RUN apt-get install -y curl make
RUN yum install -y $X && yum install -y $X

### not for sure
FROM debian:12
RUN apt-get install -y curl || apt-get install -y curl git
RUN if [ a ]; then apt-get install -y x; else apt-get install -y x y; fi
RUN apt-get install -y gcc && make && apt-get purge -y gcc
RUN apt-get install -y gcc make
RUN pip install --upgrade pip && pip install --upgrade pip x
