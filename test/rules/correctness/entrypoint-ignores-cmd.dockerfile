### shell form and CMD, in either order
FROM debian:12
CMD ["--port", "80"]
    ^^^^^^^^^^^^^^^^ ENTRYPOINT is in shell form, so this CMD is ignored.
ENTRYPOINT app --fast
===>
FROM debian:12
CMD ["--port", "80"]
ENTRYPOINT ["app", "--fast"]

### shell form with shell syntax
FROM debian:12
ENTRYPOINT app --port $PORT
CMD now
    ^^^ ENTRYPOINT is in shell form, so this CMD is ignored.
===> no fix

### an ENTRYPOINT of the stage below
FROM debian:12 AS base
ENTRYPOINT app
FROM base
CMD ["a"]
    ^^^^^ ENTRYPOINT is in shell form, so this CMD is ignored.

### text that takes the arguments, no CMD, an empty one, exec form
FROM debian:12 AS a
ENTRYPOINT app "$@"
CMD ["x"]
FROM debian:12 AS b
ENTRYPOINT app
FROM debian:12 AS c
ENTRYPOINT app
CMD []
FROM debian:12 AS d
ENTRYPOINT ["app"]
CMD ["x"]
FROM debian:12 AS e
ENTRYPOINT []
CMD ["x"]

### CMD repeats all of ENTRYPOINT
FROM debian:12
ENTRYPOINT ["java", "-jar"]
CMD ["java", "-jar", "app.jar"]
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ CMD repeats ENTRYPOINT, which gets it as an argument: the container runs java -jar java -jar app.jar.
===>
FROM debian:12
ENTRYPOINT ["java", "-jar"]
CMD ["app.jar"]

### CMD is nothing but ENTRYPOINT
FROM debian:12
ENTRYPOINT ["/app"]
CMD ["/app"]
    ^^^^^^^^ CMD repeats ENTRYPOINT, which gets it as an argument: the container runs /app /app.
===>
FROM debian:12
ENTRYPOINT ["/app"]

### CMD in shell form repeats it
FROM debian:12
ENTRYPOINT ["python"]
CMD python app.py
    ^^^^^^^^^^^^^ CMD repeats ENTRYPOINT, which gets it as an argument: it gets a shell and this text besides.
===> no fix

### the same program with other arguments
FROM debian:12
ENTRYPOINT ["java", "-jar"]
CMD ["java", "-version"]

### only the last ones count
FROM debian:12
ENTRYPOINT app
ENTRYPOINT ["app"]
CMD ["x"]
