FROM centos:7
MAINTAINER Somebody <somebody@example.com>
RUN yum -y update; yum clean all
RUN yum -y install epel-release; yum -y install python-pip httpd mod_ssl-2.4.6; yum clean all
ADD https://example.com/app.tar.gz /opt/
RUN cd /opt && tar xf app.tar.gz && rm app.tar.gz
ADD ./start.sh /start.sh
RUN chmod 755 /start.sh
EXPOSE 80 443
CMD /start.sh
