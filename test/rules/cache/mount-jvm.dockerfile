### settings in the same directory are not hidden
FROM maven:3.9 AS build
COPY settings.xml /root/.m2/
RUN mvn -B package
    ^^^^^^^^^^^^^^ Maven downloads everything again whenever this step reruns: there is no cache mount at /root/.m2/repository.
FROM gradle:8 AS gradle
USER gradle
RUN gradle build --no-daemon
    ^^^^^^^^^^^^^^^^^^^^^^^^ Gradle downloads everything again whenever this step reruns: there is no cache mount at /home/gradle/.gradle.
FROM eclipse-temurin:21 AS wrapper
RUN mkdir -p ~/.gradle && echo org.gradle.daemon=false > ~/.gradle/gradle.properties
RUN ./gradlew bootJar
    ^^^^^^^^^^^^^^^^^ Gradle downloads everything again whenever this step reruns: there is no cache mount at /root/.gradle/caches and /root/.gradle/wrapper.
FROM sbtscala/scala-sbt:eclipse-temurin-21 AS sbt
RUN sbt update
    ^^^^^^^^^^ sbt downloads everything again whenever this step reruns: there is no cache mount at /root/.sbt, /root/.ivy2 and /root/.cache/coursier.
FROM scratch
===>
FROM maven:3.9 AS build
COPY settings.xml /root/.m2/
RUN --mount=type=cache,target=/root/.m2/repository mvn -B package
FROM gradle:8 AS gradle
USER gradle
RUN --mount=type=cache,target=/home/gradle/.gradle,sharing=locked,uid=1000,gid=1000 gradle build --no-daemon
FROM eclipse-temurin:21 AS wrapper
RUN mkdir -p ~/.gradle && echo org.gradle.daemon=false > ~/.gradle/gradle.properties
RUN --mount=type=cache,target=/root/.gradle/caches,sharing=locked \
    --mount=type=cache,target=/root/.gradle/wrapper,sharing=locked \
    ./gradlew bootJar
FROM sbtscala/scala-sbt:eclipse-temurin-21 AS sbt
RUN --mount=type=cache,target=/root/.sbt \
    --mount=type=cache,target=/root/.ivy2 \
    --mount=type=cache,target=/root/.cache/coursier \
    sbt update
FROM scratch

### offline builds go online again
FROM maven:3.9 AS build
RUN mvn dependency:go-offline
    ^^^^^^^^^^^^^^^^^^^^^^^^^ Maven downloads everything again whenever this step reruns: there is no cache mount at /root/.m2.
COPY src src
RUN mvn -o -B package
===>
FROM maven:3.9 AS build
RUN --mount=type=cache,target=/root/.m2 mvn dependency:go-offline
COPY src src
RUN --mount=type=cache,target=/root/.m2 mvn -B package

### what is installed into the repository may be needed later
FROM maven:3.9
RUN mvn -B install -pl common
RUN mvn -B package

### the container runs the build tool
FROM maven:3.9
RUN mvn compile
CMD mvn exec:java

### nothing is resolved
FROM maven:3.9
RUN mvn -version && ./gradlew --version && mvn clean
