import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountPage } from '../features/account/AccountPage';
import { AccountsPage } from '../features/account/AccountsPage';
import { EditAccountPage } from '../features/account/EditAccountPage';
import { NewAccountPage } from '../features/account/NewAccountPage';
import { DeskActionPage } from '../features/desk/DeskActionPage';
import { DeskActionsPage } from '../features/desk/DeskActionsPage';
import { DeskCards } from '../features/desk/DeskCards';
import { tenantOfQuery } from '../features/tenant/api';
import { TenantField } from '../features/tenant/TenantField';
import { nameIn } from '../shared/i18n/nameIn';
import { useLanguage } from '../shared/i18n/useLanguage';
import { TextLink } from '../shared/ui/links';
import { may, rolesToRegister } from './rights';
import { useAccount } from './useAccount';
import { useKeyboard } from './useKeyboard';

const list = getRouteApi('/app/accounts');
const fresh = getRouteApi('/app/accounts/new');
const one = getRouteApi('/app/accounts/$id');
const edit = getRouteApi('/app/accounts/$id/edit');
const action = getRouteApi('/app/desk-actions/$id');

export function AccountsRoute() {
  const { tenant } = list.useSearch();
  const account = useAccount();
  const operator = may.operate(account);
  return (
    <AccountsPage
      mayRegister={rolesToRegister(account).length > 0}
      operator={operator}
      scope={operator && tenant && <Scope tenant={tenant} />}
    />
  );
}

/** Whose people the list is narrowed to, and the way to everybody's. */
function Scope({ tenant }: { tenant: string }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const { data } = useQuery(tenantOfQuery(tenant));
  const name = data && nameIn(language, data);
  return (
    <p>
      {name && <strong>{t('list.ofTenant', { name })}</strong>} <TextLink to="/accounts">{t('list.ofAll')}</TextLink>
    </p>
  );
}

export function NewAccountRoute() {
  const { tenant } = fresh.useSearch();
  const account = useAccount();
  const operator = may.operate(account);
  return (
    <NewAccountPage
      operator={operator}
      roles={rolesToRegister(account)}
      tenant={tenant}
      tenantField={operator ? (field) => <TenantField {...field} /> : undefined}
    />
  );
}

export function AccountRoute() {
  const { id } = one.useParams();
  const account = useAccount();
  const operator = may.operate(account);
  const keyboard = useKeyboard();
  return (
    <AccountPage
      desk={may.desk(account) && <DeskCards account={id} operator={operator} softwareKeyboard={keyboard} />}
      id={id}
      key={id}
      mayChange={(role) => rolesToRegister(account).includes(role)}
      operator={operator}
    />
  );
}

export function EditAccountRoute() {
  return <EditAccountPage id={edit.useParams().id} />;
}

export function DeskActionsRoute() {
  return <DeskActionsPage operator={may.operate(useAccount())} />;
}

export function DeskActionRoute() {
  return <DeskActionPage id={action.useParams().id} mayDecide={may.operate(useAccount())} />;
}
