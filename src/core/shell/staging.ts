/** A `git add`, `rm`, `mv`, `restore`, `reset` or `commit` that runs before a commit in the same text. */
export interface StagingCall {
  readonly subcommand: string;
  /** The words behind the subcommand, without their quotes. In those of `commit` a null stands for what is not known. */
  readonly args: readonly (string | null)[];
  /** As in `CommitCall`. */
  readonly directory: readonly string[] | null;
}
