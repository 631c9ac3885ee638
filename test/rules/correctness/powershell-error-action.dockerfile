### the shell is PowerShell
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
RUN Write-Host a
^^^ PowerShell goes on after an error here: $ErrorActionPreference = 'Stop' has it stop.
RUN Write-Host b; \
^^^ PowerShell goes on after an error here: $ErrorActionPreference = 'Stop' has it stop.
    Write-Host c
===>
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]
RUN Write-Host a
RUN Write-Host b; \
    Write-Host c

### it stops
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';"]
RUN Write-Host a

### it stops in the RUN
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["pwsh", "-Command"]
RUN $ErrorActionPreference='Stop'; Write-Host a
RUN $ErrorActionPreference = "Stop"; Write-Host a
RUN $errorActionPreference = 'SilentlyContinue'; Write-Host a
^^^ PowerShell goes on after an error here: $ErrorActionPreference = 'Stop' has it stop.

### called from cmd
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN powershell -Command Write-Host a
    ^^^^^^^^^^ PowerShell goes on after an error here: $ErrorActionPreference = 'Stop' has it stop.
RUN powershell.exe -NoProfile -Command "$ErrorActionPreference = 'Stop'; Write-Host a"
RUN powershell -File x.ps1
RUN dir
===> no fix

### called on Linux
FROM debian:12
RUN pwsh -Command 'Write-Host a; Write-Host b'
    ^^^^ PowerShell goes on after an error here: $ErrorActionPreference = 'Stop' has it stop.
RUN pwsh -File x.ps1 && pwsh --version && ls
RUN ["pwsh", "-Command", "Write-Host a"]
     ^^^^^^ PowerShell goes on after an error here: $ErrorActionPreference = 'Stop' has it stop.
RUN ["pwsh", "-File", "x.ps1"]
===> no fix

### only the shell in force counts
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
SHELL ["cmd", "/S", "/C"]
RUN dir

### SHELL with other flags
FROM debian:12
SHELL ["pwsh", "-NoProfile", "-c"]
RUN Write-Host a
^^^ PowerShell goes on after an error here: $ErrorActionPreference = 'Stop' has it stop.
===>
FROM debian:12
SHELL ["pwsh", "-NoProfile", "-c", "$ErrorActionPreference = 'Stop';"]
RUN Write-Host a

### no fix behind a text
FROM debian:12
SHELL ["pwsh", "-Command", "$ProgressPreference = 'SilentlyContinue';"]
RUN Write-Host a
^^^ PowerShell goes on after an error here: $ErrorActionPreference = 'Stop' has it stop.
===> no fix

### half typed
FROM debian:12
SHELL ["pwsh", "-Command"]
RUN
