import type { Build } from '../../model/build-types';
import { frontendMinor } from '../../model/frontend';
import { HEREDOC_MINOR } from '../../model/runs/to-heredoc';
import type { ShellCommand, ShellScript, ShellStatement } from '../../model/shell/shell-command';
import { isCertainlyRoot } from '../../model/stages/root';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { lineAt, lineEnd } from '../../text/source';
import { table } from '../../text/table';
import { likeOf } from '../instruction-above';
import type { Finding, Fix, Rule } from '../rule';

export const preferCopyHeredoc: Rule = {
  id: 'style/prefer-copy-heredoc',
  aliases: ['tally/prefer-copy-heredoc'],
  severity: 'hint',
  about: { instructions: ['RUN'], texts: ['>', '<<'] },
  summary: 'Write a file with COPY and a here-document.',
  why: `A RUN that only writes a fixed text to a file needs a shell, its quoting and a container for what COPY does: with a here-document the
    text stands in the Dockerfile as it will be in the file. A RUN is reported that writes one file by echo, printf or cat, and
    perhaps makes its directory and sets its mode; the text holds no variables of the shell. Appending to a file that is there
    already is left alone, and so are files that the builder mounts, and files where the frontend is known to be too old (1.4).`,
  fixable: { safety: 'unsafe', because: 'COPY makes the file anew, with mode 0644 and for root.' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN echo "[server]" > /etc/app.ini && echo "port = 80" >> /etc/app.ini
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        COPY <<'EOF' /etc/app.ini
        [server]
        port = 80
        EOF
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const minor = frontendMinor(build);
    if (minor !== undefined && minor < HEREDOC_MINOR) return found;
    for (const script of build.scripts) {
      const written = readWritten(build, script);
      if (!written) continue;
      found.push({
        at: { start: script.statements[0]!.start, end: script.statements.at(-1)!.end },
        message: 'This only writes a file, which COPY does with a here-document.',
        fix: () => (minor === undefined ? undefined : toCopy(build, script, written)),
      });
    }
    return found;
  },
};

interface Written {
  readonly path: string;
  /** Undefined where it is not sure what the shell makes of it. */
  readonly content: string | undefined;
  readonly mode: string | undefined;
}

/** Mounted by the builder or the kernel, so that a COPY would not reach them. */
const MOUNTED = /^\/(?:dev|proc|sys)\/|^\/etc\/(?:hosts|hostname|resolv\.conf)$/;

/** The file that a RUN writes, where it does nothing else. */
function readWritten(build: Build, script: ShellScript): Written | undefined {
  const { form, dialect, broken, statements, instruction } = script;
  if (form !== 'shell' || dialect !== 'posix' || broken || instruction.flags.length > 0 || statements.length === 0)
    return undefined;
  if (!script.commands.some(({ redirects }) => redirects.length > 0)) return undefined;
  let path: string | undefined;
  let folder: string | undefined;
  let mode: string | undefined;
  let content: string | undefined = '';
  for (const statement of statements) {
    const command = onlyCommand(statement);
    if (!command) return undefined;
    const { name, arguments: words, redirects } = command;
    if (redirects.length === 0) {
      if (words.some(({ literal }) => !literal)) return undefined;
      const given = words.map(({ value }) => value);
      if (name === 'set' && statement === statements[0]) continue;
      if (name === 'mkdir' && path === undefined && folder === undefined && given.length === 2 && given[0] === '-p')
        folder = given[1]!;
      else if (name === 'chmod' && given.length === 2 && given[1] === path && mode === undefined) mode = given[0]!;
      else return undefined;
      continue;
    }
    const text = readText(build, script, command);
    const target = redirects.find(({ operator }) => operator === '>' || operator === '>>');
    if (!text || !target?.target?.literal || mode !== undefined) return undefined;
    if (path === undefined ? target.operator !== '>' : target.target.value !== path) return undefined;
    if (target.operator === '>') content = '';
    path = target.target.value;
    content = content === undefined || text.content === undefined ? undefined : content + text.content;
  }
  if (path === undefined || !/^[\w./@%+:-]+$/.test(path) || MOUNTED.test(path)) return undefined;
  if (folder !== undefined && folder.replace(/\/$/, '') !== path.replace(/\/[^/]*$/, '')) return undefined;
  return { path, content, mode };
}

function onlyCommand({ kind, before, background, commands }: ShellStatement): ShellCommand | undefined {
  const joined = before === undefined || before === '&&' || before === ';' || before === '\n';
  const [command] = commands;
  if (kind !== 'command' || !joined || background || commands.length !== 1 || !command || command.quotedBy)
    return undefined;
  return command.words[0] === command.nameWord && command.assignments.length === 0 ? command : undefined;
}

/** What a command prints, where its words tell. */
function readText(
  build: Build,
  script: ShellScript,
  command: ShellCommand,
): { readonly content: string | undefined } | undefined {
  const { name, arguments: words, redirects } = command;
  const values = words.map(({ value }) => value);
  if (name === 'cat') {
    const [heredoc] = script.instruction.heredocs;
    if (words.length > 0 || redirects.length !== 2 || script.instruction.heredocs.length !== 1 || !heredoc)
      return undefined;
    const body = build.source.text.slice(heredoc.body.start, heredoc.body.end);
    if (heredoc.expand && /[$`\\]/.test(body)) return undefined;
    return { content: heredoc.chomp ? body.replace(/^\t+/gm, '') : body };
  }
  if (redirects.length !== 1 || words.some(({ literal, text }) => !literal || /^[^'"]*[*?[~]/.test(text)))
    return undefined;
  if (name === 'echo') {
    const [first] = values;
    const isPlain = !values.some((value) => value.includes('\\')) && !/^-[neE]+$/.test(first ?? '');
    return { content: isPlain ? `${values.join(' ')}\n` : undefined };
  }
  if (name !== 'printf' || values.length === 0) return undefined;
  const [format = '', ...given] = values;
  if (given.length > 0) return { content: format === '%s\\n' ? given.map((one) => `${one}\n`).join('') : undefined };
  const isPlain = !format.includes('%') && !/\\(?![nt\\])/.test(format) && !format.startsWith('-');
  return { content: isPlain ? format.replace(/\\([nt\\])/g, (_, sign: string) => ESCAPES[sign]!) : undefined };
}

const ESCAPES: Readonly<Record<string, string>> = table({ n: '\n', t: '\t', '\\': '\\' });

/** A COPY that brings the same file, where its text can stand in a here-document. */
function toCopy(build: Build, script: ShellScript, { path, content, mode }: Written): Fix | undefined {
  const { source } = build;
  const { instruction } = script;
  if (content === undefined || !content.endsWith('\n') || source.newline === '\r\n' || instruction.inner.length > 0)
    return undefined;
  if (!isCertainlyRoot(build, instruction)) return undefined;
  const octal =
    mode === undefined ? undefined : /^[0-7]{3,4}$/.test(mode) ? mode : /^[au]*\+x$/.test(mode) ? '0755' : '';
  if (octal === '') return undefined;
  const lines = content.split('\n');
  const name = ['EOF', 'EOT', 'END'].find((one) => !lines.includes(one));
  if (name === undefined) return undefined;
  const flag = octal === undefined ? '' : ` --chmod=${octal}`;
  const head = `${likeOf(source.text, instruction, 'COPY')}${flag} <<'${name}' ${path}`;
  const last = instruction.heredocs.at(-1)?.end ?? instruction.end;
  const end = lineEnd(source, lineAt(source, last));
  return {
    title: 'Write it with COPY',
    edits: [replace({ start: instruction.start, end }, `${head}\n${content}${name}`)],
  };
}
