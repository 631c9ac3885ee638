### dependencies first, and the jar by its place
FROM maven:3.9-eclipse-temurin-21<|>
WORKDIR /app

# dependencies change less often than sources
COPY pom.xml .
RUN mvn -B dependency:go-offline
COPY src ./src
RUN mvn -B package -DskipTests

# what it listens on
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "/app/target/demo-0.0.1-SNAPSHOT.jar"]
--- file: pom.xml
<project>
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>3.2.0</version>
  </parent>
  <artifactId>demo</artifactId>
  <version>0.0.1-SNAPSHOT</version>
  <dependencies>
    <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency>
  </dependencies>
  <build><plugins><plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>
</project>
--- file: src/main/java/App.java
class App {}
===>
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /app

# dependencies change less often than sources
COPY pom.xml .
RUN mvn -B dependency:go-offline
COPY src ./src
RUN mvn -B package -DskipTests

FROM eclipse-temurin:21-jre
WORKDIR /app
COPY --from=build /app/target/demo-0.0.1-SNAPSHOT.jar /app/target/demo-0.0.1-SNAPSHOT.jar

# what it listens on
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "/app/target/demo-0.0.1-SNAPSHOT.jar"]

### a wrapper, an argument for the jar, and settings beside it
FROM eclipse-temurin:17-jdk-jammy<|>
ARG JAR_FILE=target/*.jar
WORKDIR /workspace
COPY . .
RUN chmod +x mvnw && ./mvnw clean package && cp ${JAR_FILE} /app.jar
ENV SPRING_PROFILES_ACTIVE=prod
CMD java ${JAVA_OPTS} -jar /app.jar
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: mvnw
#!/bin/sh
--- file: src/main/java/App.java
class App {}
--- file: application-prod.yml
server: {}
--- file: README.md
read me
===>
FROM eclipse-temurin:17-jdk-jammy AS build
ARG JAR_FILE=target/*.jar
WORKDIR /workspace
COPY . .
RUN chmod +x mvnw && ./mvnw clean package && cp ${JAR_FILE} /app.jar

FROM eclipse-temurin:17-jre-jammy
WORKDIR /workspace
COPY --from=build /app.jar /app.jar
COPY --from=build /workspace/application-prod.yml /workspace/application-prod.yml
ENV SPRING_PROFILES_ACTIVE=prod
CMD java ${JAVA_OPTS} -jar /app.jar

### -f names the project, and COPY the places of its parts
FROM maven:3-jdk-8-alpine<|>
COPY src /home/app/src
COPY pom.xml /home/app
RUN mvn -f /home/app/pom.xml clean package
EXPOSE 8080
ENTRYPOINT ["java","-jar","/home/app/target/shop.jar"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version><build><finalName>shop</finalName></build></project>
--- file: src/main/java/App.java
class App {}
===>
FROM maven:3-jdk-8-alpine AS build
COPY src /home/app/src
COPY pom.xml /home/app
RUN mvn -f /home/app/pom.xml clean package

FROM eclipse-temurin:8-jre-alpine
COPY --from=build /home/app/target/shop.jar /home/app/target/shop.jar
EXPOSE 8080
ENTRYPOINT ["java","-jar","/home/app/target/shop.jar"]

### files that a source names, and a directory that frameworks look into
FROM maven:3.8-openjdk-17<|>
WORKDIR /usr/src/app
COPY . .
RUN mvn package
CMD ["java", "-jar", "target/demo-1.0.jar", "server", "conf/server.yml"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App { Object rows = Files.readString(Path.of("data", "rows.csv")); Object local = new File("src/main/resources/local.json"); }
--- file: src/main/resources/local.json
{}
--- file: data/rows.csv
1
--- file: conf/server.yml
port: 8080
--- file: docs/manual.txt
not opened
===>
FROM maven:3.8-openjdk-17 AS build
WORKDIR /usr/src/app
COPY . .
RUN mvn package

FROM eclipse-temurin:17-jre
WORKDIR /usr/src/app
COPY --from=build /usr/src/app/target/demo-1.0.jar /usr/src/app/target/demo-1.0.jar
COPY --from=build /usr/src/app/conf /usr/src/app/conf
COPY --from=build /usr/src/app/data /usr/src/app/data
COPY --from=build /usr/src/app/src/main/resources/local.json /usr/src/app/src/main/resources/local.json
CMD ["java", "-jar", "target/demo-1.0.jar", "server", "conf/server.yml"]

### libraries beside the jar, which its manifest names
FROM maven:3.8-openjdk-11<|>
WORKDIR /app
COPY . .
RUN mvn package
CMD ["java", "-jar", "target/demo.jar"]
--- file: pom.xml
<project>
  <artifactId>demo</artifactId><version>1.0</version>
  <dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId></dependency></dependencies>
  <build>
    <finalName>demo</finalName>
    <plugins>
      <plugin><artifactId>maven-jar-plugin</artifactId><configuration><archive><manifest>
        <addClasspath>true</addClasspath><classpathPrefix>libs/</classpathPrefix>
      </manifest></archive></configuration></plugin>
      <plugin><artifactId>maven-dependency-plugin</artifactId><executions><execution>
        <goals><goal>copy-dependencies</goal></goals>
        <configuration><outputDirectory>${project.build.directory}/libs</outputDirectory></configuration>
      </execution></executions></plugin>
    </plugins>
  </build>
</project>
--- file: src/main/java/App.java
class App {}
===>
FROM maven:3.8-openjdk-11 AS build
WORKDIR /app
COPY . .
RUN mvn package

FROM eclipse-temurin:11-jre
WORKDIR /app
COPY --from=build /app/target/demo.jar /app/target/demo.jar
COPY --from=build /app/target/libs /app/target/libs
CMD ["java", "-jar", "target/demo.jar"]

### a manifest that names what the file does not tell takes the whole directory
FROM maven:3.8-openjdk-11<|>
WORKDIR /app
COPY . .
RUN mvn package
CMD ["java", "-jar", "target/demo-1.0.jar"]
--- file: pom.xml
<project>
  <artifactId>demo</artifactId><version>1.0</version>
  <build><plugins><plugin><artifactId>maven-jar-plugin</artifactId><configuration><archive><manifestEntries>
    <Class-Path>config/ lib/a.jar</Class-Path>
  </manifestEntries></archive></configuration></plugin></plugins></build>
</project>
--- file: src/main/java/App.java
class App {}
===>
FROM maven:3.8-openjdk-11 AS build
WORKDIR /app
COPY . .
RUN mvn package

FROM eclipse-temurin:11-jre
WORKDIR /app
COPY --from=build /app/target /app/target
CMD ["java", "-jar", "target/demo-1.0.jar"]

### classes and copied dependencies
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn compile dependency:copy-dependencies
CMD ["java", "-cp", "target/classes:target/dependency/*", "org.example.App"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
===>
FROM maven:3.8-openjdk-17 AS build
WORKDIR /app
COPY . .
RUN mvn compile dependency:copy-dependencies

FROM eclipse-temurin:17-jre
WORKDIR /app
COPY --from=build /app/target/classes /app/target/classes
COPY --from=build /app/target/dependency /app/target/dependency
CMD ["java", "-cp", "target/classes:target/dependency/*", "org.example.App"]

### one module of several, whose version comes from its parent
FROM maven:3.8-openjdk-17<|>
WORKDIR /src
COPY . .
RUN mvn -pl web -am -DskipTests package
CMD ["java", "-jar", "web/target/web-2.1.jar"]
--- file: pom.xml
<project><groupId>g</groupId><artifactId>parent</artifactId><version>2.1</version><packaging>pom</packaging><modules><module>web</module></modules></project>
--- file: web/pom.xml
<project><parent><groupId>g</groupId><artifactId>parent</artifactId><version>2.1</version></parent><artifactId>web</artifactId></project>
--- file: web/src/main/java/App.java
class App {}
===>
FROM maven:3.8-openjdk-17 AS build
WORKDIR /src
COPY . .
RUN mvn -pl web -am -DskipTests package

FROM eclipse-temurin:17-jre
WORKDIR /src
COPY --from=build /src/web/target/web-2.1.jar /src/web/target/web-2.1.jar
CMD ["java", "-jar", "web/target/web-2.1.jar"]

### Quarkus runs from a directory
FROM maven:3.9-eclipse-temurin-17<|>
WORKDIR /code
COPY . .
RUN mvn package
CMD ["java", "-jar", "target/quarkus-app/quarkus-run.jar"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version><build><plugins><plugin><artifactId>quarkus-maven-plugin</artifactId></plugin></plugins></build></project>
--- file: src/main/java/App.java
class App {}
===>
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /code
COPY . .
RUN mvn package

FROM eclipse-temurin:17-jre
WORKDIR /code
COPY --from=build /code/target/quarkus-app /code/target/quarkus-app
CMD ["java", "-jar", "target/quarkus-app/quarkus-run.jar"]

### an agent that a RUN fetches, a script that starts, and a health check
FROM maven:3.8-openjdk-17<|>
RUN apt-get update && apt-get install -y git curl && rm -rf /var/lib/apt/lists/*
ADD https://example.org/agent.jar /opt/agent/agent.jar
WORKDIR /app
COPY . .
RUN mvn -q package && mv target/demo-*.jar demo.jar
COPY docker/start.sh /start.sh
HEALTHCHECK CMD curl -f localhost:8080/health
ENTRYPOINT ["/start.sh"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
--- file: docker/start.sh
#!/bin/bash
set -e
OPTS="-javaagent:/opt/agent/agent.jar"
exec java $OPTS -jar demo.jar "$@"
===>
FROM maven:3.8-openjdk-17 AS build
RUN apt-get update && apt-get install -y git curl && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN mvn -q package && mv target/demo-*.jar demo.jar

FROM eclipse-temurin:17-jre
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/demo.jar /app/demo.jar
ADD https://example.org/agent.jar /opt/agent/agent.jar
COPY docker/start.sh /start.sh
HEALTHCHECK CMD curl -f localhost:8080/health
ENTRYPOINT ["/start.sh"]

### the locale that the author says also wins over the one of the runtime image
FROM maven:3.8-openjdk-11<|>
ENV LANG=de_DE.UTF-8
WORKDIR /app
COPY . .
RUN mvn package
CMD ["java", "-jar", "target/demo-1.0.jar"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
===>
FROM maven:3.8-openjdk-11 AS build
ENV LANG=de_DE.UTF-8
WORKDIR /app
COPY . .
RUN mvn package

FROM eclipse-temurin:11-jre
ENV LC_ALL=de_DE.UTF-8
ENV LANG=de_DE.UTF-8
WORKDIR /app
COPY --from=build /app/target/demo-1.0.jar /app/target/demo-1.0.jar
CMD ["java", "-jar", "target/demo-1.0.jar"]

### a user of its own, where Ubuntu's has its number
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn package
RUN useradd app && chown app /app
USER app
CMD ["java", "-jar", "target/demo-1.0.jar"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
===>
FROM maven:3.8-openjdk-17 AS build
WORKDIR /app
COPY . .
RUN mvn package

FROM eclipse-temurin:17-jre
RUN userdel --remove ubuntu 2>/dev/null || true
WORKDIR /app
COPY --from=build /app/target/demo-1.0.jar /app/target/demo-1.0.jar
RUN useradd app && chown app /app
USER app
CMD ["java", "-jar", "target/demo-1.0.jar"]

### Maven and the JDK of a distribution
FROM debian:bookworm<|>
RUN apt-get update && apt-get install -y openjdk-17-jdk-headless maven
WORKDIR /app
COPY . .
RUN mvn package
CMD ["java", "-jar", "target/demo-1.0.jar"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
===>
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y openjdk-17-jdk-headless maven
WORKDIR /app
COPY . .
RUN mvn package

FROM debian:bookworm-slim
RUN mkdir -p /usr/share/man/man1 && \
    apt-get update && \
    apt-get install -y --no-install-recommends openjdk-17-jre-headless && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/target/demo-1.0.jar /app/target/demo-1.0.jar
CMD ["java", "-jar", "target/demo-1.0.jar"]

### Maven unpacked by hand
FROM openjdk:11-jdk-slim<|>
ENV MAVEN_HOME=/opt/maven PATH=/opt/maven/bin:$PATH
RUN apt-get update && apt-get install -y wget \
 && wget -q https://archive.apache.org/dist/maven/maven-3/3.9.6/binaries/apache-maven-3.9.6-bin.tar.gz -O /tmp/maven.tgz \
 && tar -xzf /tmp/maven.tgz -C /opt && ln -s /opt/apache-maven-3.9.6 /opt/maven
COPY . /app
RUN cd /app && mvn -B package
WORKDIR /app/target
CMD ["java", "-jar", "demo-1.0.jar"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
===>
FROM openjdk:11-jdk-slim AS build
ENV MAVEN_HOME=/opt/maven PATH=/opt/maven/bin:$PATH
RUN apt-get update && apt-get install -y wget \
 && wget -q https://archive.apache.org/dist/maven/maven-3/3.9.6/binaries/apache-maven-3.9.6-bin.tar.gz -O /tmp/maven.tgz \
 && tar -xzf /tmp/maven.tgz -C /opt && ln -s /opt/apache-maven-3.9.6 /opt/maven
COPY . /app
RUN cd /app && mvn -B package

FROM eclipse-temurin:11-jre
COPY --from=build /app/target/demo-1.0.jar /app/target/demo-1.0.jar
WORKDIR /app/target
CMD ["java", "-jar", "demo-1.0.jar"]

### a web application that Tomcat runs
FROM tomcat:9-jdk17<|>
RUN apt-get update && apt-get install -y maven
WORKDIR /src
COPY . .
RUN mvn package && cp target/shop.war /usr/local/tomcat/webapps/ROOT.war
WORKDIR /usr/local/tomcat
EXPOSE 8080
CMD ["catalina.sh", "run"]
--- file: pom.xml
<project><artifactId>shop</artifactId><version>1.0</version><packaging>war</packaging><build><finalName>shop</finalName></build></project>
--- file: src/main/java/App.java
class App {}
===>
FROM tomcat:9-jdk17 AS build
RUN apt-get update && apt-get install -y maven
WORKDIR /src
COPY . .
RUN mvn package && cp target/shop.war /usr/local/tomcat/webapps/ROOT.war

FROM tomcat:9-jre17
COPY --from=build /usr/local/tomcat/webapps/ROOT.war /usr/local/tomcat/webapps/ROOT.war
WORKDIR /usr/local/tomcat
EXPOSE 8080
CMD ["catalina.sh", "run"]

### the container compiles when it starts
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn dependency:go-offline
CMD ["mvn", "spring-boot:run"]
===> refused: The container runs mvn spring-boot:run, which compiles when it starts and needs the JDK; mvn package in a RUN, and java -jar with the jar that it makes as CMD, would help.

### the container calls a tool of the JDK
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn package
HEALTHCHECK CMD jps | grep demo
CMD ["java", "-jar", "target/demo-1.0.jar"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
===> refused: The container calls jps, which only a JDK has.

### the program compiles Java
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn package
CMD ["java", "-jar", "target/demo-1.0.jar"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
import javax.tools.JavaCompiler;
class App {}
===> refused: The program compiles Java when it runs, which needs the JDK at run time.

### the version of Java is not in the tag
FROM maven:latest<|>
WORKDIR /app
COPY . .
RUN mvn package
CMD ["java", "-jar", "target/demo-1.0.jar"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
===> refused: Which version of Java maven:latest has can't be told from its tag; a tag that names it would help.

### a version of Java without a runtime image
FROM maven:3.6-openjdk-14<|>
WORKDIR /app
COPY . .
RUN mvn package
CMD ["java", "-jar", "target/demo-1.0.jar"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
===> refused: There is no image to run Java 14 without a compiler; with Java 17 or 21 there is one.

### a jar that the build does not make
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn package
CMD ["java", "-jar", "target/other.jar"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
===> refused: The container starts other.jar, but by pom.xml the build makes demo-1.0.jar.

### a jar of Maven's repository
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn install
CMD ["java", "-cp", "/root/.m2/repository/g/demo/1.0/demo-1.0.jar", "App"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
===> refused: The container needs /root/.m2/repository/g/demo/1.0/demo-1.0.jar, which only the image that builds has.

### a program that ran while the image was built may have left files
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn package
RUN java -jar target/demo-1.0.jar --migrate
CMD ["java", "-jar", "target/demo-1.0.jar"]
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
===> refused: Line 5 calls java; what that leaves behind is not known.

### nothing is packed
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn dependency:resolve
CMD ["java", "-jar", "app.jar"]
===> refused: No RUN packs the project with Maven.

### a JAR of a variable
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn package
CMD java -jar $APP_JAR
--- file: pom.xml
<project><artifactId>demo</artifactId><version>1.0</version></project>
--- file: src/main/java/App.java
class App {}
===> refused: What ${APP_JAR} is when the container starts can't be told.

### two programs of one build
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn package
CMD java -jar a/target/a-1.jar & java -jar b/target/b-1.jar; wait
--- file: pom.xml
<project><groupId>g</groupId><artifactId>p</artifactId><version>1</version></project>
--- file: a/pom.xml
<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent><artifactId>a</artifactId></project>
--- file: b/pom.xml
<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent><artifactId>b</artifactId></project>
--- file: b/src/main/java/B.java
class B {}
===>
FROM maven:3.8-openjdk-17 AS build
WORKDIR /app
COPY . .
RUN mvn package

FROM eclipse-temurin:17-jre
WORKDIR /app
COPY --from=build /app/a/target/a-1.jar /app/a/target/a-1.jar
COPY --from=build /app/b/target/b-1.jar /app/b/target/b-1.jar
CMD java -jar a/target/a-1.jar & java -jar b/target/b-1.jar; wait

### a jar that find copies
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn package && find target -maxdepth 1 -name '*.jar' -exec cp {} /app/service.jar \;
CMD ["java", "-jar", "/app/service.jar"]
--- file: pom.xml
<project><artifactId>p</artifactId><version>1</version></project>
--- file: src/main/java/B.java
class B {}
===>
FROM maven:3.8-openjdk-17 AS build
WORKDIR /app
COPY . .
RUN mvn package && find target -maxdepth 1 -name '*.jar' -exec cp {} /app/service.jar \;

FROM eclipse-temurin:17-jre
WORKDIR /app
COPY --from=build /app/service.jar /app/service.jar
CMD ["java", "-jar", "/app/service.jar"]

### a key store that a RUN makes
FROM maven:3.8-openjdk-17<|>
WORKDIR /app
COPY . .
RUN mvn package && keytool -genkeypair -keystore keystore.p12 -storepass changeit -alias a -dname CN=a
CMD ["java","-Djavax.net.ssl.keyStore=/app/keystore.p12","-jar","./target/p-1.jar"]
--- file: pom.xml
<project><artifactId>p</artifactId><version>1</version></project>
--- file: src/main/java/B.java
class B {}
===> refused: Line 4 calls keytool; what that leaves behind is not known.
