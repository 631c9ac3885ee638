### a Windows image
# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
COPY --chown=app a C:/a
     ^^^^^^^^^^^ Windows containers have no owners as Linux has them: --chown has no effect or stops the build.
ADD --chown=1000 b C:/b
    ^^^^^^^^^^^^ Windows containers have no owners as Linux has them: --chown has no effect or stops the build.
COPY --chmod=755 c C:/c
STOPSIGNAL SIGTERM
^^^^^^^^^^ Windows containers have no signals: STOPSIGNAL has no effect.
RUN --mount=type=cache,target=C:/cache --mount=type=secret,id=x dir
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Builds of Windows images know no mounts.
                                       ^^^^^^^^^^^^^^^^^^^^^^^^ Builds of Windows images know no mounts.
SHELL ["/bin/sh", "-c"]
       ^^^^^^^^^ A Windows image has no /bin/sh.
SHELL ["cmd", "/S", "/C"]
SHELL ["powershell", "-Command"]
===>
# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
COPY a C:/a
ADD b C:/b
COPY --chmod=755 c C:/c
RUN dir
SHELL ["/bin/sh", "-c"]
SHELL ["cmd", "/S", "/C"]
SHELL ["powershell", "-Command"]

### a Linux image
FROM debian:12
COPY --chown=app a /a
STOPSIGNAL SIGTERM
RUN --mount=type=cache,target=/cache ls
SHELL ["/bin/bash", "-c"]

### Windows programs on Linux
FROM debian:12
RUN powershell -Command Get-Process
    ^^^^^^^^^^ A Linux image has no powershell: it is for Windows.
RUN powershell.exe -File x.ps1; cmd /c dir
    ^^^^^^^^^^^^^^ A Linux image has no powershell.exe: it is for Windows.
RUN cmd.exe /c dir
    ^^^^^^^ A Linux image has no cmd.exe: it is for Windows.
RUN Invoke-WebRequest https://a -OutFile a
    ^^^^^^^^^^^^^^^^^ A Linux image has no Invoke-WebRequest: it is for Windows.
RUN Install-WindowsFeature Web-Server
    ^^^^^^^^^^^^^^^^^^^^^^ A Linux image has no Install-WindowsFeature: it is for Windows.
SHELL ["powershell", "-Command"]
       ^^^^^^^^^^^^ A Linux image has no powershell.

### cmd on Linux
FROM alpine:3.22
SHELL ["cmd", "/S", "/C"]
       ^^^^^ A Linux image has no cmd.
RUN dir

### PowerShell for all systems
FROM debian:12
RUN pwsh -Command Get-Process
SHELL ["pwsh", "-Command"]
RUN Get-Process

### an image that nobody knows
FROM example.com/base
RUN powershell -Command Get-Process
SHELL ["cmd", "/S", "/C"]

### without FROM
STOPSIGNAL SIGTERM
RUN powershell -Command Get-Process
