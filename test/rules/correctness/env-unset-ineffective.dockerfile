### of an ENV, or with nothing else
FROM debian:12
ENV A=b C=d
RUN unset A
    ^^^^^^^ A is unset in this RUN alone; later steps have what ENV says.
RUN make && unset A
            ^^^^^^^ A is unset in this RUN alone; later steps have what ENV says.
RUN make; unset X C
          ^^^^^^^^^ C is unset in this RUN alone; later steps have what ENV says.
RUN export A=
    ^^^^^^^^^ A is unset in this RUN alone; later steps have what ENV says.
RUN make && export A= C=
            ^^^^^^^^^^^^ A is unset in this RUN alone; later steps have what ENV says.
RUN unset X
    ^^^^^^^ X is unset in this RUN alone, which ends here.
RUN make && unset A && unset X
            ^^^^^^^ A is unset in this RUN alone; later steps have what ENV says.

### of the RUN's own, or for what follows in it
FROM debian:12
ENV A=b
RUN unset A && make
RUN export X=1 && make && unset X
RUN (unset A)
RUN export A=x
RUN unset -f A
RUN make || unset A; ls
ONBUILD RUN unset A
