FROM ubuntu:18.04
ENV DEBIAN_FRONTEND noninteractive
RUN apt-get update
RUN apt-get upgrade -y
RUN apt-get install -y software-properties-common && add-apt-repository ppa:example/ppa && apt-get update && apt-get install -y example
RUN apt-get install -y nginx \
    supervisor \
    vim
COPY nginx.conf /etc/nginx/nginx.conf
COPY supervisord.conf /etc/supervisor/conf.d/
RUN sudo apt-get -y autoremove && apt-get clean && rm -rf /var/lib/apt/lists/* /tmp/* /var/tmp/*
RUN cd /etc/nginx && sed -i 's/80/8080/' nginx.conf
EXPOSE 8080
CMD ["/usr/bin/supervisord", "-n"]
