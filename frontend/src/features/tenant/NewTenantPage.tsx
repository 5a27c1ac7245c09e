import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { Page } from '../../shared/ui/Page';
import { useRegister } from './api';
import { NO_TENANT, newTenantOf } from './form';
import { type PresetChoice, TenantForm } from './TenantForm';

/** A new customer. */
export function NewTenantPage({ presets }: { presets: readonly PresetChoice[] }) {
  const { t } = useTranslation(['tenant', 'common']);
  const navigate = useNavigate();
  const keyOf = useIdempotencyKey();
  const register = useRegister();
  return (
    <Page
      lead={t('new.lead')}
      title={t('new.title')}
      trail={[{ label: t('common:nav.tenants'), to: '/tenants' }]}
      width="form"
    >
      <TenantForm
        action={t('new.do')}
        error={register.error}
        initial={NO_TENANT}
        isPending={register.isPending}
        onSend={(fields) => {
          const body = newTenantOf(fields);
          register.mutate(
            { body, idempotencyKey: keyOf(body) },
            { onSuccess: ({ id }) => navigate({ to: '/tenants/$id', params: { id } }) },
          );
        }}
        presets={presets}
      />
    </Page>
  );
}
