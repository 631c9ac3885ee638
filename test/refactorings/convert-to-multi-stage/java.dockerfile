### classes beside their sources
FROM openjdk:17<|>
COPY . /usr/src/myapp
WORKDIR /usr/src/myapp
RUN javac Main.java
CMD ["java", "Main"]
--- file: Main.java
class Main {}
--- file: Helper.java
class Helper {}
--- file: README.md
read me
===>
FROM openjdk:17 AS build
COPY . /usr/src/myapp
WORKDIR /usr/src/myapp
RUN javac Main.java

FROM eclipse-temurin:17-jre
WORKDIR /usr/src/myapp
COPY --from=build /usr/src/myapp/*.class /usr/src/myapp/
CMD ["java", "Main"]

### packages beside their sources, and files that they look up in the class path
FROM eclipse-temurin:21<|>
WORKDIR /code
COPY src .
RUN javac org/example/Main.java
ENTRYPOINT ["java", "org.example.Main"]
--- file: src/org/example/Main.java
package org.example;
class Main { Object texts = ResourceBundle.getBundle("texts"); }
--- file: src/texts.properties
a=b
--- file: src/texts_de.properties
a=c
===>
FROM eclipse-temurin:21 AS build
WORKDIR /code
COPY src .
RUN javac org/example/Main.java

FROM eclipse-temurin:21-jre
WORKDIR /code
COPY --from=build /code /code
ENTRYPOINT ["java", "org.example.Main"]

### packages beside their sources alone
FROM eclipse-temurin:21<|>
WORKDIR /code
COPY src .
RUN javac org/example/Main.java
ENTRYPOINT ["java", "org.example.Main"]
--- file: src/org/example/Main.java
package org.example;
class Main {}
===>
FROM eclipse-temurin:21 AS build
WORKDIR /code
COPY src .
RUN javac org/example/Main.java

FROM eclipse-temurin:21-jre
WORKDIR /code
COPY --from=build /code/org /code/org
ENTRYPOINT ["java", "org.example.Main"]

### a directory of classes, libraries of the context, and templates
FROM eclipse-temurin:17-jdk-alpine<|>
WORKDIR /app
COPY . .
RUN mkdir -p out && find src -name "*.java" > sources.txt && javac -cp "lib/*" -d out @sources.txt
EXPOSE 8080
CMD ["java", "-cp", "out:lib/*", "org.example.Main"]
--- file: src/org/example/Main.java
package org.example;
class Main { Object page = Path.of("templates/page.html"); }
--- file: lib/a.jar
jar
--- file: templates/page.html
<p>
===>
FROM eclipse-temurin:17-jdk-alpine AS build
WORKDIR /app
COPY . .
RUN mkdir -p out && find src -name "*.java" > sources.txt && javac -cp "lib/*" -d out @sources.txt

FROM eclipse-temurin:17-jre-alpine
WORKDIR /app
COPY --from=build /app/out /app/out
COPY --from=build /app/lib /app/lib
COPY --from=build /app/templates /app/templates
EXPOSE 8080
CMD ["java", "-cp", "out:lib/*", "org.example.Main"]

### a jar packed by hand, with a manifest that names libraries
FROM openjdk:11-jdk-slim<|>
WORKDIR /app
COPY . .
RUN javac -cp lib/a.jar -d classes src/Main.java && jar cfm app.jar manifest.txt -C classes .
CMD ["java", "-jar", "app.jar"]
--- file: src/Main.java
class Main {}
--- file: manifest.txt
Main-Class: Main
Class-Path: lib/a.jar
--- file: lib/a.jar
jar
===>
FROM openjdk:11-jdk-slim AS build
WORKDIR /app
COPY . .
RUN javac -cp lib/a.jar -d classes src/Main.java && jar cfm app.jar manifest.txt -C classes .

FROM eclipse-temurin:11-jre
WORKDIR /app
COPY --from=build /app/app.jar /app/app.jar
COPY --from=build /app/lib/a.jar /app/lib/a.jar
CMD ["java", "-jar", "app.jar"]

### a jar in a directory for programs
FROM openjdk:17<|>
WORKDIR /build
COPY src src
RUN javac -d . src/Main.java && jar --create --file /opt/app.jar --main-class Main Main.class
WORKDIR /
CMD java $JAVA_OPTS -jar /opt/app.jar
--- file: src/Main.java
class Main {}
===>
FROM openjdk:17 AS build
WORKDIR /build
COPY src src
RUN javac -d . src/Main.java && jar --create --file /opt/app.jar --main-class Main Main.class

FROM eclipse-temurin:17-jre
COPY --from=build /opt/app.jar /opt/app.jar
WORKDIR /
CMD java $JAVA_OPTS -jar /opt/app.jar

### a class in the root directory
FROM java:8<|>
COPY Main.java /
COPY driver.jar /driver.jar
RUN javac Main.java
CMD ["java", "-cp", ".:driver.jar", "Main"]
===>
FROM java:8 AS build
COPY Main.java /
COPY driver.jar /driver.jar
RUN javac Main.java

FROM eclipse-temurin:8-jre
COPY --from=build /*.class /
COPY --from=build /driver.jar /driver.jar
CMD ["java", "-cp", ".:driver.jar", "Main"]

### a source that is compiled when the container starts
FROM openjdk:17<|>
WORKDIR /app
COPY Main.java .
CMD ["java", "Main.java"]
===> refused: java compiles Main.java when the container starts, which needs the JDK; javac in a RUN, and java with the class, would help.

### a compiler in the start
FROM openjdk:17<|>
WORKDIR /app
COPY Main.java .
CMD javac Main.java && java Main
===> refused: The container calls javac, which only a JDK has.

### Java by a path that the runtime image does not have
FROM openjdk:17<|>
WORKDIR /app
COPY Main.java .
RUN javac Main.java
CMD ["/usr/bin/java", "Main"]
===> refused: The container starts /usr/bin/java, which is not in eclipse-temurin:17-jre; java alone is found there.

### a module of the JDK
FROM openjdk:17<|>
WORKDIR /app
COPY Main.java .
RUN javac Main.java
CMD ["java", "--add-modules", "jdk.jshell", "Main"]
===> refused: The container asks for the module jdk.jshell, which only a JDK has.

### a script that Java is started by, from its own directory
FROM openjdk:17<|>
WORKDIR /opt/tool
COPY . .
RUN javac -d bin src/*.java
ENTRYPOINT ["./run.sh"]
--- file: src/Main.java
class Main { Object o = new ProcessBuilder("git", "status"); }
--- file: run.sh
#!/bin/sh
cd "$(dirname "$0")"
exec java -cp bin Main "$@"
===>
FROM openjdk:17 AS build
WORKDIR /opt/tool
COPY . .
RUN javac -d bin src/*.java

FROM eclipse-temurin:17-jre
RUN apt-get update && \
    apt-get install -y --no-install-recommends git && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /opt/tool
COPY --from=build /opt/tool/bin /opt/tool/bin
COPY --from=build /opt/tool/run.sh /opt/tool/run.sh
ENTRYPOINT ["./run.sh"]

### calls in exec form, and the letters of jar in another order
FROM openjdk:17<|>
WORKDIR /app
COPY src src
RUN ["javac", "-sourcepath", "src", "-d", "build/classes", "src/app/Main.java"]
RUN jar -cvfe app.jar app.Main -C build/classes .
CMD ["java", "-jar", "app.jar"]
--- file: src/app/Main.java
package app; class Main {}
===>
FROM openjdk:17 AS build
WORKDIR /app
COPY src src
RUN ["javac", "-sourcepath", "src", "-d", "build/classes", "src/app/Main.java"]
RUN jar -cvfe app.jar app.Main -C build/classes .

FROM eclipse-temurin:17-jre
WORKDIR /app
COPY --from=build /app/app.jar /app/app.jar
CMD ["java", "-jar", "app.jar"]

### several class path entries, and settings given as an argument
FROM openjdk:17<|>
WORKDIR /app
COPY . .
RUN mkdir bin; javac -cp lib/*:. -d bin src/*.java \
    && rm -rf src
CMD ["java", "-classpath", "bin:lib/gson.jar:lib/other.jar", "Main", "--config=conf/app.yaml"]
--- file: src/Main.java
class Main {}
--- file: lib/gson.jar
x
--- file: lib/other.jar
x
--- file: conf/app.yaml
x
===>
FROM openjdk:17 AS build
WORKDIR /app
COPY . .
RUN mkdir bin; javac -cp lib/*:. -d bin src/*.java \
    && rm -rf src

FROM eclipse-temurin:17-jre
WORKDIR /app
COPY --from=build /app/bin /app/bin
COPY --from=build /app/lib/gson.jar /app/lib/gson.jar
COPY --from=build /app/lib/other.jar /app/lib/other.jar
COPY --from=build /app/conf /app/conf
CMD ["java", "-classpath", "bin:lib/gson.jar:lib/other.jar", "Main", "--config=conf/app.yaml"]

### a start script that a RUN writes
FROM openjdk:17<|>
WORKDIR /app
COPY . .
RUN javac Main.java && echo 'exec java -cp /app Main' > /run.sh && chmod +x /run.sh
CMD ["sh", "/run.sh"]
--- file: Main.java
class Main {}
===> refused: What run.sh starts can't be read here.

### the working directory is listed when the program runs
FROM openjdk:17<|>
WORKDIR /app
COPY . .
RUN javac Main.java
CMD ["java", "Main"]
--- file: Main.java
class Main { Object all = new File(".").listFiles(); }
--- file: notes.txt
text
===>
FROM openjdk:17 AS build
WORKDIR /app
COPY . .
RUN javac Main.java

FROM eclipse-temurin:17-jre
WORKDIR /app
COPY --from=build /app /app
CMD ["java", "Main"]

### a script of the project compiles
FROM eclipse-temurin:17<|>
WORKDIR /srv/app
COPY . .
RUN ./build.sh
CMD ["java", "-jar", "dist/server.jar"]
--- file: build.sh
#!/bin/sh
set -e
mkdir -p out dist
javac -d out $(find src -name '*.java')
jar cfe dist/server.jar Main -C out .
--- file: src/Main.java
class Main {}
===>
FROM eclipse-temurin:17 AS build
WORKDIR /srv/app
COPY . .
RUN ./build.sh

FROM eclipse-temurin:17-jre
WORKDIR /srv/app
COPY --from=build /srv/app/dist/server.jar /srv/app/dist/server.jar
CMD ["java", "-jar", "dist/server.jar"]

### a script that does more than compile
FROM eclipse-temurin:17<|>
WORKDIR /srv/app
COPY . .
RUN ./build.sh
CMD ["java", "-jar", "dist/server.jar"]
--- file: build.sh
#!/bin/sh
javac -d out src/Main.java
jar cfe dist/server.jar Main -C out .
cp settings.xml /etc/server.xml
--- file: src/Main.java
class Main {}
===> refused: Line 4 calls build.sh; what that leaves behind is not known.

### a directory of modules
FROM openjdk:17-slim<|>
WORKDIR /app
COPY src ./src
RUN javac -d mods/greet $(find src/greet -name '*.java')
CMD ["java", "-p", "mods", "-m", "greet/greet.Main"]
--- file: src/greet/module-info.java
module greet {}
--- file: src/greet/greet/Main.java
package greet;
class Main {}
===>
FROM openjdk:17-slim AS build
WORKDIR /app
COPY src ./src
RUN javac -d mods/greet $(find src/greet -name '*.java')

FROM eclipse-temurin:17-jre
WORKDIR /app
COPY --from=build /app/mods /app/mods
CMD ["java", "-p", "mods", "-m", "greet/greet.Main"]
