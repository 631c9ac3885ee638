/** What a flag's value looks like: completion offers the words of a list, checks compare with them. */
export type FlagValue = 'boolean' | 'duration' | 'number' | 'text' | readonly string[];

/** A flag of an instruction. */
export interface FlagFacts {
  /** Lower case, without dashes. */
  readonly name: string;
  readonly summary: string;
  /** `boolean` flags may stand bare, as in `--link`. */
  readonly value: FlagValue;
  /** Whether it may be written several times. */
  readonly repeatable?: boolean;
  /** The first `docker/dockerfile` frontend that knows it; undefined: all of them. */
  readonly since?: string;
  /** The first one of the labs channel, where that had it earlier. */
  readonly sinceLabs?: string;
  readonly url: string;
}

/** What Docker's reference says about an instruction, in one line and a link. */
export interface InstructionFacts {
  readonly keyword: string;
  /** A sentence in the present tense. */
  readonly summary: string;
  /** Its forms, as one would write them. */
  readonly forms: readonly string[];
  readonly flags: readonly FlagFacts[];
  readonly url: string;
  /** What to write instead, where Docker advises against it. */
  readonly deprecated?: string;
}

export type MountType = 'bind' | 'cache' | 'secret' | 'ssh' | 'tmpfs';

/** A type of `RUN --mount`. */
export interface MountTypeFacts {
  readonly type: MountType;
  readonly summary: string;
  readonly url: string;
}

/** An option of `RUN --mount`. */
export interface MountOptionFacts {
  readonly name: string;
  /** Other spellings, as good as `name`. */
  readonly aliases: readonly string[];
  readonly summary: string;
  /** The types on which it has an effect. */
  readonly usedBy: readonly MountType[];
  /** The types for which the builder fails when it is given; on the rest it is passed over in silence. */
  readonly refusedBy: readonly MountType[];
  /** Types for which it should be given: without a target they cover the working directory, and fail where that is `/`. */
  readonly wantedBy?: readonly MountType[];
  /** `octal` and `number` are whole numbers of base 8 and 10. */
  readonly value: 'boolean' | 'number' | 'octal' | 'path' | 'size' | 'text' | readonly string[];
  /** Whether it may stand without a value. */
  readonly bare: boolean;
  readonly since?: string;
}

const reference = 'https://docs.docker.com/reference/dockerfile/';

type FlagRow = Omit<FlagFacts, 'name' | 'url'>;

function instruction(
  keyword: string,
  {
    flags = {},
    anchor,
    ...facts
  }: Omit<InstructionFacts, 'keyword' | 'flags' | 'url'> & {
    readonly flags?: Readonly<Record<string, FlagRow>>;
    readonly anchor?: string;
  },
): InstructionFacts {
  const lower = keyword.toLowerCase();
  return {
    keyword,
    ...facts,
    url: `${reference}#${anchor ?? lower}`,
    // Healthcheck's flags have no headings of their own in the reference.
    flags: Object.entries(flags).map(([name, flag]) => ({
      name,
      ...flag,
      url: `${reference}#${keyword === 'HEALTHCHECK' || keyword === 'FROM' ? lower : `${lower}---${name}`}`,
    })),
  };
}

const ownership: Readonly<Record<'chown' | 'chmod' | 'link' | 'exclude', FlagRow>> = {
  chown: {
    summary: 'Owner and group of the copies, by name or number (`user:group`); root without it.',
    value: 'text',
  },
  chmod: {
    summary: 'Permissions of the copies: octal (`755`) or, since 1.14, symbolic (`u=rwX,go=rX`).',
    value: 'text',
    since: '1.2',
  },
  link: {
    summary:
      'Puts the files in a layer of their own that does not depend on the layers below, so it stays cached when they change.',
    value: 'boolean',
    since: '1.4',
  },
  exclude: {
    summary: 'Leaves out the paths that match the pattern.',
    value: 'text',
    repeatable: true,
    since: '1.19',
    sinceLabs: '1.7',
  },
};

