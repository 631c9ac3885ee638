from debian:12 As Base
run apt-get update && Apt-Get install -y curl
env FOO bar baz
copy . /app
workdir app
onbuild run echo child
From BASE as child
cmd ["true"]
