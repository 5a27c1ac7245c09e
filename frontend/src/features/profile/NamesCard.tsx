import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { Card } from '../../shared/ui/Card';
import { Facts } from '../../shared/ui/Facts';
import { useAttributeName } from '../../shared/ui/useAttributeName';
import type { Profile } from './api';
import { Explained } from './Explained';

/** Whom a certificate names, and who says it. */
export function NamesCard({ profile }: { profile: Profile }) {
  const { t } = useTranslation(['profile', 'common']);
  const attributeName = useAttributeName();
  const source = (part: Schema<'SubjectPart'>) =>
    part.value === undefined ? t(`source.${part.from}`) : t('fixedValue', { value: part.value });
  return (
    <Card title={t('section.names')}>
      <Table>
        <caption className="visually-hidden">{t('subject.caption')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('subject.attribute')}</Table.Th>
            <Table.Th scope="col">{t('subject.source')}</Table.Th>
            <Table.Th scope="col">{t('subject.times')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {profile.subject.map((part) => (
            <Table.Tr key={part.type}>
              <Table.Th scope="row">{attributeName(part.type)}</Table.Th>
              <Table.Td>{source(part)}</Table.Td>
              <Table.Td>{t(`times.${part.times}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Facts
        facts={[
          {
            label: t('fact.alternativeNames'),
            value:
              profile.alternativeNames.length === 0 ? (
                t('common:none')
              ) : (
                <Explained
                  items={profile.alternativeNames.map((id) => ({
                    id,
                    name: t(`alternativeName.${id}.name`),
                    text: t(`alternativeName.${id}.text`),
                  }))}
                />
              ),
          },
        ]}
      />
    </Card>
  );
}