/** Every instruction that the Dockerfile frontend knows, sorted by keyword. */
export const instructionFacts: readonly InstructionFacts[] = [
  instruction('ADD', {
    summary:
      'Copies files from the build context, a URL or a Git repository into the image; unpacks local tar archives.',
    forms: ['ADD [flags] <source>... <destination>', 'ADD [flags] ["<source>", ... "<destination>"]'],
    flags: {
      ...ownership,
      checksum: {
        summary: 'The digest (`sha256:…`) or Git commit that the download must have, or the build fails.',
        value: 'text',
        since: '1.6',
      },
      'keep-git-dir': { summary: 'Keeps the `.git` folder of a Git source.', value: 'boolean', since: '1.1' },
      unpack: {
        summary: 'Whether tar archives are unpacked: by default local ones are, downloaded ones are not.',
        value: 'boolean',
        since: '1.17',
      },
    },
  }),
  instruction('ARG', {
    summary: 'Declares a variable that `docker build --build-arg` can set, in force to the end of the stage.',
    forms: ['ARG <name>[=<default>] [<name>[=<default>]...]'],
  }),
  instruction('CMD', {
    summary: 'Sets the command that a container runs by default, or the default arguments of the ENTRYPOINT.',
    forms: ['CMD ["<executable>", "<argument>", ...]', 'CMD ["<argument>", ...]', 'CMD <command>'],
  }),
  instruction('COPY', {
    summary: 'Copies files from the build context, a build stage or an image into the image.',
    forms: ['COPY [flags] <source>... <destination>', 'COPY [flags] ["<source>", ... "<destination>"]'],
    flags: {
      ...ownership,
      from: { summary: 'The stage, image or named context to copy from, instead of the build context.', value: 'text' },
      parents: {
        summary: 'Keeps the folders of the sources; `/./` in a source marks where the kept part begins.',
        value: 'boolean',
        since: '1.20',
        sinceLabs: '1.7',
      },
    },
  }),
  instruction('ENTRYPOINT', {
    summary: 'Sets the executable that a container starts; CMD and the arguments of `docker run` follow it.',
    forms: ['ENTRYPOINT ["<executable>", "<argument>", ...]', 'ENTRYPOINT <command>'],
  }),
  instruction('ENV', {
    summary: 'Sets environment variables, for the rest of the stage and for every container of the image.',
    forms: ['ENV <name>=<value> [<name>=<value>...]'],
  }),
  instruction('EXPOSE', {
    summary: 'Documents the ports that the container listens on; publishes none of them.',
    forms: ['EXPOSE <port>[/<protocol>] [<port>[/<protocol>]...]'],
  }),
  instruction('FROM', {
    summary: 'Starts a build stage on a base image, an earlier stage or `scratch`.',
    forms: ['FROM [--platform=<platform>] <image>[:<tag>][@<digest>] [AS <name>]'],
    flags: {
      platform: {
        summary: 'The platform of the base image, such as `linux/amd64` or `$BUILDPLATFORM`.',
        value: 'text',
      },
    },
  }),
  instruction('HEALTHCHECK', {
    summary: "Sets the command that tells whether a running container still works; `NONE` drops the base image's.",
    forms: ['HEALTHCHECK [flags] CMD <command>', 'HEALTHCHECK NONE'],
    flags: {
      interval: { summary: 'Time between two checks; 30 s by default.', value: 'duration' },
      retries: { summary: 'Failures in a row that make the container unhealthy; 3 by default.', value: 'number' },
      'start-interval': {
        summary: 'Time between two checks during the start period; 5 s by default; needs Docker Engine 25.',
        value: 'duration',
        since: '1.6',
      },
      'start-period': {
        summary: 'Time after the start in which failures do not count; none by default.',
        value: 'duration',
      },
      timeout: { summary: 'Time after which a check counts as failed; 30 s by default.', value: 'duration' },
    },
  }),
  instruction('LABEL', {
    summary: 'Adds metadata to the image as names with values.',
    forms: ['LABEL <name>=<value> [<name>=<value>...]'],
  }),
  instruction('MAINTAINER', {
    summary: "Sets the image's author.",
    forms: ['MAINTAINER <name>'],
    anchor: 'maintainer-deprecated',
    deprecated: 'LABEL org.opencontainers.image.authors',
  }),
  instruction('ONBUILD', {
    summary: 'Keeps an instruction for the build of an image that is based on this one.',
    forms: ['ONBUILD <instruction>'],
  }),
  instruction('RUN', {
    summary: 'Runs a command during the build and keeps what it changes as a new layer.',
    forms: ['RUN [flags] <command>', 'RUN [flags] ["<executable>", "<argument>", ...]', 'RUN [flags] <<EOF'],
    flags: {
      device: {
        summary: 'Makes a CDI device available to the command; the builder has to allow it.',
        value: 'text',
        repeatable: true,
        since: '1.27',
        sinceLabs: '1.14',
      },
      mount: {
        summary: 'Mounts files, a cache, a secret or an SSH agent for this command only.',
        value: 'text',
        repeatable: true,
        since: '1.2',
      },
      network: {
        summary: 'The network of the command; `host` has to be allowed by the builder.',
        value: ['default', 'none', 'host'],
        since: '1.3',
      },
      security: {
        summary: 'Runs the command in the sandbox or without it; `insecure` has to be allowed by the builder.',
        value: ['sandbox', 'insecure'],
        since: '1.20',
        sinceLabs: '1.0',
      },
    },
  }),
  instruction('SHELL', {
    summary: 'Sets the shell that runs the shell form of RUN, CMD and ENTRYPOINT from here on.',
    forms: ['SHELL ["<executable>", "<argument>", ...]'],
  }),
  instruction('STOPSIGNAL', {
    summary: 'Sets the signal that asks the container to exit.',
    forms: ['STOPSIGNAL <signal>'],
  }),
  instruction('USER', {
    summary: 'Sets the user, and optionally the group, of the following RUN instructions and of the container.',
    forms: ['USER <user>[:<group>]'],
  }),
  instruction('VOLUME', {
    summary: 'Marks paths whose content is kept outside the container.',
    forms: ['VOLUME <path>...', 'VOLUME ["<path>", ...]'],
  }),
  instruction('WORKDIR', {
    summary:
      'Sets the working directory of the instructions that follow and of the container, and makes it if missing.',
    forms: ['WORKDIR <path>'],
  }),
];

