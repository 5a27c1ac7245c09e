import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { TextLink } from '../../shared/ui/links';
import { ownRenewalQuery } from './api';

/** Where the present certificate can be renewed, for whoever can do it there. */
export function RenewalLink() {
  const { t } = useTranslation('ownCertificate');
  const { data } = useQuery(ownRenewalQuery);
  return data?.state === 'OPEN' ? (
    <p>
      <TextLink to="/own-certificate">{t('go')}</TextLink>
    </p>
  ) : null;
}

/** Whoever has a certificate that names the tenant as it was called before has to get another. */
export function RenamedNotice() {
  const { t } = useTranslation('ownCertificate');
  const { data } = useQuery(ownRenewalQuery);
  return data?.why === 'RENAMED' ? (
    <Callout title={t('why.RENAMED.title')} tone="warn">
      <p>{t('why.RENAMED.text')}</p>
      <RenewalLink />
    </Callout>
  ) : null;
}
