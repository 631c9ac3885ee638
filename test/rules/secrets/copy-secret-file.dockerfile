### by name
FROM alpine
COPY .env .env.production config/
     ^^^^ COPY takes .env into the image: a file of environment variables. (error)
          ^^^^^^^^^^^^^^^ COPY takes .env.production into the image: a file of environment variables. (error)
ADD --chown=app:app terraform.tfstate /infra/
                    ^^^^^^^^^^^^^^^^^ ADD takes terraform.tfstate into the image: Terraform state or variables. (error)
COPY .aws/credentials /root/.aws/credentials
     ^^^^^^^^^^^^^^^^ COPY takes .aws/credentials into the image: AWS credentials. (error)
COPY ["client.p12", "/certs/"]
      ^^^^^^^^^^^^ COPY takes client.p12 into the image: a key store. (error)

### names that say too little, and public files
FROM alpine
COPY .npmrc .env.example ca.pem truststore.jks public.key nginx_signing.key id_rsa.pub settings.xml /srv/
COPY --from=build /app/.env /app/
COPY . .

### a whole directory, when its files are known
FROM alpine
COPY . /app/
     ^ COPY takes .env and 1 more into the image: a file of environment variables, not listed in .dockerignore. (error)
--- file: .env
DB_PASSWORD=tr0ub4dor
--- file: certs/server.key
-----BEGIN PRIVATE KEY-----
--- file: certs/public.pem
-----BEGIN CERTIFICATE-----
--- file: node_modules/x/test.key
-----BEGIN PRIVATE KEY-----
--- file: .npmrc
registry=https://registry.example.org

### what .dockerignore takes out
FROM alpine
COPY . /app/
--- file: .env
DB_PASSWORD=tr0ub4dor
--- file: .dockerignore
.env

### a file that is known to hold nothing
FROM alpine
COPY .env certs/server.key /app/
--- file: .env
PORT=3000
DB_PASSWORD=
--- file: certs/server.key
not a key
