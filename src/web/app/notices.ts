import { loginAsTexts } from '../texts/login-as.ts';
import { myProfileTexts } from '../texts/my-profile.ts';
import { toast } from '../ui/toast.tsx';
import type { Notice } from './draw-anew.ts';

const notices: Readonly<Record<Notice, { title: string; text?: string }>> = {
  formats: { title: myProfileTexts.formatsSaved },
  exited: { title: loginAsTexts.exited },
  'login-as/ended': { title: loginAsTexts.ended, text: loginAsTexts.endedText },
  'session/other-person': { title: loginAsTexts.otherPerson, text: loginAsTexts.otherPersonText },
};

function isNotice(text: string): text is Notice {
  return Object.hasOwn(notices, text);
}

/** Why the page was loaded again; anything else in the storage of the browser says nothing. */
export function say(notice: string): void {
  if (isNotice(notice)) toast.success(notices[notice].title, notices[notice].text);
}