const byKeyword = new Map(instructionFacts.map((facts) => [facts.keyword, facts]));

/** What is known about an instruction; its keyword in upper case. */
export function findInstruction(keyword: string): InstructionFacts | undefined {
  return byKeyword.get(keyword);
}

/** What is known about a flag of an instruction; the flag's name in lower case, without dashes. */
export function findFlag(keyword: string, flag: string): FlagFacts | undefined {
  return byKeyword.get(keyword)?.flags.find(({ name }) => name === flag);
}

/** The types of `RUN --mount`; the builder takes `bind` when none is written. */
export const mountTypes: readonly MountTypeFacts[] = [
  ['bind', 'Shows files of the build context, a stage or an image to the command, read-only.'],
  ['cache', 'A folder that outlives the build, for compilers and package managers; it is never part of the image.'],
  ['secret', 'Shows a secret of the build as a file or a variable, and keeps it out of the image and the cache.'],
  ['ssh', 'Lets the command use the SSH agent or keys that the build was given.'],
  ['tmpfs', 'An empty folder in memory that is gone after the command.'],
].map(([type, summary]) => ({
  type: type as MountType,
  summary: summary!,
  url: `${reference}#run---mounttype${type}`,
}));

const everyType: readonly MountType[] = ['bind', 'cache', 'secret', 'ssh', 'tmpfs'];

function allBut(...types: readonly MountType[]): readonly MountType[] {
  return everyType.filter((type) => !types.includes(type));
}

