/** Invoices travel with their PDF; once sent, it can be made again from the invoice. */
export const mailAttachments = {
  name: '0019-mail-attachments',
  sql: `
alter table mails
  add column attachment_name text check (char_length(attachment_name) between 1 and 200),
  add column attachment bytea;
`,
};
