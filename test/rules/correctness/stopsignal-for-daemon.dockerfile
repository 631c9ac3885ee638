### OpenResty, httpd, systemd, init
FROM debian:12
cmd ["/usr/local/bin/openresty", "-g", "daemon off;"]
     ^^^^^^^^^^^^^^^^^^^^^^^^^^ openresty finishes its requests at SIGQUIT, but is stopped by SIGTERM: STOPSIGNAL says which.
FROM rockylinux:9
ENTRYPOINT ["httpd"]
            ^^^^^^^ httpd finishes its requests at SIGWINCH, but is stopped by SIGTERM: STOPSIGNAL says which.
CMD ["-DFOREGROUND"]
FROM debian:12
ENTRYPOINT ["/lib/systemd/systemd"]
            ^^^^^^^^^^^^^^^^^^^^^^ systemd shuts down at SIGRTMIN+3, but is stopped by SIGTERM: STOPSIGNAL says which.
FROM debian:12
# What runs.
CMD ["/sbin/init"]
     ^^^^^^^^^^^^ systemd shuts down at SIGRTMIN+3, but is stopped by SIGTERM: STOPSIGNAL says which.
===>
FROM debian:12
stopsignal SIGQUIT
cmd ["/usr/local/bin/openresty", "-g", "daemon off;"]
FROM rockylinux:9
STOPSIGNAL SIGWINCH
ENTRYPOINT ["httpd"]
CMD ["-DFOREGROUND"]
FROM debian:12
STOPSIGNAL SIGRTMIN+3
ENTRYPOINT ["/lib/systemd/systemd"]
FROM debian:12
STOPSIGNAL SIGRTMIN+3
# What runs.
CMD ["/sbin/init"]

### another signal
FROM debian:12
STOPSIGNAL TERM
           ^^^^ nginx finishes its requests at SIGQUIT, but is stopped by SIGTERM: STOPSIGNAL says which.
CMD ["nginx", "-g", "daemon off;"]
===>
FROM debian:12
STOPSIGNAL SIGQUIT
CMD ["nginx", "-g", "daemon off;"]

### the right one, in any spelling, of the stage or below
FROM debian:12 AS base
STOPSIGNAL 3
FROM base
CMD ["nginx", "-g", "daemon off;"]
FROM debian:12
CMD ["httpd", "-DFOREGROUND"]
STOPSIGNAL sigwinch
ARG S
FROM debian:12
STOPSIGNAL $S
CMD ["nginx", "-g", "daemon off;"]

### images that say it themselves
FROM nginx:1.29
CMD ["nginx", "-g", "daemon off;"]
FROM httpd:2.4
CMD ["httpd-foreground"]
FROM openresty/openresty:alpine
CMD ["openresty", "-g", "daemon off;"]

### no server, shell form, behind an entry point, another init
FROM debian:12 AS base
CMD ["nginx", "-t"]
FROM debian:12
CMD nginx -g 'daemon off;'
FROM debian:12
ENTRYPOINT ["/entry.sh"]
CMD ["nginx", "-g", "daemon off;"]
FROM alpine:3.22
CMD ["/sbin/init"]
FROM oraclelinux:6
CMD ["/sbin/init"]
FROM ubuntu:14.04
CMD ["/sbin/init"]
FROM debian:12
CMD ["/etc/init"]
FROM debian:12
CMD []

### images that say it themselves, and a file that says otherwise
FROM nginx:1.29
STOPSIGNAL SIGTERM
           ^^^^^^^ nginx finishes its requests at SIGQUIT, but is stopped by SIGTERM: STOPSIGNAL says which.
CMD ["nginx", "-g", "daemon off;"]
===>
FROM nginx:1.29
STOPSIGNAL SIGQUIT
CMD ["nginx", "-g", "daemon off;"]
