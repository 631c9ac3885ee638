import { remembered } from '../text/remembered';

/** Names of variables that hold something else in each build: the commit, the time, the number of the build. */

const STAMPS: readonly RegExp[] = [
  /^(?:image_|docker_|app_|label_)?(?:build|built|created?|compile|release)_?(?:date|time|timestamp|stamp|datetime|at|on|epoch)(?:_?utc|_?iso)?$/,
  /^(?:b_?date|timestamp|now|date_?created|creation_?date|current_?date|build_?dt)$/,
  /^(?:build|ci_build|ci|jenkins|pipeline|ci_pipeline|ci_job|job|travis_build|circle_build|github_run|run|drone_build|buildkite_build)_?(?:number|num|no|id|iid|counter)$/,
  /^(?:ci_)?(?:build|job|pipeline)_?(?:tag|url)$/,
  /^(?:ci_|circle_|travis_|drone_|github_|bitbucket_|buildkite_|codebuild_|heroku_|render_|railway_|vercel_|source_|src_|app_|build_|image_|docker_|repo_|project_|application_|s)?(?:git|vcs|scm|ci|source|src)?_?commit(?:_?(?:sha|sha1|hash|id|ref|short|short_sha|rev|tag|date|time|timestamp|msg|message|branch|sha_short|ref_name))?$/,
  /^(?:ci_|circle_|github_|source_|src_|app_|build_|image_|docker_|codebuild_)?(?:git|vcs|scm|hg|svn)_?(?:sha|sha1|hash|ref|rev|revision|head|describe|branch|tag|id|commit|version|dirty|info|short_sha|sha_short|desc|state)(?:_?short)?$/,
  /^(?:github|ci_commit|ci_build|build|source|image|app|circle|short)_?(?:sha|sha1|ref|ref_name|revision|hash)$/,
  /^revision$/,
  /^(?:cache_?(?:bust|buster|breaker|date)|bust_?cache)$/,
];

/** Version names that a release gives, where the file gives none itself. */
const VERSION =
  /^(?:(?:app|application|build|release|image|project|package|product|service|docker_image)_?)?(?:version|semver)$|^release$/;

/** Whether a variable of this name is a build stamp. */
export const isBuildStamp = remembered((name): boolean => {
  const plain = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return STAMPS.some((stamp) => stamp.test(plain));
});

/** Whether it is a stamp when nothing but the command line gives it a value. */
export function isReleaseVersion(name: string): boolean {
  return VERSION.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase());
}

/** Whether it is there to have steps run again on purpose. */
export function isCacheBuster(name: string): boolean {
  return /^(?:cache_?(?:bust|buster|breaker|date|key)|bust_?cache|no_?cache|force_?rebuild|rebuild)$/i.test(name);
}
