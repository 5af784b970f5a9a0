/** A mail as kept by the box. Addresses stand as they were typed: `ann@site.example` or `Ann Lee <ann@site.example>`. */
export type Mail = {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  /** Plain text, lines parted by `\n`. */
  readonly body: string;
  /** ISO time stamp. */
  readonly at: string;
  readonly unread: boolean;
  /** Id of the mail that this one answers. */
  readonly inReplyTo: string | null;
};

/** What a compose form holds; recipients still as the person typed them, parted by commas or semicolons. */
export type Writing = {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly subject: string;
  readonly body: string;
  /** Id of the draft that is being written on, or ''. */
  readonly draft: string;
  /** Id of the mail being answered, or ''. */
  readonly inReplyTo: string;
};

export const owner = 'Robin Ashby <robin@post.example>';
