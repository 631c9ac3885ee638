### the kernel's and the machine's
FROM debian:12
WORKDIR /proc/self
        ^^^^^^^^^^ /proc is no place for an application: a container has the system's own files there.
WORKDIR /sys/
        ^^^^^ /sys is no place for an application: a container has the system's own files there.
WORKDIR /dev/shm/x
        ^^^^^^^^^^ /dev is no place for an application: a container has the system's own files there.
WORKDIR "/boot"
        ^^^^^^^ /boot is no place for an application: a container has the system's own files there.
WORKDIR /initrd/a
        ^^^^^^^^^ /initrd is no place for an application: a container has the system's own files there.
WORKDIR /lost+found/a
        ^^^^^^^^^^^^^ /lost+found is no place for an application: a container has the system's own files there.
WORKDIR /proc
        ^^^^^ /proc is no place for an application: a container has the system's own files there.
WORKDIR self
        ^^^^ /proc is no place for an application: a container has the system's own files there.

### others
FROM debian:12
WORKDIR /
WORKDIR proc-data
WORKDIR /app/proc
WORKDIR /development
WORKDIR /system
WORKDIR /srv/dev
WORKDIR $NOWHERE/proc

### with variables
FROM debian:12
ARG TOP=/sys
WORKDIR $TOP/x
        ^^^^^^ /sys is no place for an application: a container has the system's own files there.

### relative to the root
FROM debian:12
WORKDIR dev

### ONBUILD, and without FROM
ONBUILD WORKDIR /proc/x
                ^^^^^^^ /proc is no place for an application: a container has the system's own files there.
WORKDIR /proc/y
        ^^^^^^^ /proc is no place for an application: a container has the system's own files there.

### Windows
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
WORKDIR /dev

### half typed
FROM debian:12
WORKDIR