/** The options of `RUN --mount`, sorted by name. */
export const mountOptions: readonly MountOptionFacts[] = [
  {
    name: 'env',
    aliases: [],
    summary: 'The variable that receives the secret, instead of a file.',
    usedBy: ['secret'],
    refusedBy: [],
    value: 'text',
    bare: false,
    since: '1.10',
  },
  {
    name: 'from',
    aliases: [],
    summary: 'The stage, image or named context that the files come from.',
    usedBy: ['bind', 'cache'],
    refusedBy: ['secret'],
    value: 'text',
    bare: false,
  },
  {
    name: 'gid',
    aliases: [],
    summary: 'The group of the folder, file or socket, as a number; 0 by default.',
    usedBy: ['cache', 'secret', 'ssh'],
    refusedBy: ['bind', 'tmpfs'],
    value: 'number',
    bare: false,
  },
  {
    name: 'id',
    aliases: [],
    summary: "The name of the cache, secret or SSH key; a cache's is its target by default.",
    usedBy: ['cache', 'secret', 'ssh'],
    refusedBy: [],
    value: 'text',
    bare: false,
  },
  {
    name: 'mode',
    aliases: [],
    summary: 'Permissions in octal: 0755 by default for a cache, 0400 for a secret, 0600 for an SSH socket.',
    usedBy: ['cache', 'secret', 'ssh'],
    refusedBy: ['bind', 'tmpfs'],
    value: 'octal',
    bare: false,
  },
  {
    name: 'readonly',
    aliases: ['ro'],
    summary: 'Forbids the command to write there.',
    usedBy: ['bind', 'cache'],
    refusedBy: [],
    value: 'boolean',
    bare: true,
  },
  {
    name: 'readwrite',
    aliases: ['rw'],
    summary: 'Lets the command write there; what it writes to a bind mount is lost afterwards.',
    usedBy: ['bind', 'cache'],
    refusedBy: [],
    value: 'boolean',
    bare: true,
  },
  {
    name: 'required',
    aliases: [],
    summary: 'Fails the step when the secret or key was not given to the build.',
    usedBy: ['secret', 'ssh'],
    refusedBy: allBut('secret', 'ssh'),
    value: 'boolean',
    bare: true,
  },
  {
    name: 'sharing',
    aliases: [],
    summary:
      'What happens when two builds use the cache at once: both write (`shared`, the default), each gets its own (`private`) or one waits (`locked`).',
    usedBy: ['cache'],
    refusedBy: allBut('cache'),
    value: ['shared', 'private', 'locked'],
    bare: false,
  },
  {
    name: 'size',
    aliases: [],
    summary: 'The most that the folder may hold, such as `64m`.',
    usedBy: ['tmpfs'],
    refusedBy: allBut('tmpfs'),
    value: 'size',
    bare: false,
  },
  {
    name: 'source',
    aliases: ['src'],
    summary: 'The path in the build context or in `from`; its root by default. For a secret, another word for `id`.',
    usedBy: ['bind', 'cache', 'secret'],
    refusedBy: [],
    value: 'path',
    bare: false,
  },
  {
    name: 'target',
    aliases: ['dst', 'destination'],
    summary:
      'The path where the command finds it, relative to the working directory; that directory itself when left out.',
    usedBy: everyType,
    refusedBy: [],
    wantedBy: ['bind', 'cache', 'tmpfs'],
    value: 'path',
    bare: false,
  },
  {
    name: 'type',
    aliases: [],
    summary: 'What is mounted; `bind` by default.',
    usedBy: everyType,
    refusedBy: [],
    value: everyType,
    bare: false,
  },
  {
    name: 'uid',
    aliases: [],
    summary: 'The owner of the folder, file or socket, as a number; 0 by default.',
    usedBy: ['cache', 'secret', 'ssh'],
    refusedBy: ['bind', 'tmpfs'],
    value: 'number',
    bare: false,
  },
];

const byOption = new Map(
  mountOptions.flatMap((option) => [option.name, ...option.aliases].map((name) => [name, option] as const)),
);

/** What is known about an option of `RUN --mount`, by any of its spellings in lower case. */
export function findMountOption(name: string): MountOptionFacts | undefined {
  return byOption.get(name);
}
