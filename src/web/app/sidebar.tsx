import { Link } from '@tanstack/react-router';
import {
  Banknote,
  BookOpen,
  Building2,
  Clock,
  Coins,
  Contact,
  CreditCard,
  House,
  LayoutDashboard,
  LifeBuoy,
  Mail,
  MailPlus,
  Package,
  ReceiptText,
  Repeat,
  ScrollText,
  Settings2,
  ShieldCheck,
  ShoppingCart,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { roles } from '../../catalog/roles.ts';
import { navigationOf } from '../access/navigation.ts';
import { useAccess } from '../access/use-access.ts';
import { useCan } from '../access/use-can.tsx';
import { useSession } from '../access/use-session.ts';
import { shellTexts } from '../texts/shell.ts';
import { Badge } from '../ui/badge.tsx';

const icons: Record<ResourceKey, typeof Users> = {
  dashboard: LayoutDashboard,
  organizations: Building2,
  contacts: Contact,
  cases: LifeBuoy,
  products: Package,
  orders: ShoppingCart,
  subscriptions: Repeat,
  invoices: ReceiptText,
  payments: Banknote,
  payment_methods: CreditCard,
  credits: Coins,
  articles: BookOpen,
  email_templates: MailPlus,
  users: Users,
  profiles: ShieldCheck,
  company_settings: Settings2,
  audit_log: ScrollText,
  jobs: Clock,
};

/** The navigation, drawn from what the profile opens and nothing else. */
export function Sidebar({ inDrawer = false }: { inDrawer?: boolean }) {
  const session = useSession();
  const access = useAccess();
  const groups = navigationOf(access);
  // Links in those mails open accounts; the server shows them to this role alone.
  const seesOutbox = useCan('company_settings.edit') && access.role === 'global_administrator';
  return (
    <div className={inDrawer ? 'flex flex-col gap-4 pb-4' : 'flex min-h-full flex-col gap-4 p-3'}>
      <div className="flex min-h-8 flex-wrap items-center gap-2 px-2">
        <span className="min-w-0 font-semibold wrap-anywhere">{session.company_name}</span>
        {session.demo ? <Badge tone="accent">{shellTexts.demo}</Badge> : null}
      </div>
      <nav aria-label={shellTexts.navigation} className="flex flex-col gap-4">
        <ul>
          <NavigationLink to="/" exact icon={<House aria-hidden size={16} />}>
            {roles[access.role].home}
          </NavigationLink>
        </ul>
        {groups.map((group) => (
          <div key={group.key}>
            <p id={`nav-${group.key}`} className="px-2 pb-1 text-xs font-medium text-ink-muted">
              {group.label}
            </p>
            <ul aria-labelledby={`nav-${group.key}`} className="flex flex-col gap-0.5">
              {group.items.map((item) => {
                const Icon = icons[item.key];
                return (
                  <NavigationLink key={item.key} to={item.path} icon={<Icon aria-hidden size={16} />}>
                    {item.label}
                  </NavigationLink>
                );
              })}
              {group.key === 'settings' && seesOutbox ? (
                <NavigationLink to="/outbox" icon={<Mail aria-hidden size={16} />}>
                  {shellTexts.outbox}
                </NavigationLink>
              ) : null}
            </ul>
          </div>
        ))}
      </nav>
    </div>
  );
}

type LinkProps = { to: string; icon: ReactNode; exact?: boolean; children: ReactNode };

function NavigationLink({ to, icon, exact = false, children }: LinkProps) {
  return (
    <li>
      <Link
        to={to}
        activeOptions={{ exact, includeSearch: false }}
        className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-ink-muted hover:bg-hover hover:text-ink data-[status=active]:bg-accent-soft data-[status=active]:font-medium data-[status=active]:text-accent"
      >
        {icon}
        {children}
      </Link>
    </li>
  );
}
