### the directory that installDist writes
FROM gradle:8-jdk17<|>
WORKDIR /home/gradle/src
COPY --chown=gradle:gradle . .
RUN gradle installDist --no-daemon
EXPOSE 8080
ENTRYPOINT ["build/install/shop/bin/shop"]
--- file: build.gradle
plugins { id 'application' }
--- file: settings.gradle
rootProject.name = 'shop'
--- file: src/main/java/App.java
class App {}
===>
FROM gradle:8-jdk17 AS build
WORKDIR /home/gradle/src
COPY --chown=gradle:gradle . .
RUN gradle installDist --no-daemon

FROM eclipse-temurin:17-jre
WORKDIR /home/gradle/src
COPY --from=build /home/gradle/src/build/install/shop /home/gradle/src/build/install/shop
EXPOSE 8080
ENTRYPOINT ["build/install/shop/bin/shop"]

### a jar of Spring Boot, the wrapper, and settings beside it
FROM eclipse-temurin:21-jdk-alpine<|>
WORKDIR /app
COPY . .
RUN chmod +x ./gradlew && ./gradlew bootJar -x test
EXPOSE 8080
CMD ["java", "-jar", "build/libs/shop-0.0.1-SNAPSHOT.jar"]
--- file: gradlew
#!/bin/sh
--- file: build.gradle.kts
plugins { id("org.springframework.boot") version "3.2.0" }
--- file: src/main/java/App.java
class App {}
--- file: application.yml
server: {}
===>
FROM eclipse-temurin:21-jdk-alpine AS build
WORKDIR /app
COPY . .
RUN chmod +x ./gradlew && ./gradlew bootJar -x test

FROM eclipse-temurin:21-jre-alpine
WORKDIR /app
COPY --from=build /app/build/libs/shop-0.0.1-SNAPSHOT.jar /app/build/libs/shop-0.0.1-SNAPSHOT.jar
COPY --from=build /app/application.yml /app/application.yml
EXPOSE 8080
CMD ["java", "-jar", "build/libs/shop-0.0.1-SNAPSHOT.jar"]

### no WORKDIR: the image has one of its own
FROM gradle:7.6-jdk11<|>
COPY . .
RUN gradle shadowJar
CMD java -jar build/libs/*-all.jar
--- file: build.gradle
plugins { id 'com.github.johnrengelman.shadow' }
--- file: src/main/kotlin/App.kt
class App
===>
FROM gradle:7.6-jdk11 AS build
COPY . .
RUN gradle shadowJar

FROM eclipse-temurin:11-jre
WORKDIR /home/gradle
COPY --from=build /home/gradle/build/libs/*-all.jar /home/gradle/build/libs/
CMD java -jar build/libs/*-all.jar

### an archive that is unpacked
FROM gradle:8-jdk17<|>
WORKDIR /src
COPY . .
RUN gradle distTar && tar -xf build/distributions/shop-1.0.tar -C /srv
CMD ["/srv/shop-1.0/bin/shop"]
--- file: build.gradle
plugins { id 'application' }
--- file: src/main/java/App.java
class App {}
===>
FROM gradle:8-jdk17 AS build
WORKDIR /src
COPY . .
RUN gradle distTar && tar -xf build/distributions/shop-1.0.tar -C /srv

FROM eclipse-temurin:17-jre
WORKDIR /src
COPY --from=build /srv/shop-1.0 /srv/shop-1.0
CMD ["/srv/shop-1.0/bin/shop"]

### another build directory
FROM gradle:8-jdk17<|>
WORKDIR /src
COPY . .
RUN gradle build
CMD ["java", "-jar", "build/libs/shop.jar"]
--- file: build.gradle
buildDir = 'out'
--- file: src/main/java/App.java
class App {}
===> refused: build.gradle gives the build another directory.

### a user of Gradle's image that the runtime image does not have
FROM gradle:8-jdk17<|>
USER gradle
WORKDIR /home/gradle/src
COPY --chown=gradle:gradle . .
RUN gradle build
CMD ["java", "-jar", "build/libs/shop.jar"]
--- file: build.gradle
plugins { id 'java' }
--- file: src/main/java/App.java
class App {}
===> refused: The user gradle may not be there in eclipse-temurin:17-jre.

### an app for Android
FROM gradle:8-jdk17<|>
WORKDIR /src
COPY . .
RUN gradle build
CMD ["java", "-jar", "build/libs/shop.jar"]
--- file: build.gradle
plugins { id 'com.android.application' }
===> refused: The project is an app for Android.

### Gradle starts the program
FROM gradle:8-jdk17<|>
WORKDIR /src
COPY . .
RUN gradle build
CMD ["./gradlew", "bootRun"]
===> refused: The container runs gradlew bootRun, which compiles when it starts and needs the JDK; gradle build in a RUN, and java -jar with the jar that it makes as CMD, would help.
