import { reportCodeClimate, reportGitlab, reportSonar } from './code-quality';
import { reportJson } from './json';
import { reportCodacy, reportGithub, reportGnu, reportTty } from './lines';
import type { Report } from './reporter';
import { reportSarif } from './sarif';
import { reportText } from './text';
import { reportCheckstyle, reportJunit } from './xml';

/** How findings are printed, by the name of the format: ours, GitHub's, and those that hadolint knows. */
export const reporters = {
  text: reportText,
  json: reportJson,
  sarif: reportSarif,
  github: reportGithub,
  tty: reportTty,
  gnu: reportGnu,
  checkstyle: reportCheckstyle,
  junit: reportJunit,
  codeclimate: reportCodeClimate,
  gitlab: reportGitlab,
  gitlab_codeclimate: reportGitlab,
  sonarqube: reportSonar,
  codacy: reportCodacy,
} as const satisfies Readonly<Record<string, (reports: readonly Report[], coloured: boolean) => string>>;

export type Format = keyof typeof reporters;

export const formats = Object.keys(reporters) as readonly Format[];

/** With these hadolint exits with 0 whatever it finds: who reads them decides. */
export const alwaysDone: readonly Format[] = ['codeclimate', 'codacy'];
