FROM openjdk:17
RUN apt-get update && apt-get install -y --no-install-recommends gradle && rm -rf /var/lib/apt/lists/*
# The user and the places of the official image.
RUN groupadd -g 1000 gradle && useradd -g 1000 -u 1000 -m -s /bin/bash gradle && \
    mkdir /home/gradle/.gradle && chown gradle:gradle /home/gradle/.gradle && ln -s /home/gradle/.gradle /root/.gradle
VOLUME /home/gradle/.gradle
WORKDIR /home/gradle
CMD ["gradle"]
