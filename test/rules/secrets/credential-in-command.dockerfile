### literals
FROM alpine
RUN curl -sSu ci:tr0ub4dor https://example.org
                 ^^^^^^^^^ The credential for curl is written out here and stays in the image's history. (error)
RUN wget --http-password=tr0ub4dor https://example.org
                         ^^^^^^^^^ The credential for wget is written out here and stays in the image's history. (error)
RUN curl -H 'PRIVATE-TOKEN: q7Rk2ZtV9bXw4LmN8cYp' https://example.org
                            ^^^^^^^^^^^^^^^^^^^^ The credential for curl is written out here and stays in the image's history. (error)
RUN git -c http.extraHeader="Authorization: Basic Y2k6dHIwdWI0ZG9y" clone https://example.org/app.git
                                                  ^^^^^^^^^^^^^^^^ The credential for an Authorization header is written out here and stays in the image's history. (error)
RUN npm config set //registry.npmjs.org/:_authToken q7Rk2ZtV9bXw4LmN8cYp
                                                    ^^^^^^^^^^^^^^^^^^^^ The credential for npm is written out here and stays in the image's history. (error)
RUN echo "//registry.npmjs.org/:_authToken=q7Rk2ZtV9bXw4LmN8cYp" > ~/.npmrc
                                           ^^^^^^^^^^^^^^^^^^^^ The credential for npm settings is written out here and stays in the image's history. (error)
RUN mysql -uroot -ptr0ub4dor < seed.sql
                   ^^^^^^^^^ The credential for mysql is written out here and stays in the image's history. (error)
RUN PGPASSWORD=tr0ub4dor psql -c 'select 1'
               ^^^^^^^^^ The credential for PGPASSWORD is written out here and stays in the image's history. (error)
RUN su postgres -c "psql -c \"ALTER USER app WITH PASSWORD 'tr0ub4dor'\""
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The credential for an SQL statement is written out here and stays in the image's history. (error)
RUN aws configure set aws_secret_access_key q7Rk2ZtV9bXw4LmN8cYp3HsJd6GfT5aKe1UvQzAb
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The credential for aws is written out here and stays in the image's history. (error)
RUN docker login -u ci -p tr0ub4dor registry.example.org
                          ^^^^^^^^^ The credential for docker is written out here and stays in the image's history. (error)
RUN sshpass -p tr0ub4dor ssh ci@example.org true
               ^^^^^^^^^ The credential for sshpass is written out here and stays in the image's history. (error)
RUN keytool -importkeystore -deststorepass tr0ub4dor -srckeystore a.p12
                                           ^^^^^^^^^ The credential for keytool is written out here and stays in the image's history. (error)
RUN ./install --admin-password=tr0ub4dor --license-accept
                               ^^^^^^^^^ The credential for install is written out here and stays in the image's history. (error)
RUN mvn -q deploy -Drepo.password=tr0ub4dor
                                  ^^^^^^^^^ The credential for mvn is written out here and stays in the image's history. (error)
RUN echo tr0ub4dor | sudo -S apt-get update
         ^^^^^^^^^ The credential for sudo is written out here and stays in the image's history. (error)
RUN curl 'https://example.org/data?access_token=q7Rk2ZtV9bXw4LmN8cYp&page=1'
                                                ^^^^^^^^^^^^^^^^^^^^ The credential for curl is written out here and stays in the image's history. (error)

### more literals
FROM alpine
RUN PIP_TOKEN=q7Rk2ZtV9b pip install app
              ^^^^^^^^^^ The credential for PIP_TOKEN is written out here and stays in the image's history. (error)
RUN export DB_PASSWORD=tr0ub4dor && ./migrate
                       ^^^^^^^^^ The credential for DB_PASSWORD is written out here and stays in the image's history. (error)
RUN make deploy DEPLOY_TOKEN=q7Rk2ZtV9b
                             ^^^^^^^^^^ The credential for DEPLOY_TOKEN is written out here and stays in the image's history. (error)
RUN psql --command "CREATE USER docker WITH SUPERUSER PASSWORD 'tr0ub4dor';"
                                                                ^^^^^^^^^ The credential for an SQL statement is written out here and stays in the image's history. (error)
