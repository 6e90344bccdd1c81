/** Who writes: every mail ends with it. */
export interface Sender {
  readonly company: string;
  /** Whom the reader can write to; a mail without one says nothing about it. */
  readonly support: string | null;
}

/** A mail as text: greeting, paragraphs, and who it is from. */
export function letter(name: string, { company, support }: Sender, paragraphs: readonly string[]): string {
  const footer = support === null ? company : `${company}\nQuestions? Write to ${support}`;
  return `${[`Hello ${name},`, ...paragraphs, footer].join('\n\n')}\n`;
}
