export interface Mail {
  readonly to: string;
  readonly template: string;
  readonly subject: string;
  readonly text: string;
  /** A PDF that goes with it. */
  readonly attachment?: { readonly name: string; readonly content: Buffer };
}

/** Takes mails inside the transaction that causes them; they leave after its commit. */
export interface MailQueue {
  queue(mail: Mail): Promise<void>;
  /** Sends what is still waiting; answers when all was tried. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
