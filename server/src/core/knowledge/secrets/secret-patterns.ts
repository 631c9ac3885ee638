import type { Span } from '../../text/span';
import { entropy, isSample } from './placeholders';

/** A kind of secret that is told by its format alone. */
export interface SecretPattern {
  readonly id: string;
  /** With its article, for messages: "a GitHub token". */
  readonly name: string;
  /** Global; the characters around a match do not continue a word. */
  readonly pattern: RegExp;
  /** `error` for what opens something by itself; `warning` for halves, test keys and formats that occur elsewhere. */
  readonly severity: 'error' | 'warning' | 'hint';
  /** Literal texts of which one is in every match: looked for first, all rows at once. */
  readonly hints: readonly string[];
  /** Bits per character that the match must exceed, where the format is loose. */
  readonly entropy?: number;
}

/** Most tokens of random characters stand above this; runs of `x` and words written as samples stand below. */
const leastEntropy = 2.6;

function row(
  id: string,
  name: string,
  pattern: RegExp,
  hints: string,
  { severity = 'error', entropy }: { severity?: SecretPattern['severity']; entropy?: number } = {},
): SecretPattern {
  const bounded = new RegExp(`(?<![A-Za-z0-9_])(?:${pattern.source})(?![A-Za-z0-9_])`, 'g');
  return { id, name, pattern: bounded, severity, hints: hints.split(' '), entropy };
}

const test = { severity: 'warning' } as const;
const loose = { entropy: 3.4 } as const;

