import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { AnnouncementPage } from '../features/announcement/AnnouncementPage';
import { NewAnnouncementPage } from '../features/announcement/NewAnnouncementPage';
import { DeskCards } from '../features/desk/DeskCards';
import { ownAccountQuery } from '../features/own-account/api';
import { MailAddressPage } from '../features/own-account/MailAddressPage';
import { TenantField } from '../features/tenant/TenantField';
import { EditUserPage } from '../features/user/EditUserPage';
import { NewUserPage } from '../features/user/NewUserPage';
import { PermissionsPage } from '../features/user/PermissionsPage';
import { UserPage } from '../features/user/UserPage';
import { useKeyboard } from './useKeyboard';

const one = getRouteApi('/app/users/$id');
const edit = getRouteApi('/app/users/$id/edit');
const permissions = getRouteApi('/app/users/$id/permissions');
const announcement = getRouteApi('/app/announcements/$id');

export function NewUserRoute() {
  const { reproof } = useSuspenseQuery(ownAccountQuery).data;
  return <NewUserPage reproof={reproof} softwareKeyboard={useKeyboard()} />;
}

export function UserRoute() {
  const { id } = one.useParams();
  const { changed } = one.useSearch();
  const keyboard = useKeyboard();
  return (
    <UserPage
      changed={changed === 'yes'}
      desk={<DeskCards account={id} operator={false} softwareKeyboard={keyboard} />}
      id={id}
      key={id}
    />
  );
}

export function EditUserRoute() {
  return <EditUserPage id={edit.useParams().id} softwareKeyboard={useKeyboard()} />;
}

export function PermissionsRoute() {
  return <PermissionsPage id={permissions.useParams().id} softwareKeyboard={useKeyboard()} />;
}

export function MailAddressRoute() {
  return <MailAddressPage softwareKeyboard={useKeyboard()} />;
}

export function NewAnnouncementRoute() {
  return <NewAnnouncementPage tenantField={(field) => <TenantField {...field} optional />} />;
}

export function AnnouncementRoute() {
  const { id } = announcement.useParams();
  return <AnnouncementPage id={id} key={id} />;
}
