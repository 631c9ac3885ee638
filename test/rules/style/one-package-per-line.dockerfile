### more than five on a line
FROM debian:12
RUN apt-get install -y a b c d e f
                       ^^^^^^^^^^^ 6 packages stand on one line.
RUN apt-get update && \
	apt-get install -y a b c d e f && \
	                   ^^^^^^^^^^^ 6 packages stand on one line.
	rm -rf /x
RUN apt-get install -y \
      a b c d e f \
      ^^^^^^^^^^^ 6 packages stand on one line.
      g h
RUN npm install -g a b --silent c d e f
                   ^^^^^^^^^^^^^^^^^^^^ 6 packages stand on one line.
===>
FROM debian:12
RUN apt-get install -y \
    a \
    b \
    c \
    d \
    e \
    f
RUN apt-get update && \
	apt-get install -y \
		a \
		b \
		c \
		d \
		e \
		f && \
	rm -rf /x
RUN apt-get install -y \
      a \
      b \
      c \
      d \
      e \
      f \
      g h
RUN npm install -g \
    a \
    b --silent \
    c \
    d \
    e \
    f

### five at most
FROM debian:12
RUN apt-get install -y a b c d e
RUN apt-get install -y a b c \
  d e f
RUN apt-get install -y --no-install-recommends -t x a b c d e && apk add a b

### another number
FROM debian:12
RUN apt-get install -y a b c
                       ^^^^^ 3 packages stand on one line.
RUN apt-get install -y a b
--- settings: {"options": {"packages": 2}}
===>
FROM debian:12
RUN apt-get install -y \
    a \
    b \
    c
RUN apt-get install -y a b

### exec form and quoted scripts
FROM debian:12
RUN ["apt-get", "install", "-y", "a", "b", "c", "d", "e", "f"]
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ 6 packages stand on one line.
RUN sh -c 'apt-get install -y a b c d e f'
                              ^^^^^^^^^^^ 6 packages stand on one line.
===> no fix

### another escape character
# escape=`
FROM debian:12
RUN apt-get install -y a b c d e f
                       ^^^^^^^^^^^ 6 packages stand on one line.
===>
# escape=`
FROM debian:12
RUN apt-get install -y `
    a `
    b `
    c `
    d `
    e `
    f

### in a here-document
FROM debian:12
RUN <<EOT
apt-get install -y a b c d e f
                   ^^^^^^^^^^^ 6 packages stand on one line.
EOT
--- lineEnds: LF
===>
FROM debian:12
RUN <<EOT
apt-get install -y \
    a \
    b \
    c \
    d \
    e \
    f
EOT
