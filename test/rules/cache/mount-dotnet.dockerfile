### restore and build apart
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
RUN dotnet restore
    ^^^^^^^^^^^^^^ .NET downloads everything again whenever this step reruns: there is no cache mount at /root/.nuget/packages.
COPY . .
RUN dotnet publish -c Release -o /app --no-restore
FROM mcr.microsoft.com/dotnet/aspnet:8.0
===>
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
RUN --mount=type=cache,target=/root/.nuget/packages dotnet restore
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages dotnet publish -c Release -o /app
FROM mcr.microsoft.com/dotnet/aspnet:8.0

### a build that must not run again
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
RUN dotnet build
    ^^^^^^^^^^^^ .NET downloads everything again whenever this step reruns: there is no cache mount at /root/.nuget/packages.
RUN dotnet test --no-build
FROM scratch
===> no fix

### other places
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
ENV NUGET_PACKAGES=/nuget
RUN dotnet restore && dotnet nuget locals all --clear
    ^^^^^^^^^^^^^^ .NET downloads everything again whenever this step reruns: there is no cache mount at /nuget.
FROM mcr.microsoft.com/dotnet/sdk:8.0
USER app
RUN dotnet restore
    ^^^^^^^^^^^^^^ .NET downloads everything again whenever this step reruns: there is no cache mount for what .NET downloads.
RUN --mount=type=cache,target=/root/.nuget/packages dotnet build
===> no fix

### a later step that could not download
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
RUN dotnet tool restore && dotnet restore
RUN dotnet ef migrations bundle
FROM mcr.microsoft.com/dotnet/sdk:8.0
RUN dotnet restore
RUN dotnet msbuild -t:Publish
