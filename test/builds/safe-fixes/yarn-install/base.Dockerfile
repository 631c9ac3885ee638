FROM node:20-bookworm-slim
RUN npm install -g yarn@1.22.22
