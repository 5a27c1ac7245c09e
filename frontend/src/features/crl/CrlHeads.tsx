import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The heads of the columns that every table of revocation lists begins with. */
export function CrlHeads() {
  const { t } = useTranslation('crl');
  return (
    <>
      <Table.Th scope="col">{t('column.list')}</Table.Th>
      <Table.Th data-align="right" scope="col">
        {t('column.number')}
      </Table.Th>
      <Table.Th scope="col">{t('column.thisUpdate')}</Table.Th>
      <Table.Th scope="col">{t('column.nextUpdate')}</Table.Th>
      <Table.Th data-align="right" scope="col">
        {t('column.entries')}
      </Table.Th>
      <Table.Th data-align="right" scope="col">
        {t('column.size')}
      </Table.Th>
    </>
  );
}
