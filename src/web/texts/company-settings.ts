export const companyTexts = {
  title: 'Company settings',
  subtitle: 'They hold for the whole installation and everybody in it.',
  name: 'Company name',
  nameHint: 'Shown in the navigation, on the sign-in page and in mails.',
  nameMissing: 'Enter the name of the company.',
  currency: 'Currency',
  currencyMissing: 'Choose a currency.',
  timeZone: 'Time zone',
  timeZoneHint:
    'Times are shown in it to everybody who has not chosen their own, and it decides which calendar day it is for the company.',
  timeZoneMissing: 'Choose a time zone.',
  language: 'Formats of dates and numbers',
  languageHint:
    'For everybody who has not chosen their own, and in mails and documents. The texts are in English.',
  browserFormats: 'As each browser writes them',
  supportEmail: 'Support e-mail',
  supportEmailHint: 'Whom to ask: shown with every refusal and at the end of every mail.',
  supportEmailWrong: 'Enter an e-mail address such as help@company.com, or leave it empty.',
  save: 'Save',
  saved: 'Company settings saved',
} as const;
