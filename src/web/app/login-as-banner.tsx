import { LogOut, UserRoundCog } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSession } from '../access/use-session.ts';
import { api } from '../lib/api.ts';
import { ApiProblem } from '../lib/api-problem.ts';
import { fullName } from '../lib/format.ts';
import { isPersonChange } from '../lib/person.ts';
import { loginAsTexts as texts } from '../texts/login-as.ts';
import { Button } from '../ui/button.tsx';
import { messageOf } from '../ui/message-of.ts';
import { toast } from '../ui/toast.tsx';
import { drawAnew } from './draw-anew.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

/** On every page while somebody is logged in as another person: who as whom, how long still, and the way out. */
export function LoginAsBanner({ actor }: { actor: string }) {
  const subject = fullName(useSession().user);
  const left = useSecondsLeft();
  return (
    <section
      aria-label={texts.region}
      data-login-as=""
      className="sticky top-0 z-30 flex h-(--banner-height) items-center gap-2 border-b border-warning bg-warning-soft px-3 text-warning md:px-6"
    >
      <ExitButton />
      <UserRoundCog aria-hidden size={18} className="shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col sm:flex-row sm:items-center sm:gap-4">
        <p className="line-clamp-2 font-semibold wrap-anywhere sm:line-clamp-1">
          {texts.who(actor, subject)}
        </p>
        <p role="timer" className="tabular shrink-0">
          {texts.left(Math.floor(left / 60), String(left % 60).padStart(2, '0'))}
        </p>
      </div>
      <Announcement left={left} subject={subject} />
    </section>
  );
}

/** First in the page, so that it is the first thing the keyboard reaches; it stands at the end of the line. */
function ExitButton() {
  const [busy, setBusy] = useState(false);
  const exit = async () => {
    setBusy(true);
    try {
      await api('DELETE /session/login-as');
      drawAnew('/', 'exited');
    } catch (error) {
      setBusy(false);
      // It was over already: the page is being loaded again.
      if (error instanceof ApiProblem && isPersonChange(error.code)) return;
      toast.failure(messageOf(error));
    }
  };
  return (
    <Button
      className="order-last shrink-0"
      icon={<LogOut aria-hidden size={14} />}
      busy={busy}
      onClick={exit}
    >
      {texts.exit}
    </Button>
  );
}

/** Read out three times at most: as it begins, and when the end comes near. */
function Announcement({ left, subject }: { left: number; subject: string }) {
  const [said, setSaid] = useState('');
  const text = left > 300 ? texts.begun(subject) : left > 60 ? texts.fiveLeft : texts.oneLeft;
  // A live region speaks of what changes in it, not of what it began with.
  useEffect(() => setSaid(text), [text]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
