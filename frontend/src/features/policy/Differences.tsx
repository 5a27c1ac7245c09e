import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PolicyDifference } from './api';
import classes from './policy.module.css';

/** Keys whose values differ, side by side. */
export function Differences({ differences, caption }: { differences: readonly PolicyDifference[]; caption: string }) {
  const { t } = useTranslation('policy');
  return (
    <Table>
      <caption className="visually-hidden">{caption}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('difference.key')}</Table.Th>
          <Table.Th scope="col">{t('difference.before')}</Table.Th>
          <Table.Th scope="col">{t('difference.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map((each) => (
          <Table.Tr key={each.path}>
            <Table.Th scope="row">{each.title}</Table.Th>
            <Table.Td className={classes.before}>{each.before || t('difference.nothing')}</Table.Td>
            <Table.Td>{each.after || t('difference.nothing')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
