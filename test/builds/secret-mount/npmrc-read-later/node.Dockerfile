FROM node:20-bookworm-slim
