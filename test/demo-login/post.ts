/** How the site sends mail: the port between what is written and what carries it. */
export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

export interface Post {
  /** False when it cannot be sent now; why stands in the terminal. */
  send(mail: Mail): Promise<boolean>;
  /** Whether mail can be sent now, found out as `send` would and in about the same time, but without a mail. */
  isReady(): Promise<boolean>;
}

/** For a site that was given no mail server. */
export const noPost: Post = {
  send: () => Promise.resolve(false),
  isReady: () => Promise.resolve(false),
};
