FROM node:20-bookworm-slim
RUN npm install -g pnpm@9.15.9
