FROM debian:bookworm-slim
# One layer for all the stand-ins that have a package manager of another distribution.
RUN apt-get update && apt-get install -y --no-install-recommends \
    createrepo-c dnf libarchive-tools pacman-package-manager python3 rpm zypper zstd && rm -rf /var/lib/apt/lists/*
RUN <<END
set -e
mkdir -p /srv/repo /root/rpmbuild
cat > /srv/greet.spec <<SPEC
Name: greet
Version: 1.0
Release: 1
Summary: Greets.
License: MIT
BuildArch: noarch
AutoReqProv: no
%description
Greets.
%install
mkdir -p %{buildroot}/usr/bin
printf "#!/bin/sh\\necho Hello.\\n" > %{buildroot}/usr/bin/greet
chmod 755 %{buildroot}/usr/bin/greet
%files
/usr/bin/greet
SPEC
rpmbuild -bb --define "_topdir /tmp/rpm" /srv/greet.spec
cp /tmp/rpm/RPMS/noarch/*.rpm /srv/repo/
createrepo_c /srv/repo
rm -rf /tmp/rpm
mkdir -p /tmp/pkg/usr/bin
printf "#!/bin/sh\\necho Hello.\\n" > /tmp/pkg/usr/bin/greet
chmod 755 /tmp/pkg/usr/bin/greet
printf "pkgname = greet\\npkgver = 1.0-1\\npkgdesc = Greets\\narch = any\\nsize = 24\\nbuilddate = 1700000000\\nlicense = MIT\\n" > /tmp/pkg/.PKGINFO
cd /tmp/pkg && find . -exec touch -d @1700000000 {} + && bsdtar -cf - .PKGINFO usr | zstd -q > /srv/repo/greet-1.0-1-any.pkg.tar.zst
cd /srv/repo
mkdir greet-1.0-1
file=greet-1.0-1-any.pkg.tar.zst
printf "%%%s%%\n%s\n\n" FILENAME $file NAME greet VERSION 1.0-1 ARCH any CSIZE $(stat -c %s $file) ISIZE 24 \
    SHA256SUM $(sha256sum $file | cut -d " " -f 1) > greet-1.0-1/desc
bsdtar -czf extra.db greet-1.0-1
rm -rf /tmp/pkg greet-1.0-1
# The manager behind a server for its repository, as the network would have one; it says whether a package was fetched.
cat > /srv/serve <<"SERVE"
#!/bin/sh
python3 -u -m http.server -b 127.0.0.1 -d /srv/repo 8791 > /tmp/served 2>&1 &
server=$!
for try in 1 2 3 4 5 6 7 8 9; do python3 -c "import socket; socket.create_connection((\"127.0.0.1\", 8791))" 2> /dev/null && break; sleep 0.3; done
"$@"
status=$?
kill $server
grep -qE "GET .*greet-.*(rpm|zst) " /tmp/served || echo "$*: no package was fetched."
rm -f /tmp/served
exit $status
SERVE
chmod 755 /srv/serve
END
RUN mkdir -p /etc/yum.repos.d && printf '[local]\nname=local\nbaseurl=http://127.0.0.1:8791\ngpgcheck=0\n' > /etc/yum.repos.d/local.repo && \
    rm /usr/bin/dnf && ln -s /usr/bin/dnf-3 /usr/libexec/dnf && printf '#!/bin/sh\nexec /srv/serve /usr/libexec/dnf "$@"\n' > /usr/bin/dnf && chmod 755 /usr/bin/dnf