RUN mysql -e "SET PASSWORD FOR 'root'@'localhost' = PASSWORD('tr0ub4dor')"
                                                              ^^^^^^^^^ The credential for an SQL statement is written out here and stays in the image's history. (error)
RUN openssl aes-256-cbc -k tr0ub4dor -in a.enc -out a -d
                           ^^^^^^^^^ The credential for openssl is written out here and stays in the image's history. (error)
RUN git config --global gitlab.token q7Rk2ZtV9bXw4LmN8cYp
                                     ^^^^^^^^^^^^^^^^^^^^ The credential for git is written out here and stays in the image's history. (error)
RUN echo tr0ub4dor | docker login -u ci --password-stdin
         ^^^^^^^^^ The credential for docker is written out here and stays in the image's history. (error)

### variables that the image keeps
FROM alpine
ENV DB_PASSWORD=tr0ub4dor
ARG ROOT_PASSWORD
RUN mysql -uroot -p$DB_PASSWORD < seed.sql
                   ^^^^^^^^^^^^ The credential for mysql comes from ENV DB_PASSWORD: everybody with the image can read it. (warning)
RUN NPM_TOKEN=$DB_PASSWORD npm ci
              ^^^^^^^^^^^^ The credential for NPM_TOKEN comes from ENV DB_PASSWORD: everybody with the image can read it. (warning)
RUN echo "root:$ROOT_PASSWORD" | chpasswd
               ^^^^^^^^^^^^^^ The credential for chpasswd comes from ARG ROOT_PASSWORD: its value stays in the image's history. (warning)

### what comes from a secret mount, the script or a file
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=pw,env=PW mysql -uroot -p$PW < seed.sql
RUN --mount=type=secret,id=pw mysql -uroot -p$(cat /run/secrets/pw) < seed.sql
RUN PW=$(openssl rand -hex 16) && mysql -uroot -p$PW < seed.sql
RUN read -r PW < /run/secrets/pw; curl -u "ci:$PW" https://example.org
RUN curl -H @headers -d @body -u ci: https://example.org
RUN docker login -u ci --password-stdin < /run/secrets/pw
RUN openssl req -passout file:/run/secrets/pw -nodes -new
RUN keytool -storepass changeit -list && mysql -p app < seed.sql && psql --password app
RUN echo '//registry.npmjs.org/:_authToken=${NPM_TOKEN}' > .npmrc
RUN keytool -importcert -keystore truststore.jks -storepass tr0ub4dor -noprompt
RUN curl -b oraclelicense=accept-securebackup-cookie -H "Accept: text/plain" 'https://example.org/?key=abc&page=2'
RUN adduser --disabled-password --gecos "" app && gpg --batch --passphrase '' --gen-key
RUN bundle config build.nokogiri --use-system-libraries && npm config set registry https://example.org
RUN jupyter notebook --NotebookApp.token='' --NotebookApp.password=''
RUN apt-key adv --recv-keys 573BFD6B3D8FBC641079A6ABABF5BD827BD9BF62
RUN tar -p -xf a.tar && mkdir -p /srv && patch -p1 < a.patch && unzip -P '' a.zip

### what is piped into sudo, JSON in a variable, skopeo
# syntax=docker/dockerfile:1
FROM debian
RUN echo tr0ub4dor | sudo -S apt-get update
         ^^^^^^^^^ The credential for sudo is written out here and stays in the image's history. (error)
RUN COMPOSER_AUTH='{"github-oauth": {"github.com": "q7Rk2ZtV9bXw3LmN"}}' composer install
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The credential for COMPOSER_AUTH is written out here and stays in the image's history. (error)
RUN skopeo copy --src-creds ci:q7Rk2ZtV9bXw3LmN docker://example.org/a dir:b
                               ^^^^^^^^^^^^^^^^ The credential for skopeo is written out here and stays in the image's history. (error)
===>
# syntax=docker/dockerfile:1
FROM debian
RUN --mount=type=secret,id=sudo_secret,env=SUDO_SECRET,required echo "${SUDO_SECRET}" | sudo -S apt-get update
RUN --mount=type=secret,id=composer_auth,env=COMPOSER_AUTH,required composer install
RUN --mount=type=secret,id=skopeo_secret,env=SKOPEO_SECRET,required skopeo copy --src-creds ci:"${SKOPEO_SECRET}" docker://example.org/a dir:b
