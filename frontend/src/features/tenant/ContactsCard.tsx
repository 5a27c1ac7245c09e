import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { Status } from '../../shared/ui/Status';
import type { Contact } from './api';

export function ContactsCard({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useTranslation('tenant');
  return (
    <Card title={t('form.contacts')}>
      {contacts.length === 0 ? (
        <p>{t('page.noContacts')}</p>
      ) : (
        <Table.ScrollContainer minWidth={600} type="native">
          <Table>
            <caption className="visually-hidden">{t('form.contacts')}</caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('contact.name')}</Table.Th>
                <Table.Th scope="col">{t('contact.latinName')}</Table.Th>
                <Table.Th scope="col">{t('contact.unit')}</Table.Th>
                <Table.Th scope="col">{t('contact.email')}</Table.Th>
                <Table.Th scope="col">{t('contact.phone')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {contacts.map((contact) => (
                <Table.Tr key={`${contact.name} ${contact.email}`}>
                  <Table.Th scope="row">
                    {contact.name} {contact.head && <Status tone="info">{t('contact.head')}</Status>}
                  </Table.Th>
                  <Table.Td>{contact.latinName ?? '–'}</Table.Td>
                  <Table.Td>{contact.unit ?? '–'}</Table.Td>
                  <Table.Td>{contact.email}</Table.Td>
                  <Table.Td>{contact.phone ?? '–'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Card>
  );
}
