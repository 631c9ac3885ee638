#escape=`
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
COPY app.exe C:\app\
RUN mkdir C:\logs && `
    echo ready > C:\logs\state.txt
USER ContainerUser
ENTRYPOINT ["C:\\app\\app.exe"]
