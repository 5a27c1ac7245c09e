import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { mailLanguageQuery, useChooseMailLanguage } from './api';
import { MAIL_LANGUAGES } from './search';

/** In which language one gets one's mails; kept with the account. */
export function MailLanguage() {
  const { t } = useTranslation('notification');
  const { data } = useQuery(mailLanguageQuery);
  const choose = useChooseMailLanguage();
  return (
    <>
      <NativeSelect
        data={[
          { value: '', label: t('language.POLICY') },
          ...MAIL_LANGUAGES.map((language) => ({ value: language, label: t(`language.${language}`) })),
        ]}
        disabled={!data || choose.isPending}
        label={t('language.title')}
        mt="md"
        onChange={(event) => choose.mutate(MAIL_LANGUAGES.find((known) => known === event.currentTarget.value))}
        value={data?.language ?? ''}
      />
      {choose.isError && <ProblemPanel error={choose.error} />}
    </>
  );
}
