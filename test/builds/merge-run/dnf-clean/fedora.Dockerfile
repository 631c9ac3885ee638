# Debian's dnf, with a repository of two packages in a folder: there is no mirror of Fedora to install from.
FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends dnf rpm createrepo-c && rm -rf /var/lib/apt/lists/*
WORKDIR /repository
RUN for name in one two; do \
      printf 'Name: %s\nVersion: 1\nRelease: 1\nSummary: %s\nLicense: MIT\nBuildArch: noarch\n%%description\n%%install\nmkdir -p %%{buildroot}/usr/bin\nprintf "#!/bin/sh\\\\necho %s\\\\n" > %%{buildroot}/usr/bin/%s\n%%files\n%%attr(755,root,root) /usr/bin/%s\n' \
        $name $name $name $name $name > $name.spec && rpmbuild -bb --define "_rpmdir /repository" $name.spec; \
    done && createrepo_c . && rm -rf /root/rpmbuild *.spec
RUN mkdir -p /etc/yum.repos.d && printf '[here]\nname=here\nbaseurl=file:///repository\ngpgcheck=0\nenabled=1\n' > /etc/yum.repos.d/here.repo
WORKDIR /
