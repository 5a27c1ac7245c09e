import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../../shared/i18n/nameIn';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Card } from '../../../shared/ui/Card';
import { CertificateState } from '../../../shared/ui/CertificateState';
import { DateTime } from '../../../shared/ui/DateTime';
import { Loading } from '../../../shared/ui/Loading';
import { ButtonLink, TextLink } from '../../../shared/ui/links';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';

import classes from '../revocation.module.css';
import { foundQuery, type KeyCompromise } from './api';

const SHOWN = 20;

type Props = { readonly sha256: string; readonly counts: KeyCompromise['certificates'] };

/** Whose certificates hold the key. */
export function KeyCertificates({ sha256, counts }: Props) {
  const { t } = useTranslation(['keyCompromise', 'common']);
  const language = useLanguage();
  const found = useQuery(foundQuery(sha256));
  const total = counts.valid + counts.revoked + counts.expired;
  return (
    <Card title={t('certificates.title')}>
      {found.isPending && <Loading lines={4} />}
      {found.isError && <ProblemPanel error={found.error} onRetry={() => found.refetch()} />}
      {found.data && found.data.items.length === 0 && <p style={{ margin: 0 }}>{t('certificates.none')}</p>}
      {found.data && found.data.items.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        <section aria-label={t('certificates.title')} className={classes.scroll} tabIndex={0}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('found.name')}</Table.Th>
                <Table.Th scope="col">{t('found.tenant')}</Table.Th>
                <Table.Th scope="col">{t('found.status')}</Table.Th>
                <Table.Th scope="col">{t('found.until')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.data.items.slice(0, SHOWN).map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Th scope="row">
                    <TextLink params={{ id: one.id }} search={{ q: sha256 }} to="/certificate-search/$id">
                      {one.commonName}
                    </TextLink>
                  </Table.Th>
                  <Table.Td>{nameIn(language, one.tenant)}</Table.Td>
                  <Table.Td>
                    <CertificateState status={one.status} />
                  </Table.Td>
                  <Table.Td>
                    <DateTime at={one.notAfter} only="date" />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {total > SHOWN && (
        <div>
          <ButtonLink search={{ q: sha256 }} to="/certificate-search" variant="default">
            {t('certificates.all')}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
