import { Menu as MenuIcon, Moon, Search, Sun } from 'lucide-react';
import { useTheme } from '../lib/theme.ts';
import { shellTexts } from '../texts/shell.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { AccountMenu } from './account-menu.tsx';
import { NotificationBell } from './notification-bell.tsx';

export type HeaderProps = { onOpenNavigation: () => void; onOpenPalette: () => void };

const shortcut = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

export function Header({ onOpenNavigation, onOpenPalette }: HeaderProps) {
  const { theme, toggle } = useTheme();
  return (
    <header className="sticky top-(--banner-height) z-20 flex h-(--header-height) items-center gap-1 border-b border-line bg-surface px-2 md:px-6">
      <IconButton
        label={shellTexts.openNavigation}
        icon={<MenuIcon aria-hidden size={18} />}
        onClick={onOpenNavigation}
        className="md:hidden"
      />
      <button
        type="button"
        onClick={onOpenPalette}
        className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-md border border-line px-2 text-start text-ink-muted hover:bg-hover sm:max-w-80"
      >
        <Search aria-hidden size={14} className="shrink-0" />
        <span className="min-w-0 flex-1 truncate">{shellTexts.search}</span>
        <kbd className="hidden rounded border border-line px-1 font-sans text-xs sm:inline">{shortcut}</kbd>
      </button>
      <div className="ms-auto flex items-center gap-1">
        <IconButton
          label={theme === 'dark' ? shellTexts.toLight : shellTexts.toDark}
          icon={theme === 'dark' ? <Sun aria-hidden size={16} /> : <Moon aria-hidden size={16} />}
          onClick={toggle}
        />
        <NotificationBell />
        <AccountMenu />
      </div>
    </header>
  );
}
