import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Differences.module.css';

export type Difference = {
  readonly id: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
};

/** What differs, side by side. */
export function Differences({ differences, caption }: { differences: readonly Difference[]; caption: string }) {
  const { t } = useTranslation();
  return (
    <Table>
      <caption className="visually-hidden">{caption}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('difference.item')}</Table.Th>
          <Table.Th scope="col">{t('difference.before')}</Table.Th>
          <Table.Th scope="col">{t('difference.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map((each) => (
          <Table.Tr key={each.id}>
            <Table.Th scope="row">{each.title}</Table.Th>
            <Table.Td className={classes.before}>{each.before || t('difference.nothing')}</Table.Td>
            <Table.Td className={classes.after}>{each.after || t('difference.nothing')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
