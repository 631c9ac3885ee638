### versions, and a manifest that holds them
FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN dotnet tool install -g dotnet-ef --version 10.0.0 && dotnet tool install dotnet-ef@10.0.0
RUN dotnet tool restore && dotnet tool update x

### none
FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN dotnet tool install --tool-path /tools dotnet-trace
                                           ^^^^^^^^^^^^ dotnet-trace has no version: the next build may install a different one.
