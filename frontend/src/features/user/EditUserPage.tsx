import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { useChangeUser, userQuery } from './api';
import { EMPTY, toChange } from './form';
import { UserForm } from './UserForm';

type Props = { readonly id: string; readonly softwareKeyboard: boolean };

/** Names, mail address and the decision about the certificate, in one step under the confirmation PIN (AT-50, AT-79). */
export function EditUserPage({ id, softwareKeyboard }: Props) {
  const { t } = useTranslation(['user', 'common']);
  const router = useRouter();
  const { user, choices, kanaName, reproof, version } = useSuspenseQuery(userQuery(id)).data;
  const change = useChangeUser(id, version);
  return (
    <Page
      lead={user.loginId && t('change.lead', { loginId: user.loginId })}
      title={t('change.of', { name: user.name })}
      trail={[
        { label: t('list.title'), to: '/users' },
        { label: user.name, to: `/users/${id}` },
      ]}
      width="text"
    >
      <UserForm
        action={t('change.do')}
        cancel={
          <TextLink params={{ id }} to="/users/$id">
            {t('common:cancel')}
          </TextLink>
        }
        choices={choices}
        error={change.error}
        fresh={false}
        initial={{ ...EMPTY, name: user.name, kana: kanaName ? (user.kana ?? '') : '', email: user.email ?? '' }}
        isPending={change.isPending}
        kanaName={kanaName}
        onSend={(values) =>
          change.mutate(toChange(values), {
            onSuccess: () =>
              router.navigate({ to: '/users/$id', params: { id }, search: { changed: 'yes' }, ignoreBlocker: true }),
          })
        }
        reproof={reproof}
        softwareKeyboard={softwareKeyboard}
      />
    </Page>
  );
}
