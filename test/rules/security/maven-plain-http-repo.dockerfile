### Maven
FROM maven:3.9
ENV MAVEN_OPTS="-Xmx1g -Dmaven.wagon.http.ssl.insecure=true -Dmaven.wagon.http.ssl.allowall=true"
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Maven takes any certificate, so anybody in between can put other code into the build.
RUN mvn -Dmaven.wagon.http.ssl.insecure=true package
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Maven takes any certificate, so anybody in between can put other code into the build.
RUN ./mvnw -Dmaven.wagon.http.ssl.insecure=false package
RUN MAVEN_OPTS=-Dmaven.wagon.http.ssl.insecure=true mvn package
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Maven takes any certificate, so anybody in between can put other code into the build.
RUN export MAVEN_OPTS=-Dmaven.wagon.http.ssl.insecure=true && mvn package
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Maven takes any certificate, so anybody in between can put other code into the build.

### protocols
FROM maven:3.9
RUN mvn -Dhttps.protocols=TLSv1 package && mvn -Dhttps.protocols=TLSv1.1,TLSv1.2 package && mvn -Dhttps.protocols=SSLv3 package
          ^^^^^^^^^^^^^^^^^^^^^ Protocols that can be broken are let in again; TLSv1.2 and TLSv1.3 are what Java uses by itself.
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Protocols that can be broken are let in again; TLSv1.2 and TLSv1.3 are what Java uses by itself.
                                                                                                  ^^^^^^^^^^^^^^^^^^^^^ Protocols that can be broken are let in again; TLSv1.2 and TLSv1.3 are what Java uses by itself.
RUN mvn -Dhttps.protocols=TLSv1.2 package && mvn -Dhttps.protocols=TLSv1.2,TLSv1.3 package && echo -Dhttps.protocols=TLSv1
ENV JAVA_TOOL_OPTIONS=-Dhttps.protocols=TLSv1.0
                        ^^^^^^^^^^^^^^^^^^^^^^^ Protocols that can be broken are let in again; TLSv1.2 and TLSv1.3 are what Java uses by itself.
ARG GRADLE_OPTS=-Dhttps.protocols=TLSv1
                  ^^^^^^^^^^^^^^^^^^^^^ Protocols that can be broken are let in again; TLSv1.2 and TLSv1.3 are what Java uses by itself.

### Gradle
FROM gradle:8
RUN echo 'repositories { maven { url "http://a.example.com"; allowInsecureProtocol = true } }' >> build.gradle
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Gradle downloads by plain http, so anybody in between can put other code into the build.
RUN echo 'isAllowInsecureProtocol = true' >> build.gradle.kts && echo 'allowInsecureProtocol = false' >> build.gradle
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Gradle downloads by plain http, so anybody in between can put other code into the build.
COPY <<EOF build.gradle
maven { allowInsecureProtocol true }
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ Gradle downloads by plain http, so anybody in between can put other code into the build.
EOF

### ONBUILD, and without FROM
ONBUILD RUN mvn -Dmaven.wagon.http.ssl.insecure=true package
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Maven takes any certificate, so anybody in between can put other code into the build.
ONBUILD ENV MAVEN_OPTS=-Dmaven.wagon.http.ssl.insecure=true
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Maven takes any certificate, so anybody in between can put other code into the build.
RUN mvn -Dmaven.wagon.http.ssl.insecure=true package
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Maven takes any certificate, so anybody in between can put other code into the build.
