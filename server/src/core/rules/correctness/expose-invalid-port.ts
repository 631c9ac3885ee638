import { isAddress, type PortSpec, portsOf, readPortRange } from '../../model/syntax/ports';
import { dockerfile } from '../../text/dockerfile';
import { instructionsOf, refusal } from '../refusals';
import type { Finding, Rule } from '../rule';

export const exposeInvalidPort: Rule = {
  id: 'correctness/expose-invalid-port',
  aliases: ['INVALID_PORT', 'INVALID_PROTO'],
  severity: 'error',
  stops: ['buildkit', 'hadolint'],
  about: { instructions: ['EXPOSE'] },
  summary: 'Expose numbers of ports, with tcp, udp or sctp.',
  why:
    'The builder refuses what is no port: names, lists with commas, a range that runs backwards, protocols other than tcp, udp and ' +
    'sctp. A comment cannot stand behind the ports. Words with variables that the file does not tell are not looked at.',
  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.29
        EXPOSE 80,443
               ^^^^^^ A port is a number, or two with a hyphen between.
        EXPOSE 53/dns
               ^^^^^^ The protocol is tcp, udp or sctp.
      `,
      good: dockerfile`
        FROM nginx:1.29
        EXPOSE 80 443
        EXPOSE 53/udp
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const instruction of instructionsOf(build, settings, 'EXPOSE')) {
      for (const port of portsOf(build, instruction)) {
        const wrong = misfit(port);
        if (wrong !== undefined) found.push(refusal(instruction, { at: port.word, message: wrong }));
        if (port.text.startsWith('#')) break;
      }
    }
    return found;
  },
};

function misfit({ ip, host, container, protocol, text }: PortSpec): string | undefined {
  if (text.startsWith('#')) return 'A comment cannot stand behind an instruction: its words are read as ports.';
  if (container === '') return 'There is no port.';
  if (!/^(?:tcp|udp|sctp)?$/i.test(protocol)) return 'The protocol is tcp, udp or sctp.';
  const inside = readPortRange(container);
  const outside = host === '' ? inside : readPortRange(host);
  if (!inside || !outside) return 'A port is a number, or two with a hyphen between.';
  if (inside[0] > inside[1] || outside[0] > outside[1]) return 'The range runs backwards.';
  if (host !== '' && inside[0] !== inside[1] && inside[1] - inside[0] !== outside[1] - outside[0]) {
    return 'The ranges of the host and of the container are not equally long.';
  }
  return ip === '' || isAddress(ip) ? undefined : 'In front of the ports stands no address.';
}
