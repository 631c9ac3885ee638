### pipes
FROM debian:12
RUN curl -sSL https://a | sh
    ^^^^^^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
RUN wget -qO- https://a | bash -s -- --yes
    ^^^^^^^^^^^^^^^^^^^ bash runs what the server sends as it comes: download it, check it, and run it then.
RUN curl https://a | sudo -E bash -
    ^^^^^^^^^^^^^^ bash runs what the server sends as it comes: download it, check it, and run it then.
RUN curl https://a | tee /x | sh -x
    ^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
RUN curl https://a | gunzip | python3 -
    ^^^^^^^^^^^^^^ python3 runs what the server sends as it comes: download it, check it, and run it then.
RUN fetch -o - https://a | zsh && wget -O - https://b | ash
    ^^^^^^^^^^^^^^^^^^^^ zsh runs what the server sends as it comes: download it, check it, and run it then.
                                  ^^^^^^^^^^^^^^^^^^^ ash runs what the server sends as it comes: download it, check it, and run it then.
RUN curl https://a | perl - App::cpanminus && curl https://a | node && curl https://a | ruby
    ^^^^^^^^^^^^^^ perl runs what the server sends as it comes: download it, check it, and run it then.
                                              ^^^^^^^^^^^^^^ node runs what the server sends as it comes: download it, check it, and run it then.
                                                                       ^^^^^^^^^^^^^^ ruby runs what the server sends as it comes: download it, check it, and run it then.
RUN curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ php runs what the server sends as it comes: download it, check it, and run it then.
RUN curl https://a | VERSION=1 sh && curl https://a | (cd /x && sh) && curl https://a | bash -eo pipefail
    ^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
                                     ^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
                                                                       ^^^^^^^^^^^^^^ bash runs what the server sends as it comes: download it, check it, and run it then.
RUN (curl https://a || wget -O- https://a) | sh
     ^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
                       ^^^^^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.

### substitutions
FROM debian:12
RUN sh -c "$(curl -fsSL https://a)" && bash -c "`wget -O- https://b`" && eval "$(curl https://c)" && eval $(curl https://d)
             ^^^^^^^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
                                                 ^^^^^^^^^^^^^^^^^^ bash runs what the server sends as it comes: download it, check it, and run it then.
                                                                                 ^^^^^^^^^^^^^^ eval runs what the server sends as it comes: download it, check it, and run it then.
                                                                                                            ^^^^^^^^^^^^^^ eval runs what the server sends as it comes: download it, check it, and run it then.
RUN bash <(curl -s https://a) --yes && source <(curl https://b) && . <(wget -O- https://c) && python3 <(curl https://d) && bash -x <(curl https://e)
           ^^^^^^^^^^^^^^^^^ bash runs what the server sends as it comes: download it, check it, and run it then.
                                                ^^^^^^^^^^^^^^ source runs what the server sends as it comes: download it, check it, and run it then.
                                                                       ^^^^^^^^^^^^^^^^^^ . runs what the server sends as it comes: download it, check it, and run it then.
                                                                                                        ^^^^^^^^^^^^^^ python3 runs what the server sends as it comes: download it, check it, and run it then.
                                                                                                                                     ^^^^^^^^^^^^^^ bash runs what the server sends as it comes: download it, check it, and run it then.
RUN python3 -c "$(curl -fsSL https://a)" && perl -e "$(curl https://b)" && bash <<< "$(curl https://c)"
                  ^^^^^^^^^^^^^^^^^^^^ python3 runs what the server sends as it comes: download it, check it, and run it then.
                                                       ^^^^^^^^^^^^^^ perl runs what the server sends as it comes: download it, check it, and run it then.
                                                                                       ^^^^^^^^^^^^^^ bash runs what the server sends as it comes: download it, check it, and run it then.

### data
FROM debian:12
RUN curl https://a | python3 -c 'import json, sys; print(json.load(sys.stdin))' && curl https://a | python -m json.tool
RUN curl https://a | perl -pe 's/a/b/' && curl https://a | node -e 'x' && curl https://a | ruby -rjson -e 'x' && curl https://a | bash script.sh
RUN curl https://a | tar xz && curl https://a | sh -c 'cat > /x' && curl https://a | jq . && curl https://a -o x.sh && sh x.sh
RUN VERSION=$(curl https://a) sh build.sh && sh build.sh "$(curl https://a)" && echo "$(curl https://a)" && bash -c "echo $(curl https://a)"
RUN cat a | sh && sh -c "$(cat a)" && source <(kubectl completion bash) && curl https://a; echo | sh && source "$(curl https://a)"
RUN curl https://a | python app.py && curl https://a | grep sh && curl "$(sh url.sh)"

### nested
FROM debian:12
RUN if true; then curl https://a | sh; fi && bash -c 'curl https://b | sh' && for x in a b; do wget -O- https://$x | sh; done
                  ^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
                                                      ^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
                                                                                               ^^^^^^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
RUN ["sh", "-c", "curl https://a | sh"]
                  ^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
RUN <<EOF
curl https://a | sh
^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
EOF

### exec form, ONBUILD, without FROM
ONBUILD RUN curl https://a | sh
            ^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
RUN curl https://a | sh
    ^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
HEALTHCHECK CMD curl https://a | sh
