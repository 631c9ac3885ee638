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
===> refused: The container serves /app/build, but the build writes to /app/dist.
