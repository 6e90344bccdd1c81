import { describe, expect, it } from 'vitest';
import { problemsIn, render, samplesOf } from './render.ts';
import { templateKeys, templateOf, variablesOf } from './templates/all.ts';

const variables = {
  name: { says: 'Who.', sample: 'Ada' },
  text: { says: 'What.', sample: 'one\ntwo', lines: true },
  link: { says: 'Where.', sample: 'https://portal.example.com/x', required: true },
} as const;

describe('render', () => {
  it.each([
    ['{{name}}', 'Ada'],
    ['{{ name }}{{name}}', 'AdaAda'],
    ['{name} {{}} {{other}} {{toString}} {{__proto__}}', '{name} {{}} {{other}} {{toString}} {{__proto__}}'],
    ['{{{name}}}', '{Ada}'],
  ])('fills %j in as %j', (subject, expected) => {
    expect(render({ subject, body: 'x' }, variables, { name: 'Ada' }).subject).toBe(expected);
  });

  it('does not read a value as words: what somebody is called changes nothing else', () => {
    const values = { name: '{{link}} $& $1 {{name}}', link: 'https://portal.example.com/secret' };
    const { subject, body } = render({ subject: 'Hi {{name}}', body: '{{name}}' }, variables, values);
    expect(subject).toBe('Hi {{link}} $& $1 {{name}}');
    expect(body).toBe('{{link}} $& $1 {{name}}\n');
  });

  it.each([
    'Ada\r\nBcc: all@example.com',
    'Ada\nBcc: all@example.com',
    'Ada\u2028Bcc: all@example.com',
    'Ada\u0085Bcc: x',
    'Ada\0\u0007',
  ])('keeps a subject with %j on one line', (name) => {
    const { subject } = render({ subject: 'Hello {{name}}', body: 'x' }, variables, { name });
    expect(subject).toMatch(/^Hello Ada[^\p{Cc}\p{Zl}\p{Zp}]*$/u);
  });

  it('keeps a name in the text on one line, and several lines only where they belong', () => {
    const values = { name: 'Ada\n\nPay here: https://evil.example', text: 'one\r\ntwo\u0007' };
    const { body } = render({ subject: 's', body: 'Hello {{name}},\n\n{{text}}' }, variables, values);
    expect(body).toBe('Hello Ada Pay here: https://evil.example,\n\none\ntwo\n');
  });

  it('cuts what is too long for a mail', () => {
    const long = 'x'.repeat(100_000);
    const { subject, body } = render({ subject: '{{name}}', body: '{{text}}' }, variables, {
      name: long,
      text: long,
    });
    expect([subject.length, body.length]).toEqual([300, 50_001]);
  });
});

describe('problemsIn', () => {
  const joined = '{{link}} opens an account: leave a space or a line break before and after it';
  it.each([
    ['Hi {{name}}', 'Go to {{link}}', []],
    ['Hi {{nam}}', 'Go to {{link}}', [['subject', 'There is no variable {{nam}}']]],
    ['Hi', 'Go to {{ link }} {{toString}}', [['body', 'There is no variable {{toString}}']]],
    ['Hi', 'Go', [['body', 'The text needs {{link}}']]],
    ['Hi {{link}}', 'Go to {{link}}', [['subject', '{{link}} opens an account: keep it out of the subject']]],
    ['Hi', 'https://evil.example/?to={{link}}', [['body', joined]]],
    ['Hi', '{{link}}\n\nhttps://evil.example/{{ link }}', [['body', joined]]],
    ['Hi', 'https://evil.example/?\u200b{{link}}', [['body', joined]]],
    ['Hi', '{{name}}{{link}}', [['body', joined]]],
    ['Hi', '{{link}}@evil.example', [['body', joined]]],
    ['Hi {{name', 'Go to {{link}}', [['subject', 'A variable is written {{like_this}}']]],
    ['Hi', '{{link}} }}', [['body', 'A variable is written {{like_this}}']]],
    ['Hi', '{{link}} {{}}', [['body', 'There is no variable {{}}']]],
    ['Hi', '{{link}} {{a\nb}}', [['body', 'There is no variable {{a\nb}}']]],
  ])('of %j and %j are %j', (subject, body, expected) => {
    const found = problemsIn({ subject, body }, variables).map(({ field, message }) => [field, message]);
    expect(found).toEqual(expected);
  });
});

describe.each(templateKeys)('the template %s', (key) => {
  const declared = variablesOf(key);

  it('can be sent as it comes', () => {
    expect(problemsIn(templateOf(key), declared)).toEqual([]);
    const { subject, body } = render(templateOf(key), declared, samplesOf(declared));
    expect(`${subject}${body}`).not.toMatch(/\{\{|\}\}/);
    expect(subject).toMatch(/^[^\n]{5,200}$/);
    expect(body).toMatch(/^Hello .+,\n\n/);
    expect(body).toContain(samplesOf(declared).signature);
  });

  it('is essential exactly where a link opens an account, or a change of one is told', () => {
    const links = Object.values(declared).some(({ required }) => required);
    const told = ['email_changed', 'password_changed'].includes(key);
    expect(templateOf(key).essential === true).toBe(links || told);
  });
});
