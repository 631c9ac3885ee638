### options, headers, URLs and queries
FROM alpine AS build
ARG TOKEN
ARG USER_NAME
RUN curl -H "Authorization: Bearer ${TOKEN}" https://example.org
                                   ^^^^^^^^ The build argument TOKEN is used as a credential: its value stays in the build cache and in provenance.
RUN wget --password="$TOKEN" https://example.org
                     ^^^^^^ The build argument TOKEN is used as a credential: its value stays in the build cache and in provenance.
RUN pip install --index-url https://__token__:$TOKEN@pypi.example.org/simple app
                                              ^^^^^^ The build argument TOKEN is used as a credential: its value stays in the build cache and in provenance.
RUN git clone https://$TOKEN@git.example.org/app.git
                      ^^^^^^ The build argument TOKEN is used as a credential: its value stays in the build cache and in provenance.
RUN curl "https://example.org/data?api_key=$TOKEN"
                                           ^^^^^^ The build argument TOKEN is used as a credential: its value stays in the build cache and in provenance.
RUN pip install git+https://${TOKEN}@git.example.org/app.git
                            ^^^^^^^^ The build argument TOKEN is used as a credential: its value stays in the build cache and in provenance.
RUN PIP_INDEX_URL=https://ci:$TOKEN@pypi.example.org/simple pip install app
                             ^^^^^^ The build argument TOKEN is used as a credential: its value stays in the build cache and in provenance.
RUN git clone https://$USER_NAME@git.example.org/app.git
FROM alpine
RUN curl -H "Authorization: Bearer ${TOKEN}" https://example.org
