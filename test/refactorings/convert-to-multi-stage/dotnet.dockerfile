### a web application: settings go with it, the listening address stays what it was
FROM mcr.microsoft.com/dotnet/sdk:8.0<|>
WORKDIR /src
COPY *.csproj ./
RUN dotnet restore
COPY . .
RUN dotnet publish -c Release -o /app --no-restore
WORKDIR /app
ENV ASPNETCORE_ENVIRONMENT=Production
EXPOSE 8080
ENTRYPOINT ["dotnet", "Shop.dll"]
--- file: Shop.csproj
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>
</Project>
--- file: Program.cs
var app = WebApplication.CreateBuilder(args).Build();
app.Run();
===>
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
WORKDIR /src
COPY *.csproj ./
RUN dotnet restore
COPY . .
RUN dotnet publish -c Release -o /app --no-restore

FROM mcr.microsoft.com/dotnet/aspnet:8.0
ENV ASPNETCORE_HTTP_PORTS=
COPY --from=build /app /app
WORKDIR /app
ENV ASPNETCORE_ENVIRONMENT=Production
EXPOSE 8080
ENTRYPOINT ["dotnet", "Shop.dll"]

### a console program by its default path, with the assembly's own name
FROM mcr.microsoft.com/dotnet/sdk:6.0.100-alpine3.15<|>
WORKDIR /app
COPY . .
RUN dotnet publish -c Release src/Worker
CMD ["dotnet", "src/Worker/bin/Release/net6.0/publish/acme-worker.dll"]
--- file: src/Worker/Worker.csproj
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net6.0</TargetFramework>
    <AssemblyName>acme-worker</AssemblyName>
  </PropertyGroup>
</Project>
===>
FROM mcr.microsoft.com/dotnet/sdk:6.0.100-alpine3.15 AS build
WORKDIR /app
COPY . .
RUN dotnet publish -c Release src/Worker

FROM mcr.microsoft.com/dotnet/runtime:6.0-alpine3.15
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false
RUN apk add --no-cache icu-data-full icu-libs tzdata
WORKDIR /app
COPY --from=build /app/src/Worker/bin/Release/net6.0/publish /app/src/Worker/bin/Release/net6.0/publish
CMD ["dotnet", "src/Worker/bin/Release/net6.0/publish/acme-worker.dll"]

### started from the project's directory: what it serves is opened there
FROM mcr.microsoft.com/dotnet/sdk:8.0-jammy<|>
WORKDIR /app
COPY . ./
ENV ASPNETCORE_URLS=http://+:5000
RUN dotnet publish -c Release -o out
ENTRYPOINT ["dotnet", "out/Web.dll"]
--- file: Web.csproj
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>
</Project>
--- file: Program.cs
var text = File.ReadAllText("data/list.txt");
--- file: appsettings.json
{}
--- file: wwwroot/site.css
a {}
--- file: data/list.txt
a
===>
FROM mcr.microsoft.com/dotnet/sdk:8.0-jammy AS build
WORKDIR /app
COPY . ./
RUN dotnet publish -c Release -o out

FROM mcr.microsoft.com/dotnet/aspnet:8.0-jammy
ENV ASPNETCORE_URLS=http://+:5000
WORKDIR /app
COPY --from=build /app/out /app/out
COPY --from=build /app/appsettings.json /app/appsettings.json
COPY --from=build /app/wwwroot /app/wwwroot
COPY --from=build /app/data/list.txt /app/data/list.txt
ENTRYPOINT ["dotnet", "out/Web.dll"]

### a health check brings curl, the user is the image's own
FROM mcr.microsoft.com/dotnet/sdk:8.0<|>
RUN apt-get update && apt-get install -y --no-install-recommends git libgdiplus && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN dotnet restore Api/Api.csproj && dotnet publish Api/Api.csproj -c Release -o /app/publish /p:UseAppHost=false
WORKDIR /app/publish
ENV ASPNETCORE_HTTP_PORTS=8080
USER app
HEALTHCHECK CMD curl -f http://localhost:8080/health
ENTRYPOINT ["dotnet", "Api.dll"]
--- file: Api/Api.csproj
<Project Sdk="Microsoft.NET.Sdk.Web"/>
===>
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends git libgdiplus && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN dotnet restore Api/Api.csproj && dotnet publish Api/Api.csproj -c Release -o /app/publish /p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:8.0
RUN apt-get update && apt-get install -y --no-install-recommends libgdiplus && rm -rf /var/lib/apt/lists/*
RUN apt-get update && \
    apt-get install -y --no-install-recommends curl && \
    rm -rf /var/lib/apt/lists/*
COPY --from=build /app/publish /app/publish
WORKDIR /app/publish
ENV ASPNETCORE_HTTP_PORTS=8080
USER app
HEALTHCHECK CMD curl -f http://localhost:8080/health
ENTRYPOINT ["dotnet", "Api.dll"]

### a program of its own, without a framework
FROM mcr.microsoft.com/dotnet/sdk:9.0<|>
WORKDIR /src
COPY . .
RUN dotnet publish -r linux-x64 --self-contained true -p:PublishSingleFile=true -o /out
ENTRYPOINT ["/out/tool"]
--- file: tool.csproj
<Project Sdk="Microsoft.NET.Sdk"/>
===>
FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish -r linux-x64 --self-contained true -p:PublishSingleFile=true -o /out

FROM mcr.microsoft.com/dotnet/runtime-deps:9.0
WORKDIR /src
COPY --from=build /out /out
ENTRYPOINT ["/out/tool"]

### built at every start
FROM mcr.microsoft.com/dotnet/sdk:8.0<|>
WORKDIR /app
COPY . .
RUN dotnet build
CMD ["dotnet", "run"]
===> refused: The container runs dotnet run, which builds at every start: run dotnet publish -o in a RUN, and start the .dll that it makes.

### a web application that is built and not published
FROM mcr.microsoft.com/dotnet/sdk:8.0<|>
WORKDIR /app
COPY . .
RUN dotnet build -c Release -o /out
CMD ["dotnet", "/out/Web.dll"]
--- file: Web.csproj
<Project Sdk="Microsoft.NET.Sdk.Web"/>
===> refused: Line 4 runs dotnet build, whose output lacks what a web application serves: run dotnet publish -o instead.

### another name than that of the project
FROM mcr.microsoft.com/dotnet/sdk:8.0<|>
WORKDIR /app
COPY . .
RUN dotnet publish -o /out
CMD ["dotnet", "/out/Web.dll"]
--- file: Api.csproj
<Project Sdk="Microsoft.NET.Sdk.Web"/>
===> refused: No project that line 4 builds is called Web, so that it would make Web.dll.

### from where nothing is published
FROM mcr.microsoft.com/dotnet/sdk:8.0<|>
WORKDIR /app
COPY . .
RUN dotnet publish -o /out
CMD ["dotnet", "/app/Web.dll"]
===> refused: No dotnet publish is known to put Web.dll into /app: name the directory with -o, and start the .dll from there.

### a release that is not out yet
FROM mcr.microsoft.com/dotnet/nightly/sdk:10.0-preview<|>
WORKDIR /app
COPY . .
RUN dotnet publish -o /out
CMD ["dotnet", "/out/Web.dll"]
===> refused: What mcr.microsoft.com/dotnet/nightly/sdk:10.0-preview is made of is not known.
