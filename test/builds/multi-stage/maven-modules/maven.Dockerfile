FROM maven:3.8-openjdk-17
# Debian's repository of plugins stands for Maven Central.
RUN apt-get update && apt-get install -y --no-install-recommends libmaven-compiler-plugin-java libmaven-jar-plugin-java \
    libmaven-resources-plugin-java libmaven-dependency-plugin-java libsurefire-java && rm -rf /var/lib/apt/lists/*
RUN rm -f /usr/share/maven/conf/settings.xml && echo '<settings><mirrors><mirror><id>debian</id><mirrorOf>*</mirrorOf><url>file:///usr/share/maven-repo</url></mirror></mirrors></settings>' > /usr/share/maven/conf/settings.xml
