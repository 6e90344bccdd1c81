import clsx from 'clsx';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';

export type Tab = { key: string; label: string; count?: string | number; content: ReactNode };

export type TabsProps = {
  label: string;
  tabs: readonly Tab[];
  value: string;
  onChange: (key: string) => void;
};

function neighbour(key: string, at: number, count: number): number | undefined {
  const places: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count - 1 };
  const place = places[key];
  return place === undefined ? undefined : (place + count) % count;
}

/** Where the strip is wider than the page, the open tab is brought into it. */
function useOpenInSight(open: string | undefined) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tabs = strip.current;
    const tab = open === undefined ? null : tabs?.querySelector<HTMLElement>('[aria-selected=true]');
    if (tabs && tab)
      tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
  }, [open]);
  return strip;
}

/** Related lists of a record. Only the open panel is mounted, so only it loads. */
export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  const id = useId();
  const open = tabs.find((tab) => tab.key === value) ?? tabs[0];
  const strip = useOpenInSight(open?.key);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex((tab) => tab.key === open?.key);
    const next = tabs[neighbour(event.key, at, tabs.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    document.getElementById(`${id}-${next.key}`)?.focus();
    onChange(next.key);
  };
  return (
    <div>
      <div
        ref={strip}
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className="mb-4 flex gap-4 overflow-x-auto border-b border-line"
      >
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab === open}
            aria-controls={tab === open ? `${id}-panel` : undefined}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => onChange(tab.key)}
            className={clsx(
              'border-b-2 px-1 py-2 font-medium whitespace-nowrap -outline-offset-2 hover:text-ink',
              tab === open ? 'border-accent text-ink' : 'border-transparent text-ink-muted',
            )}
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="tabular ms-1 text-ink-muted">{tab.count}</span>
            )}
          </button>
        ))}
      </div>
      {open ? (
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open.key}`}>
          {open.content}
        </div>
      ) : null}
    </div>
  );
}
