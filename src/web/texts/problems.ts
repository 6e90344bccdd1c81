const byStatus: Readonly<Record<number, string>> = {
  0: 'The server cannot be reached. Check your connection and try again.',
  401: 'You are signed out. Sign in again to go on.',
  403: 'Your profile does not allow this.',
  404: 'This does not exist, or it is not visible to you.',
  409: 'Somebody else changed this in the meantime. Load it again and repeat your change.',
  410: 'This link has expired or was used before. Ask for a new one.',
  413: 'The file is too large.',
  428: 'Load the page again before you save.',
  429: 'Too many attempts. Wait a moment and try again.',
  500: 'Something went wrong on the server. Nothing was changed. Try again.',
  502: 'The server cannot be reached. Try again in a moment.',
  503: 'The server is busy or restarting. Try again in a moment.',
};

export const problemTexts = { byStatus, unknown: 'Something went wrong. Try again.' } as const;
