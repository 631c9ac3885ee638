FROM node:20
WORKDIR /usr/src/app
ONBUILD ARG NODE_ENV
ONBUILD ENV NODE_ENV $NODE_ENV
ONBUILD COPY package*.json ./
ONBUILD RUN npm install && npm cache clean --force
ONBUILD COPY . .
ONBUILD RUN <<EOF
npm run build
EOF
CMD [ "npm", "start" ]
