### a staged program
FROM sbtscala/scala-sbt:eclipse-temurin-jammy-17.0.10_7_1.9.8_2.13.12<|>
WORKDIR /app
COPY . .
RUN sbt stage
EXPOSE 9000
CMD ["target/universal/stage/bin/shop", "-Dhttp.port=9000"]
--- file: build.sbt
name := "shop"
--- file: src/main/scala/App.scala
object App
===>
FROM sbtscala/scala-sbt:eclipse-temurin-jammy-17.0.10_7_1.9.8_2.13.12 AS build
WORKDIR /app
COPY . .
RUN sbt stage

FROM eclipse-temurin:17-jre-jammy
WORKDIR /app
COPY --from=build /app/target/universal/stage /app/target/universal/stage
EXPOSE 9000
CMD ["target/universal/stage/bin/shop", "-Dhttp.port=9000"]

### an assembled jar
FROM hseeberger/scala-sbt:11.0.13_1.6.1_2.13.7<|>
WORKDIR /app
COPY . .
RUN sbt clean assembly
CMD java -jar target/scala-2.13/shop-assembly-1.0.jar
--- file: build.sbt
name := "shop"
--- file: src/main/scala/App.scala
object App
===>
FROM hseeberger/scala-sbt:11.0.13_1.6.1_2.13.7 AS build
WORKDIR /app
COPY . .
RUN sbt clean assembly

FROM eclipse-temurin:11-jre
WORKDIR /app
COPY --from=build /app/target/scala-2.13/shop-assembly-1.0.jar /app/target/scala-2.13/shop-assembly-1.0.jar
CMD java -jar target/scala-2.13/shop-assembly-1.0.jar

### sbt runs the program
FROM hseeberger/scala-sbt:11.0.13_1.6.1_2.13.7<|>
WORKDIR /app
COPY . .
RUN sbt compile
CMD ["sbt", "run"]
===> refused: The container runs sbt run, which compiles when it starts and needs the JDK; sbt assembly or sbt stage in a RUN, and what it makes as CMD, would help.