/** One row per kind of secret. Patterns start with a literal or a bounded class and repeat single classes only: linear time. */
export const secretPatterns: readonly SecretPattern[] = [
  row('aws-access-key-id', 'an AWS access key id', /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}/, 'AKIA ASIA ABIA ACCA', test),
  row(
    'aws-session-token',
    'an AWS session token',
    /(?:IQoJb3JpZ2lu|FwoGZXIvYXdzE)[A-Za-z0-9/+=]{100,2000}/,
    'IQoJb3 FwoGZX',
  ),
  row('aws-bedrock', 'an AWS Bedrock API key', /ABSK[A-Za-z0-9+/]{100,400}={0,2}/, 'ABSK'),
  row('github', 'a GitHub token', /gh[pousr]_[A-Za-z0-9]{36,251}/, 'ghp_ gho_ ghu_ ghs_ ghr_'),
  row('github-fine-grained', 'a GitHub token', /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/, 'github_pat_'),
  row(
    'gitlab',
    'a GitLab token',
    /gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat|ffct)-[A-Za-z0-9_-]{20,400}(?:\.[a-z0-9]{2}\.?[a-z0-9]{7})?/,
    'glpat- gldt- glrt- glcbt- glptt- glft- glimt- glagent- gloas- glsoat- glffct-',
  ),
  row('gitlab-runner', 'a GitLab runner registration token', /GR1348941[A-Za-z0-9_-]{20}/, 'GR1348941'),
  row('atlassian', 'an Atlassian API token', /ATATT3[A-Za-z0-9_=-]{180,400}/, 'ATATT3'),
  row('bitbucket', 'a Bitbucket app password', /ATBB[A-Za-z0-9]{24}[A-F0-9]{8}/, 'ATBB'),
  row('npm', 'an npm token', /npm_[A-Za-z0-9]{36}/, 'npm_'),
  row(
    'npm-legacy',
    'an npm token',
    /_authToken=["']?[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}/,
    '_authToken=',
  ),
  row('pypi', 'a PyPI token', /pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[A-Za-z0-9_-]{50,400}/, 'pypi-AgE'),
  row('rubygems', 'a RubyGems API key', /rubygems_[a-f0-9]{48}/, 'rubygems_'),
  row('crates-io', 'a crates.io token', /cio[A-Za-z0-9]{32}/, 'cio', { entropy: 3.8 }),
  row('nuget', 'a NuGet API key', /oy2[a-z0-9]{43}/, 'oy2', loose),
  row('clojars', 'a Clojars token', /CLOJARS_[a-z0-9]{60}/, 'CLOJARS_'),
  row(
    'docker-hub',
    'a Docker Hub access token',
    /dckr_(?:pat_[A-Za-z0-9_-]{27}|oat_[A-Za-z0-9_-]{32})/,
    'dckr_pat_ dckr_oat_',
  ),
  row(
    'slack',
    'a Slack token',
    /xox[abeoprs]-(?:[A-Za-z0-9]+-){1,4}[A-Za-z0-9]{20,}/,
    'xoxa- xoxb- xoxe- xoxo- xoxp- xoxr- xoxs-',
  ),
  row('slack-app', 'a Slack app token', /xapp-\d-[A-Z0-9]{1,40}-\d{1,20}-[a-f0-9]{60,}/, 'xapp-'),
  row(
    'slack-webhook',
    'a Slack webhook address',
    /https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9+/]{40,}/,
    'hooks.slack.com',
  ),
  row('discord-bot', 'a Discord bot token', /[MNO][A-Za-z0-9_-]{23,25}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,60}/, '.', {
    entropy: 4,
  }),
  row(
    'discord-webhook',
    'a Discord webhook address',
    /https:\/\/discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[A-Za-z0-9_-]{60,}/,
    '/api/webhooks/',
  ),
  row('telegram', 'a Telegram bot token', /\d{8,10}:AA[A-Za-z0-9_-]{33}/, ':AA'),
  row('stripe', 'a Stripe key', /[sr]k_(?:live|prod)_[A-Za-z0-9]{24,250}/, 'sk_live_ rk_live_ sk_prod_ rk_prod_'),
  row('stripe-test', 'a Stripe test key', /[sr]k_test_[A-Za-z0-9]{24,250}/, 'sk_test_ rk_test_', test),
  row('stripe-webhook', 'a Stripe webhook secret', /whsec_[A-Za-z0-9]{32,}/, 'whsec_'),
  row(
    'square',
    'a Square access token',
    /(?:EAAA[A-Za-z0-9_-]{58,60}|sq0atp-[A-Za-z0-9_-]{22,60})/,
    'EAAA sq0atp-',
    loose,
  ),
  row('square-oauth', 'a Square OAuth secret', /sq0csp-[A-Za-z0-9_-]{43}/, 'sq0csp-'),
  row('shopify', 'a Shopify token', /shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}/, 'shpat_ shpca_ shppa_ shpss_'),
  row('google-api', 'a Google API key', /AIza[A-Za-z0-9_-]{35}/, 'AIza'),
  row('google-oauth', 'a Google OAuth secret', /GOCSPX-[A-Za-z0-9_-]{28}/, 'GOCSPX-'),
  row('google-access', 'a Google access token', /ya29\.[A-Za-z0-9_-]{50,}/, 'ya29.'),
  row('azure-storage', 'an Azure storage key', /AccountKey=[A-Za-z0-9+/]{86}==/, 'AccountKey='),
  row('azure-sas', 'an Azure shared access signature', /[?&]s[pe]=[^\s"']{1,300}&sig=[A-Za-z0-9%+/]{40,}/, '&sig='),
  row('azure-ad', 'an Azure client secret', /[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}/, 'Q~'),
  row('digitalocean', 'a DigitalOcean token', /do[opr]_v1_[a-f0-9]{64}/, 'doo_v1_ dop_v1_ dor_v1_'),
  row('heroku', 'a Heroku API key', /HRKU-[A-Za-z0-9_-]{58,}/, 'HRKU-'),
  row('fly', 'a Fly.io token', /fm[12]_[A-Za-z0-9+/=,_-]{100,}/, 'fm1_ fm2_'),
  row('cloudflare', 'a Cloudflare origin CA key', /v1\.0-[a-f0-9]{24}-[a-f0-9]{146}/, 'v1.0-'),
  row('netlify', 'a Netlify token', /nfp_[A-Za-z0-9]{36,}/, 'nfp_'),
  row('supabase', 'a Supabase key', /(?:sbp_[a-f0-9]{40}|sb_secret_[A-Za-z0-9_-]{20,})/, 'sbp_ sb_secret_'),
  row('vault', 'a Vault token', /hv[sbr]\.[A-Za-z0-9_-]{24,}/, 'hvs. hvb. hvr.'),
  row('terraform', 'a Terraform Cloud token', /[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,}/, '.atlasv1.'),
  row(
    'openai',
    'an OpenAI API key',
    /sk-(?:(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,200}|[A-Za-z0-9]{20})T3BlbkFJ[A-Za-z0-9_-]{20,}/,
    'T3BlbkFJ',
  ),
  row('anthropic', 'an Anthropic API key', /sk-ant-(?:api|admin|oat|sid)\d{2}-[A-Za-z0-9_-]{80,}/, 'sk-ant-'),
  row('hugging-face', 'a Hugging Face token', /(?:hf|api_org)_[A-Za-z]{34,}/, 'hf_ api_org_', loose),
  row('groq', 'a Groq API key', /gsk_[A-Za-z0-9]{48,}/, 'gsk_'),
  row('replicate', 'a Replicate token', /r8_[A-Za-z0-9]{37}/, 'r8_', loose),
  row('xai', 'an xAI API key', /xai-[A-Za-z0-9]{70,}/, 'xai-'),
  row('perplexity', 'a Perplexity API key', /pplx-[A-Za-z0-9]{48}/, 'pplx-'),
  row('openrouter', 'an OpenRouter API key', /sk-or-v1-[a-f0-9]{64}/, 'sk-or-v1-'),
  row('langsmith', 'a LangSmith API key', /lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}/, 'lsv2_'),
  row('sendgrid', 'a SendGrid API key', /SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/, 'SG.'),
  row('mailgun', 'a Mailgun API key', /key-[a-f0-9]{32}/, 'key-'),
  row('mailchimp', 'a Mailchimp API key', /[a-f0-9]{32}-us\d{1,2}/, '-us'),
  row('resend', 'a Resend API key', /re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}/, 're_', loose),
  row('twilio', 'a Twilio API key', /SK[a-f0-9]{32}/, 'SK'),
  row('new-relic', 'a New Relic user key', /NRAK-[A-Z0-9]{27}/, 'NRAK-'),
  row('sentry', 'a Sentry auth token', /sntr[yu]s_[A-Za-z0-9+/=_]{60,}/, 'sntrys_ sntryu_'),
  row('grafana', 'a Grafana token', /gl(?:c|sa)_[A-Za-z0-9+/=_]{32,}/, 'glc_ glsa_'),
  row('linear', 'a Linear API key', /lin_api_[A-Za-z0-9]{40}/, 'lin_api_'),
  row('notion', 'a Notion token', /(?:secret_[A-Za-z0-9]{43}|ntn_[A-Za-z0-9]{46})/, 'secret_ ntn_', loose),
  row('figma', 'a Figma token', /figd_[A-Za-z0-9_-]{40,}/, 'figd_'),
  row('postman', 'a Postman API key', /PMAK-[a-f0-9]{24}-[a-f0-9]{34}/, 'PMAK-'),
  row('doppler', 'a Doppler token', /dp\.(?:pt|st|sa|ct)\.[A-Za-z0-9.]{40,60}/, 'dp.pt. dp.st. dp.sa. dp.ct.'),
  row('1password', 'a 1Password service account token', /ops_eyJ[A-Za-z0-9+/=_-]{250,}/, 'ops_eyJ'),
  row('tailscale', 'a Tailscale key', /tskey-[a-z]+-[A-Za-z0-9]+-[A-Za-z0-9]{20,}/, 'tskey-'),
  row('databricks', 'a Databricks token', /dapi[a-f0-9]{32}/, 'dapi'),
  row('artifactory', 'an Artifactory token', /(?:AKCp[A-Za-z0-9]{60,}|cmVmdGtu[A-Za-z0-9]{56})/, 'AKCp cmVmdGtu'),
  row('age', 'an age secret key', /AGE-SECRET-KEY-1[A-Z0-9]{58}/, 'AGE-SECRET-KEY-1'),
  row('jwt', 'a JSON Web Token', /eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, 'eyJ', test),
];

