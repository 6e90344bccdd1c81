/** A template as form fields hold it. */
export type TemplateValues = { subject: string; body: string; active: boolean };
