### a site of files alone: nginx serves it on the same port
FROM node:20<|>
ARG VITE_API=/api
WORKDIR /app
COPY . .
RUN npm ci && npm run build
RUN npm install -g serve
EXPOSE 3000
CMD ["serve", "-s", "dist", "-l", "3000"]
--- file: package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "5.4.11" } }
===>
FROM node:20 AS build
ARG VITE_API=/api
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM nginx:1.28-alpine
COPY --from=build /app/dist /usr/share/nginx/html
RUN printf '%s\n' \
    'server {' \
    '    listen 3000;' \
    '    root /usr/share/nginx/html;' \
    '    absolute_redirect off;' \
    '    location / {' \
    '        try_files $uri $uri.html $uri/ /index.html;' \
    '    }' \
    '}' \
    > /etc/nginx/conf.d/default.conf
EXPOSE 3000

### a site: the preview's settings, and a script that passes more
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
USER node
CMD ["npm", "run", "preview", "--", "--port", "8080"]
--- file: package.json
{
  "scripts": { "build": "tsc && vite build", "preview": "vite preview --host" },
  "devDependencies": { "vite": "5.4.11" }
}
--- file: vite.config.ts
export default { build: { outDir: 'site' }, preview: { port: 5000 } };
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM nginxinc/nginx-unprivileged:1.28-alpine
COPY --from=build /app/site /usr/share/nginx/html
RUN printf '%s\n' \
    'server {' \
    '    listen 8080;' \
    '    root /usr/share/nginx/html;' \
    '    absolute_redirect off;' \
    '    location / {' \
    '        try_files $uri $uri.html $uri/ /index.html;' \
    '    }' \
    '}' \
    > /etc/nginx/conf.d/default.conf

### a site: what is served is not what is built
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["npx", "serve", "-s", "build"]
--- file: package.json
{ "scripts": { "build": "vite build" } }
===>
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["npx", "serve", "-s", "build"]

### a site: a server with settings of its own
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["npx", "serve", "-s", "dist", "-c", "../serve.json"]
--- file: package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "5.4.11" } }
===>
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build
RUN npm prune --omit=dev

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["npx", "serve", "-s", "dist", "-c", "../serve.json"]

### a site: the port by a variable with a default
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
EXPOSE 4000
CMD ["npm", "start"]
--- file: package.json
{ "scripts": { "build": "react-scripts build", "start": "serve -s build -l ${PORT:-4000}" }, "dependencies": { "serve": "14.2.4", "react-scripts": "5.0.1" } }
===>
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM nginx:1.28-alpine
COPY --from=build /app/build /usr/share/nginx/html
RUN printf '%s\n' \
    'server {' \
    '    listen 4000;' \
    '    root /usr/share/nginx/html;' \
    '    absolute_redirect off;' \
    '    location / {' \
    '        try_files $uri $uri.html $uri/ /index.html;' \
    '    }' \
    '}' \
    > /etc/nginx/conf.d/default.conf
EXPOSE 4000

### a site: Python's server in the directory of the build
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
RUN adduser --disabled-password --gecos '' web
WORKDIR /app/dist
EXPOSE 8000
CMD ["python3", "-m", "http.server"]
--- file: package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "5.4.11" } }
===>
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM nginx:1.28-alpine
COPY --from=build /app/dist /usr/share/nginx/html
RUN printf '%s\n' \
    'server {' \
    '    listen 8000;' \
    '    root /usr/share/nginx/html;' \
    '    absolute_redirect off;' \
    '    location / {' \
    '        try_files $uri $uri.html $uri/ =404;' \
    '    }' \
    '    error_page 404 /404.html;' \
    '}' \
    > /etc/nginx/conf.d/default.conf
WORKDIR /app/dist
EXPOSE 8000

### a site: pm2 serves it
FROM node:20<|>
RUN npm install -g pm2
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["pm2-runtime", "serve", "build", "8080", "--spa"]
--- file: package.json
{ "scripts": { "build": "react-scripts build" }, "dependencies": { "react-scripts": "5.0.1" } }
===>
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM nginx:1.28-alpine
COPY --from=build /app/build /usr/share/nginx/html
RUN printf '%s\n' \
    'server {' \
    '    listen 8080;' \
    '    root /usr/share/nginx/html;' \
    '    absolute_redirect off;' \
    '    location / {' \
    '        try_files $uri $uri.html $uri/ /index.html;' \
    '    }' \
    '}' \
    > /etc/nginx/conf.d/default.conf

