import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { groupHex } from '../../shared/format/text';
import { CertificateState } from '../../shared/ui/CertificateState';
import { Code } from '../../shared/ui/Code';
import { DateTime } from '../../shared/ui/DateTime';
import { Status } from '../../shared/ui/Status';
import type { OwnCertificate } from './api';
import { verdictOf } from './compare';
import classes from './ownCertificate.module.css';
import { RevokeOwn } from './RevokeOwn';

/** Serial numbers and ends side by side, and what to do with each: who deletes the new one in place of the old one is locked out (F-04). */
export function Compare({ certificates }: { certificates: readonly OwnCertificate[] }) {
  const { t } = useTranslation('ownCertificate');
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section aria-label={t('compare.title')} className={classes.scroll} tabIndex={0}>
        <Table className={classes.compare}>
          <caption className="visually-hidden">{t('compare.title')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('compare.verdict')}</Table.Th>
              <Table.Th scope="col">{t('notAfter')}</Table.Th>
              <Table.Th scope="col">{t('serial')}</Table.Th>
              <Table.Th scope="col">{t('compare.state')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {certificates.map((certificate) => {
              const verdict = verdictOf(certificate, certificates);
              return (
                <Table.Tr key={certificate.serial}>
                  <Table.Th scope="row">
                    <Status tone={verdict === 'KEEP' ? 'ok' : verdict === 'WAIT' ? 'warn' : 'idle'}>
                      {t(`compare.${verdict}`)}
                    </Status>
                  </Table.Th>
                  <Table.Td>
                    <DateTime at={certificate.notAfter} />
                  </Table.Td>
                  <Table.Td>
                    <Code text={groupHex(certificate.serial, 4, ' ')} what={t('serial')} />
                  </Table.Td>
                  <Table.Td>
                    <CertificateState status={certificate.status} />
                    {certificate.revocable && <RevokeOwn certificate={certificate} />}
                    {certificate.present && verdict !== 'DELETE' && (
                      <span className={classes.second}>{t('compare.present')}</span>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </section>
      <p className={classes.note}>{t('compare.note')}</p>
    </>
  );
}
