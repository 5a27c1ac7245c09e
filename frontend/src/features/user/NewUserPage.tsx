import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { functionsQuery, useRegisterUser } from './api';
import { EMPTY, toRegistration } from './form';
import { UserForm } from './UserForm';

type Props = { readonly reproof: Schema<'DeskReproof'> | undefined; readonly softwareKeyboard: boolean };

/** A new user, and whether a certificate may be acquired; secrets are handed out afterwards, at the desk. */
export function NewUserPage({ reproof, softwareKeyboard }: Props) {
  const { t } = useTranslation(['user', 'common']);
  const router = useRouter();
  const { kanaName } = useSuspenseQuery(functionsQuery(useLanguage())).data;
  const register = useRegisterUser();
  const keyOf = useIdempotencyKey();
  return (
    <Page
      lead={t('register.lead')}
      title={t('register.do')}
      trail={[{ label: t('list.title'), to: '/users' }]}
      width="text"
    >
      <UserForm
        action={t('register.do')}
        cancel={<TextLink to="/users">{t('common:cancel')}</TextLink>}
        choices={['KEEP', 'ISSUE']}
        error={register.error}
        fresh
        initial={EMPTY}
        isPending={register.isPending}
        kanaName={kanaName}
        onSend={(values) => {
          const body = toRegistration(values);
          register.mutate(
            { body, idempotencyKey: keyOf(body) },
            {
              onSuccess: ({ user }) =>
                router.navigate({ to: '/users/$id', params: { id: user.id }, ignoreBlocker: true }),
            },
          );
        }}
        reproof={reproof}
        softwareKeyboard={softwareKeyboard}
      />
    </Page>
  );
}
