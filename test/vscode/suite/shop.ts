/** A Dockerfile as people write them, with something for each family of rules to find. */
export const shop = `FROM node
ARG NPM_TOKEN
ENV DB_PASSWORD=hunter2
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build
CMD ["node", "dist/server.js"]
`;

/** The build context around it. */
export const shopFiles = {
  'package.json': JSON.stringify({
    name: 'shop',
    scripts: { build: 'tsc' },
    devDependencies: { typescript: '5.9.3' },
  }),
  'package-lock.json': JSON.stringify({ name: 'shop', lockfileVersion: 3 }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { outDir: 'dist', rootDir: 'src' } }),
  'src/server.ts': 'console.log("open");\n',
};
