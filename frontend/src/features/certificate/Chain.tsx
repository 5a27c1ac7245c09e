import { IconBuildingBank, IconCertificate, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime } from '../../shared/ui/DateTime';
import type { CertificateDetail } from './api';
import classes from './certificate.module.css';

/** From the root down to the certificate, drawn as it is read: each stands under the one that signed it. */
export function Chain({ certificate }: { certificate: CertificateDetail }) {
  const { t } = useTranslation('certificate');
  const above = [...certificate.chain].reverse();
  return (
    <ol className={classes.chain}>
      {above.map((link, depth) => (
        <li className={classes.link} key={link.sha256} style={{ '--depth': depth } as CSSProperties}>
          {depth === 0 ? (
            <IconBuildingBank aria-hidden="true" size={22} />
          ) : (
            <IconRosetteDiscountCheck aria-hidden="true" size={22} />
          )}
          <span>
            <span className={classes.linkName}>{link.name}</span>
            <span className={classes.linkNote}>{link.subjectDn}</span>
            <span className={classes.linkNote}>
              {depth === 0 ? t('chain.root') : t('chain.issuing')} — {t('validity.until')}{' '}
              <DateTime at={link.notAfter} only="date" />
            </span>
          </span>
        </li>
      ))}
      <li className={classes.link} data-leaf style={{ '--depth': above.length } as CSSProperties}>
        <IconCertificate aria-hidden="true" size={22} />
        <span>
          <span className={classes.linkName}>{certificate.commonName}</span>
          <span className={classes.linkNote}>{t('chain.this')}</span>
        </span>
      </li>
    </ol>
  );
}
