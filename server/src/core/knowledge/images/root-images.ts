function names(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Official images of distributions, languages and build tools: their commands run as root, and by default they start a shell. */
export const plainImages = names(
  'alpine debian ubuntu busybox centos fedora rockylinux almalinux amazonlinux oraclelinux archlinux node python pypy golang ruby ' +
    'jruby rust php openjdk eclipse-temurin amazoncorretto ibmjava sapmachine maven gradle perl elixir erlang haskell swift julia ' +
    'r-base gcc buildpack-deps composer clojure dart mono crystal hylang rakudo-star racket scratch',
);

/** Official images of services whose commands run as root during a build. */
export const serviceImages = names(
  'docker nginx httpd caddy postgres mysql mariadb redis mongo tomcat wordpress drupal rabbitmq',
);
