# The service that answers the shop's web front end.
FROM node:20

WORKDIR /usr/src/app
COPY . .
RUN npm install
RUN npm run build
EXPOSE 3000
ENV NODE_ENV production
CMD npm start