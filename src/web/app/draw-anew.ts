import { loginAsTexts } from '../texts/login-as.ts';
import { myProfileTexts } from '../texts/my-profile.ts';
import { toast } from '../ui/toast.tsx';

const key = 'ambit.notice';

const notices = {
  formats: { title: myProfileTexts.formatsSaved, text: undefined },
  exited: { title: loginAsTexts.exited, text: undefined },
  'login-as/ended': { title: loginAsTexts.ended, text: loginAsTexts.endedText },
  'session/other-person': { title: loginAsTexts.otherPerson, text: loginAsTexts.otherPersonText },
};
type Notice = keyof typeof notices;

/** Loads the whole page again, so that nothing of the person, or notation, it was drawn for stays in its memory. */
export function drawAnew(address: string, notice?: Notice): void {
  if (notice) sessionStorage.setItem(key, notice);
  window.location.assign(address);
}

function isNotice(text: string | null): text is Notice {
  return text !== null && Object.hasOwn(notices, text);
}

/** Says, once, why the page was loaded again. */
export function sayNotice(): void {
  const notice = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (isNotice(notice)) toast.success(notices[notice].title, notices[notice].text);
}
