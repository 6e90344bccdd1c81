/** What log lines leave out: cookies, and what a failed statement was given, such as hashes, mails and addresses. */
export const logRedactions = [
  'req.headers.cookie',
  'req.headers.authorization',
  'err.params',
  'err.detail',
  'err.cause.params',
  'err.cause.detail',
];

interface LoggedRequest {
  readonly method: string;
  readonly url: string;
  readonly ip: string;
}

/** A request as the log names it: links in mails open accounts, so their tokens are not written down. */
export function loggedRequest({ method, url, ip }: LoggedRequest) {
  return { method, url: url.replace(/([?&]token=)[^&]+/g, '$1...'), remoteAddress: ip };
}
