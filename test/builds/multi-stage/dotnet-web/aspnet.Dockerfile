# What of the SDK's package the runtime's image has: the host, and the shared frameworks.
FROM mcr.microsoft.com/dotnet/sdk:3.1 AS sdk
FROM debian:bookworm-slim
RUN file=$(ls /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1) \
 && sed 's/bookworm/bullseye/g' "$file" > "/etc/apt/sources.list.d/old.${file##*.}" \
 && apt-get update && apt-get install -y --no-install-recommends libssl1.1 \
 && rm -rf /etc/apt/sources.list.d/old.* /var/lib/apt/lists/*
COPY --from=sdk /usr/share/dotnet/dotnet /usr/share/dotnet/dotnet
COPY --from=sdk /usr/share/dotnet/host /usr/share/dotnet/host
COPY --from=sdk /usr/share/dotnet/shared /usr/share/dotnet/shared
RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 ASPNETCORE_URLS=http://+:80
