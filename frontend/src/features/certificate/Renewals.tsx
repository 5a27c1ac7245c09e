import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { groupHex } from '../../shared/format/text';
import { CertificateState } from '../../shared/ui/CertificateState';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { TextLink } from '../../shared/ui/links';
import type { CertificateDetail } from './api';
import classes from './certificate.module.css';

/** What the certificate took the place of, and what took its place. */
export function Renewals({ certificate }: { certificate: CertificateDetail }) {
  const { t } = useTranslation('certificate');
  const { renews, renewedBy } = certificate;
  // Only operators are told whose it is: what they search for has a list of its own.
  const to = certificate.tenant ? '/certificate-search/$id' : '/certificates/$id';
  return (
    <Facts
      facts={[
        !!renews && { label: t('fact.renews'), value: <Related certificate={renews} to={to} /> },
        !!renewedBy && { label: t('fact.renewedBy'), value: <Related certificate={renewedBy} to={to} /> },
      ]}
      layout="rows"
    />
  );
}

type Props = {
  readonly certificate: Schema<'RelatedCertificate'>;
  readonly to: '/certificate-search/$id' | '/certificates/$id';
};

function Related({ certificate: { id, serial, status, notAfter }, to }: Props) {
  const { t } = useTranslation('certificate');
  return (
    <span className={classes.related}>
      <TextLink params={{ id }} search={true} to={to}>
        {groupHex(serial, 4, ' ')}
      </TextLink>
      <CertificateState status={status} />
      <span>
        {t('column.notAfter')} <DateTime at={notAfter} only="date" />
      </span>
    </span>
  );
}
