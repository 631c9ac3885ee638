FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /workspace
COPY pom.xml .
RUN mvn -B dependency:go-offline
COPY src src
RUN mvn -B -DskipTests package

FROM eclipse-temurin:21-jre
ARG JAR=target/app-*.jar
COPY --from=build /workspace/${JAR} /app.jar
RUN groupadd --system app && useradd --system --gid app app
USER app
ENTRYPOINT ["sh", "-c", "java $JAVA_OPTS -jar /app.jar"]
