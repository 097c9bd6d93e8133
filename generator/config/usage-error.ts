/** A command line or a config that cannot be followed: shown with its one line of help, exit 2. */
export class UsageError extends Error {
  readonly help: string;
  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}
