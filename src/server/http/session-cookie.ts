export const sessionCookie = 'ambit_session';
