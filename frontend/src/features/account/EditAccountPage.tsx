import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { AccountForm } from './AccountForm';
import { accountQuery, useChangeAccount } from './api';
import { EMPTY, toChange } from './form';

/** Name, mail address and rights; the log-in ID stays for ever. */
export function EditAccountPage({ id }: { id: string }) {
  const { t } = useTranslation(['account', 'common']);
  const router = useRouter();
  const { account, version } = useSuspenseQuery(accountQuery(id)).data;
  const change = useChangeAccount(id, version);
  return (
    <Page
      lead={account.loginId && t('change.lead', { loginId: account.loginId })}
      title={t('change.of', { name: account.name })}
      trail={[{ label: account.name, to: `/accounts/${id}` }]}
      width="text"
    >
      <AccountForm
        action={t('change.do')}
        cancel={
          <TextLink params={{ id }} to="/accounts/$id">
            {t('common:cancel')}
          </TextLink>
        }
        error={change.error}
        initial={{
          ...EMPTY,
          role: account.role,
          name: account.name,
          email: account.email ?? '',
          rights: account.rights,
        }}
        isPending={change.isPending}
        onSend={(values) =>
          change.mutate(toChange(values), {
            onSuccess: () => router.navigate({ to: '/accounts/$id', params: { id }, ignoreBlocker: true }),
          })
        }
      />
    </Page>
  );
}
