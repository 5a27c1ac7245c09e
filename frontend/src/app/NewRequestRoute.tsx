import { ProfileChoice } from '../features/profile/ProfileChoice';
import { NewRequestPage } from '../features/request/NewRequestPage';
import { RegisteredValues } from '../features/tenant/RegisteredValues';

export function NewRequestRoute() {
  return (
    <NewRequestPage aside={<RegisteredValues />} profile={(field) => <ProfileChoice kind="SERVER" {...field} />} />
  );
}
