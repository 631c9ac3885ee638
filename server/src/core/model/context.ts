/** The directory that is sent to the builder, as an adapter found it. All paths are relative, with `/`, without `./`. */
export interface BuildContext {
  /** Whether a file or directory is there and not taken out by `.dockerignore`. */
  has(path: string): boolean;
  /** Whether `.dockerignore` takes the path out. */
  ignores(path: string): boolean;
  /** A text file's content; undefined when it is absent, ignored, large or was not read. */
  read(path: string): string | undefined;
  /** Every file that is not ignored; undefined when there were too many to list. */
  readonly files?: readonly string[];
}