/** Formats with blanks in them, which a scan for long words does not meet. A header alone, as grep looks for it, is no key. */
const keyHeader = /-----BEGIN (?:(?:RSA|DSA|EC|OPENSSH|ENCRYPTED|PGP) )?PRIVATE KEY(?: BLOCK)?-----/;
const keyBody = /(?=[\s\\rn"'&;echo>]{1,40}(?:[A-Za-z0-9+/]{16}|Proc-Type|Version|Comment))/;
const blocks: readonly SecretPattern[] = [
  row('private-key', 'a private key', new RegExp(keyHeader.source + keyBody.source), '-----BEGIN'),
  row('putty-key', 'a private key', /PuTTY-User-Key-File-[23]: /, 'PuTTY-User-Key-File'),
  row('google-service-account', 'a Google service account key', /"private_key"\s*:\s*"-----BEGIN/, '-----BEGIN'),
];
const blockHints = ['-----BEGIN', 'PuTTY-User-Key-File'];

/** Something in a known token format. */
export interface FoundToken extends Span {
  readonly pattern: SecretPattern;
}

/** `.` is the Discord row's hint: too common for the shared test, its pattern runs where a word has two dots. */
const shared = secretPatterns.filter(({ hints }) => !hints.includes('.'));
const dotted = secretPatterns.filter(({ hints }) => hints.includes('.'));

/** The hints by their first two characters, as a number: a regular expression for all of them takes much longer. */
const hintsByStart: (string[] | undefined)[] = new Array(128 * 128).fill(undefined);
for (const { hints } of shared) {
  for (const hint of hints) {
    const start = hint.charCodeAt(0) * 128 + hint.charCodeAt(1);
    hintsByStart[start] ??= [];
    hintsByStart[start].push(hint);
  }
}

function hasHint(word: string): boolean {
  let before = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at) & 127;
    const hints = hintsByStart[before * 128 + code];
    if (hints) for (const hint of hints) if (word.startsWith(hint, at - 1)) return true;
    before = code;
  }
  return false;
}

/** The shortest run of token characters in any format above; shorter words are passed over unread. */
const shortestRun = 20;
/** A word longer than this is no token: bounds the work on minified or binary text. */
const longestWord = 4096;

const isTokenCharacter = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+=~') {
  isTokenCharacter[character.charCodeAt(0)] = 1;
}

