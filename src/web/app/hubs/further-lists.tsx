import type { Organization } from '../../../contract/organizations.ts';
import { IfCan } from '../../access/use-can.tsx';
import { contactActions } from '../../features/contacts/contact-actions.ts';
import { methodColumns } from '../../features/organizations/commerce-columns.tsx';
import { OrganizationContactsTab } from '../../features/organizations/organization-contacts-tab.tsx';
import { methodActions } from '../../features/payment-methods/method-actions.ts';
import { userList } from '../../features/users/user-list.tsx';
import { wordsOf } from '../../records/record-names.ts';
import { RelatedList } from '../../records/related-list.tsx';
import { hubTexts } from '../../texts/hubs.ts';
import { ButtonLink } from '../../ui/text-link.tsx';
import { nothing } from './nothing.ts';

type Props = { account: Organization };

export function Contacts({ account }: Props) {
  return <OrganizationContactsTab row={account} rowActions={contactActions} />;
}

export function PaymentMethods({ account }: Props) {
  return (
    <RelatedList
      resource="payment_methods"
      label={wordsOf('payment_methods').many}
      filters={{ organization_id: account.id }}
      sort="-created_at"
      columns={methodColumns}
      rowActions={methodActions}
      empty={nothing('payment_methods')}
      actions={
        <IfCan permission="payment_methods.add">
          <ButtonLink to="/payment-methods" search={{ organization_id: account.id, new: '1' }}>
            {hubTexts.addMethod}
          </ButtonLink>
        </IfCan>
      }
    />
  );
}

const ofColleagues = ['name', 'profile', 'status', 'last_sign_in_at'];

export function Colleagues({ account }: Props) {
  return (
    <RelatedList
      resource="users"
      label={hubTexts.colleagues}
      filters={{ organization_id: account.id }}
      sort="last_name"
      columns={userList.columns.filter(({ key }) => ofColleagues.includes(key))}
      rowActions={userList.actions}
      empty={{ title: hubTexts.colleaguesEmptyTitle, text: hubTexts.colleaguesEmptyText }}
      actions={
        <IfCan permission="users.invite">
          <ButtonLink to="/users" search={{ new: '1' }}>
            {hubTexts.invite}
          </ButtonLink>
        </IfCan>
      }
    />
  );
}
