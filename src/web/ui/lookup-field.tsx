import { Combobox as Base } from '@base-ui/react/combobox';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type Ref, useState } from 'react';
import { useSettled } from '../lib/use-settled.ts';
import { uiTexts } from '../texts/ui.ts';
import { controlClass, Field, type FieldProps } from './field.tsx';
import { menuItemClass, menuPopupClass } from './menu-parts.ts';

export type LookupItem = { id: string; name: string; note?: string | undefined };

/** The first of what was found, and whether there is more. */
export type LookupPage = { items: readonly LookupItem[]; more: boolean };

export type LookupFieldProps = FieldProps & {
  value: LookupItem | null;
  onChange: (item: LookupItem | null) => void;
  /** Names the search, so that answers are kept apart: "organizations". */
  searchKey: string;
  /** Told of what is typed. It then stays although it is no choice, to be put right. */
  onTyped?: (text: string) => void;
  search: (typed: string, signal: AbortSignal) => Promise<LookupPage>;
  placeholder?: string;
  disabled?: boolean;
  /** For forms, to focus it when it is missing. */
  inputRef?: Ref<HTMLInputElement>;
};

/** Why the text of the field changes when its list is left without a choice. */
const leftBehind: readonly string[] = ['input-clear', 'none'];

/** So long nothing is typed before the server is asked, in milliseconds. */
const rest = 200;

/** What is chosen now stays on offer, also where it would stand further down, or could not be chosen anew. */
function offeredOf({ items }: LookupPage, chosen: LookupItem | null): readonly LookupItem[] {
  return chosen && !items.some(({ id }) => id === chosen.id) ? [chosen, ...items] : items;
}

/** Choose one record of many by typing a part of its name or number. */
export function LookupField(props: LookupFieldProps) {
  const { value, onChange, searchKey, search, onTyped, placeholder, disabled, inputRef, ...field } = props;
  const [typed, setTyped] = useState(value?.name ?? '');
  const [shown, setShown] = useState(value?.id);
  const [open, setOpen] = useState(false);
  // Chosen by somebody else: by the field that it depends on, or by who was faster to save.
  if (shown !== value?.id) {
    setShown(value?.id);
    // Nothing chosen any more is what typing over the choice comes to.
    if (value || !onTyped) setTyped(value?.name ?? '');
  }
  // The popup stays inside the dialog that the field is in.
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const q = useSettled(typed === value?.name ? '' : typed.trim(), rest);
  const found = useQuery({
    queryKey: [searchKey, 'lookup', q],
    queryFn: ({ signal }) => search(q, signal),
    enabled: open,
  });
  const type = (text: string, { reason }: Base.Root.ChangeEventDetails) => {
    if (onTyped && leftBehind.includes(reason)) return;
    setTyped(text);
    if (reason === 'input-change') onTyped?.(text);
  };
  return (
    <Field {...field}>
      {(control) => (
        <Base.Root
          items={found.data ? offeredOf(found.data, q === '' ? value : null) : []}
          filter={null}
          value={value}
          onValueChange={(item) => onChange(item)}
          inputValue={typed}
          onInputValueChange={type}
          itemToStringLabel={(item) => item.name}
          isItemEqualToValue={(a, b) => a.id === b.id}
          open={open}
          onOpenChange={setOpen}
          disabled={disabled}
        >
          <span ref={setFrame} className="relative block">
            <Base.Input
              {...control}
              ref={inputRef}
              // While the list is open everything else is hidden from screen readers, the label too.
              aria-label={props.label}
              placeholder={placeholder}
              className={`${controlClass} pe-8`}
            />
            {disabled ? null : (
              <Base.Clear
                aria-label={uiTexts.clear}
                className="absolute end-1 top-1 inline-flex size-6 items-center justify-center rounded text-ink-muted hover:text-ink"
              >
                <X aria-hidden size={14} />
              </Base.Clear>
            )}
          </span>
          <LookupPopup
            frame={frame}
            searching={found.isPending}
            failed={found.error?.message}
            more={found.data?.more ?? false}
          />
        </Base.Root>
      )}
    </Field>
  );
}

type PopupProps = {
  frame: HTMLElement | null;
  searching: boolean;
  failed: string | undefined;
  more: boolean;
};

function LookupPopup({ frame, searching, failed, more }: PopupProps) {
  return (
    <Base.Portal container={frame}>
      <Base.Positioner positionMethod="fixed" sideOffset={4} align="start" className="z-60">
        <Base.Popup className={`${menuPopupClass} w-(--anchor-width) max-w-none`}>
          <Base.Empty className="px-2 py-1 text-ink-muted empty:hidden">
            {failed ?? (searching ? uiTexts.loading : uiTexts.nothingFound)}
          </Base.Empty>
          <Base.List>
            {(item: LookupItem) => (
              <Base.Item key={item.id} value={item} className={menuItemClass}>
                <span className="min-w-0 flex-1 wrap-anywhere">{item.name}</span>
                {item.note ? <span className="text-xs text-ink-muted">{item.note}</span> : null}
              </Base.Item>
            )}
          </Base.List>
          <Base.Status className="sticky -bottom-1 bg-raised px-2 py-1 text-ink-muted empty:p-0">
            {more ? uiTexts.typeToFindMore : null}
          </Base.Status>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
