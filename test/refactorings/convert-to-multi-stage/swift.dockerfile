### a Vapor project
FROM swift:5.9<|>-jammy
WORKDIR /app
COPY . .
RUN swift package resolve
RUN swift build -c release
ENV PORT=8080
EXPOSE 8080
CMD ["./.build/release/App", "serve", "--env", "production", "--hostname", "0.0.0.0"]
--- file: Package.swift
// swift-tools-version:5.9
import PackageDescription

let package = Package(
    name: "hello",
    dependencies: [
        .package(url: "https://github.com/vapor/vapor.git", from: "4.83.1"),
    ],
    targets: [
        .executableTarget(name: "App", dependencies: [.product(name: "Vapor", package: "vapor")]),
        .testTarget(name: "AppTests", dependencies: ["App"]),
    ]
)
--- file: Sources/App/entrypoint.swift
// it's a program
app.middleware.use(FileMiddleware(publicDirectory: app.directory.publicDirectory))
let words = try String(contentsOfFile: "data/words.txt")
--- file: Public/app.css
body {}
--- file: data/words.txt
a
===>
FROM swift:5.9-jammy AS build
WORKDIR /app
COPY . .
RUN swift package resolve
RUN swift build -c release
RUN mkdir /resources && find -L .build/release -maxdepth 1 -name '*.resources' -exec cp -Ra {} /resources/ ';'

FROM swift:5.9-jammy-slim
WORKDIR /app
COPY --from=build /app/.build/release/App /app/.build/release/App
COPY --from=build /resources /app/.build/release
COPY --from=build /app/Public /app/Public
COPY --from=build /app/data/words.txt /app/data/words.txt
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
ENV PORT=8080
EXPOSE 8080
CMD ["./.build/release/App", "serve", "--env", "production", "--hostname", "0.0.0.0"]
### the programs are moved by the directory that Swift shows
FROM swift:5.1.1
WORKDIR /app<|>
COPY . .
RUN swift package clean
RUN swift build -c release
RUN mkdir /app/bin
RUN mv `swift build -c release --show-bin-path` /app/bin
EXPOSE 8080
ENTRYPOINT ./bin/release/Run serve --env local --hostname 0.0.0.0
--- file: Package.swift
let package = Package(name: "Til", targets: [.target(name: "App"), .target(name: "Run", dependencies: ["App"])])
--- file: Sources/Run/main.swift
try app(.detect()).run()
===>
FROM swift:5.1.1 AS build
WORKDIR /app
COPY . .
RUN swift package clean
RUN swift build -c release
RUN mkdir /app/bin
RUN mv `swift build -c release --show-bin-path` /app/bin

FROM swift:5.1.1-slim
WORKDIR /app
COPY --from=build /app/bin /app/bin
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
EXPOSE 8080
ENTRYPOINT ./bin/release/Run serve --env local --hostname 0.0.0.0
### a copy of the program, and packages of the system
FROM swift:5.10
RUN apt-get update && apt-get install -y libsqlite3-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN swift build -c release --static-swift-stdlib && cp "$(swift build -c release --show-bin-path)/tool" /usr/local/bin/<|>
ENTRYPOINT ["tool"]
--- file: Package.swift
let package = Package(name: "tool", targets: [.executableTarget(name: "tool", resources: [.process("Resources")])])
--- file: Sources/tool/main.swift
print("hi")
===>
FROM swift:5.10 AS build
RUN apt-get update && apt-get install -y libsqlite3-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN swift build -c release --static-swift-stdlib && cp "$(swift build -c release --show-bin-path)/tool" /usr/local/bin/

FROM swift:5.10-slim
RUN apt-get update && apt-get install -y libsqlite3-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY --from=build /usr/local/bin/tool /usr/local/bin/tool
COPY --from=build /build/.build/release/tool_tool.resources /usr/local/bin/tool_tool.resources
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
ENTRYPOINT ["tool"]
### swift run
FROM swift:5.9<|>
WORKDIR /app
COPY . .
RUN swift build -c release
CMD ["swift", "run", "-c", "release"]
--- file: Package.swift
let package = Package(name: "tool", targets: [.executableTarget(name: "tool")])
===> refused: The container runs swift, which needs the toolchain. CMD ["/app/.build/release/tool"] would start what it builds.
### the manifest is not here
FROM swift:5.9<|>
WORKDIR /app
COPY . .
RUN swift build
CMD [".build/debug/tool"]
===> refused: /app/Package.swift can't be read here, so what is built is not known.
### libraries of its own
FROM swift:5.9<|>
WORKDIR /app
COPY . .
RUN swift build
CMD [".build/debug/tool"]
--- file: Package.swift
let package = Package(name: "tool", products: [.library(name: "Kit", type: .dynamic, targets: ["Kit"])], targets: [.executableTarget(name: "tool"), .target(name: "Kit")])
===> refused: The package makes libraries that programs load when they start (type: .dynamic).
### no slim image
FROM swift:4.2<|>
WORKDIR /app
COPY . .
RUN swift build
CMD [".build/debug/tool"]
--- file: Package.swift
let package = Package(name: "tool", targets: [.target(name: "tool")])
===> refused: There is no slim image of Swift 4.2.
