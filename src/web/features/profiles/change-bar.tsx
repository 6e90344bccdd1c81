import { profileTexts } from '../../texts/profiles.ts';
import { Button } from '../../ui/button.tsx';
import './change-bar.css';

type ChangeBarProps = {
  changes: number;
  holders: string | null;
  onDiscard: () => void;
  onReview: () => void;
};

/** Stays in sight while there is something to save. */
export function ChangeBar({ changes, holders, onDiscard, onReview }: ChangeBarProps) {
  const words = [profileTexts.changes(changes), holders].filter(Boolean).join(', ');
  return (
    <section
      aria-label={profileTexts.bar}
      data-change-bar=""
      className="sticky bottom-0 z-20 mt-4 flex flex-wrap items-center justify-between gap-2 rounded-t-lg border border-b-0 border-line bg-raised px-4 py-3 shadow-popup"
    >
      <p role="status" className="tabular font-medium">
        {words}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button tone="ghost" onClick={onDiscard}>
          {profileTexts.discard}
        </Button>
        <Button tone="primary" onClick={onReview}>
          {profileTexts.review}
        </Button>
      </div>
    </section>
  );
}
