import { useTranslation } from 'react-i18next';
import { fingerprint, groupHex } from '../../../shared/format/text';
import { Code } from '../../../shared/ui/Code';
import { DateTime } from '../../../shared/ui/DateTime';
import { Facts } from '../../../shared/ui/Facts';
import type { PresentedCertificate } from '../api';

/** Everything that tells one certificate from another. */
export function PresentedFacts({ presented }: { presented: PresentedCertificate }) {
  const { t } = useTranslation('session');
  return (
    <Facts
      facts={[
        !!presented.accountName && { label: t('fact.account'), value: presented.accountName },
        !!presented.loginId && { label: t('fact.loginId'), value: presented.loginId },
        !!presented.subjectDn && { label: t('fact.subject'), value: presented.subjectDn },
        !!presented.issuerDn && { label: t('fact.issuer'), value: presented.issuerDn },
        !!presented.serial && {
          label: t('fact.serial'),
          value: <Code copy={presented.serial} text={groupHex(presented.serial, 4, ' ')} what={t('fact.serial')} />,
        },
        !!presented.notBefore && { label: t('fact.from'), value: <DateTime at={presented.notBefore} /> },
        !!presented.notAfter && { label: t('fact.until'), value: <DateTime at={presented.notAfter} relative /> },
        !!presented.fingerprint && {
          label: t('fact.fingerprint'),
          value: <Code text={fingerprint(presented.fingerprint)} what={t('fact.fingerprint')} />,
        },
      ]}
    />
  );
}
