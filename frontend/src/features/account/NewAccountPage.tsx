import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { AccountForm, type TenantField } from './AccountForm';
import { useRegisterAccount } from './api';
import { EMPTY, toRegistration } from './form';

type Props = {
  readonly operator: boolean;
  readonly tenant?: string | undefined;
  /** Roles that who registers may give. */
  readonly roles: readonly Schema<'Role'>[];
  readonly tenantField?: TenantField | undefined;
};

export function NewAccountPage({ operator, tenant, roles, tenantField }: Props) {
  const { t } = useTranslation(['account', 'common']);
  const router = useRouter();
  const register = useRegisterAccount();
  const keyOf = useIdempotencyKey();
  return (
    <Page
      lead={t('register.lead')}
      title={t('register.do')}
      trail={[{ label: t(operator ? 'common:nav.findCustomer' : 'common:nav.accounts'), to: '/accounts' }]}
      width="text"
    >
      <AccountForm
        action={t('register.do')}
        cancel={<TextLink to="/accounts">{t('common:cancel')}</TextLink>}
        error={register.error}
        initial={{ ...EMPTY, tenant: tenant ?? '', role: roles.includes('USER') ? 'USER' : (roles[0] ?? 'USER') }}
        isPending={register.isPending}
        onSend={(values) => {
          const body = toRegistration(values);
          register.mutate(
            { body, idempotencyKey: keyOf(body) },
            {
              onSuccess: ({ id }) => router.navigate({ to: '/accounts/$id', params: { id }, ignoreBlocker: true }),
            },
          );
        }}
        roles={roles}
        tenantField={tenantField}
      />
    </Page>
  );
}