### a site: Angular's output by its settings
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npx ng build --configuration production
RUN npm install -g http-server
CMD ["http-server", "dist/shop/browser", "-p", "8080"]
--- file: package.json
{ "devDependencies": { "@angular/cli": "18" } }
--- file: angular.json
{ "projects": { "shop": { "architect": { "build": { "builder": "@angular-devkit/build-angular:application", "options": { "outputPath": "dist/shop" } } } } } }
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npx ng build --configuration production

FROM nginx:1.28-alpine
COPY --from=build /app/dist/shop/browser /usr/share/nginx/html
RUN printf '%s\n' \
    'server {' \
    '    listen 8080;' \
    '    root /usr/share/nginx/html;' \
    '    absolute_redirect off;' \
    '    location / {' \
    '        try_files $uri $uri.html $uri/ =404;' \
    '    }' \
    '    error_page 404 /404.html;' \
    '}' \
    > /etc/nginx/conf.d/default.conf

### a site: the distribution's nginx stays, with the author's settings
FROM node:20<|>
RUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json .
RUN npm install
COPY . .
RUN npm run build && mkdir -p /var/www/app && cp -r dist/* /var/www/app/
RUN rm -f /etc/nginx/sites-enabled/default
COPY nginx.conf /etc/nginx/conf.d/app.conf
EXPOSE 80
CMD ["nginx", "-g", "daemon off;"]
--- file: package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "5.4.11" } }
--- file: nginx.conf
server {
  listen 80;
  root /var/www/app;
}
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json .
RUN npm install
COPY . .
RUN npm run build && mkdir -p /var/www/app && cp -r dist/* /var/www/app/

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /var/www/app /var/www/app
RUN rm -f /etc/nginx/sites-enabled/default
COPY nginx.conf /etc/nginx/conf.d/app.conf
EXPOSE 80
CMD ["nginx", "-g", "daemon off;"]

### a site: nginx hands requests on to a server beside it
FROM node:20<|>
RUN apt-get update && apt-get install -y nginx
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD service nginx start && node server.js
--- file: package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "5.4.11" } }
===> refused: The container does more than serve files when it starts.

### a site: the health check needs node
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
HEALTHCHECK CMD node check.js
CMD ["npx", "serve", "-s", "dist"]
--- file: package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "5.4.11" } }
===>
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build
RUN npm prune --omit=dev

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
HEALTHCHECK CMD node check.js
CMD ["npx", "serve", "-s", "dist"]

### a site: files come behind the build
FROM node:20<|>
WORKDIR /app
COPY package.json vite.config.js index.html ./
RUN npm install && npm run build
COPY robots.txt dist/
CMD ["npx", "serve", "-s", "dist"]
--- file: package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "5.4.11" } }
===> refused: Line 5 copies files behind the build of the site.

### a site: below a path of its own
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["npx", "vite", "preview"]
--- file: package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "5.4.11" } }
--- file: vite.config.ts
export default { base: '/app/' };
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["npx", "vite", "preview"]

### a site: rendered when it is asked for
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["npm", "run", "preview"]
--- file: package.json
{ "scripts": { "build": "astro build", "preview": "astro preview" }, "dependencies": { "astro": "4.16.18" } }
--- file: astro.config.mjs
export default { output: 'server' };
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["npm", "run", "preview"]

### a site: nothing builds it
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci
CMD ["npx", "http-server", "public"]
--- file: package.json
{ "devDependencies": { "http-server": "14.1.1" } }
===>
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["npx", "http-server", "public"]

### a site: an entry point writes settings into it
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
ENTRYPOINT ["./entrypoint.sh"]
CMD ["npx", "serve", "-s", "dist"]
--- file: entrypoint.sh
#!/bin/sh
sed -i "s#API_URL#$API_URL#" dist/index.html
exec "$@"
--- file: package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "5.4.11" } }
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
ENTRYPOINT ["./entrypoint.sh"]
CMD ["npx", "serve", "-s", "dist"]