/**
 * Every token of a known format between two offsets, in text order, samples left out. Jumps through the text a shortest run at a
 * time, so that text without long words costs next to nothing.
 */
export function findTokens(text: string, start = 0, end = text.length): FoundToken[] {
  const found: FoundToken[] = [];
  if (end - start < shortestRun) return found;
  let at = start + shortestRun - 1;
  while (at < end) {
    let back = at;
    const from = at - shortestRun + 1;
    while (back >= from && isTokenCharacter[text.charCodeAt(back)] === 1) back--;
    if (back >= from) {
      at = back + shortestRun;
      continue;
    }
    const word = wordAround(text, at, start, end);
    if (word.end - word.start <= longestWord) readWord(text.slice(word.start, word.end), word.start, found);
    at = word.end + shortestRun;
  }
  for (const hint of blockHints) {
    if (!text.includes(hint)) continue;
    for (const block of blocks) if (block.hints.includes(hint)) collect(block, text.slice(start, end), start, found);
  }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start);
}

function wordAround(text: string, at: number, start: number, end: number): Span {
  let from = at;
  let to = at;
  while (from > start && !isBreak(text.charCodeAt(from - 1))) from--;
  while (to < end && !isBreak(text.charCodeAt(to))) to++;
  return { start: from, end: to };
}

/** Blank, line break, quote or backquote: what no token holds. */
function isBreak(code: number): boolean {
  return code <= 32 || code === 34 || code === 39 || code === 96;
}

function readWord(word: string, offset: number, found: FoundToken[]): void {
  if (hasHint(word)) {
    for (const pattern of shared) {
      if (pattern.hints.some((hint) => word.includes(hint))) collect(pattern, word, offset, found);
    }
  } else if (word.indexOf('.') !== word.lastIndexOf('.')) {
    for (const pattern of dotted) collect(pattern, word, offset, found);
  }
}

function collect(pattern: SecretPattern, word: string, offset: number, found: FoundToken[]): void {
  const { pattern: format, entropy: least = leastEntropy } = pattern;
  format.lastIndex = 0;
  for (let match = format.exec(word); match; match = format.exec(word)) {
    const token = match[0];
    if (isSample(token) || entropy(token) < least) continue;
    const start = offset + match.index;
    found.push({ pattern, start, end: start + token.length });
  }
}
