import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MESSAGE_IDS } from '../../api/messageIds';
import { Card } from '../../shared/ui/Card';
import { TextLink } from '../../shared/ui/links';
import classes from './help.module.css';

/** From what the help desk is told to what programs are told, and what it means. */
export function MessageIds() {
  const { t } = useTranslation(['help', 'problem']);
  // Each code of the catalogue has its text; types cannot know that.
  const meaning = t as unknown as (key: string) => string;
  return (
    <Card title={t('errors.messages')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section aria-label={t('errors.messages')} className={classes.scroll} tabIndex={0}>
        <Table className={classes.errors} striped>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('errors.message')}</Table.Th>
              <Table.Th scope="col">{t('errors.problem')}</Table.Th>
              <Table.Th scope="col">{t('errors.what')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {MESSAGE_IDS.flatMap(([id, codes]) =>
              codes.map((code) => (
                <Table.Tr key={code}>
                  <Table.Th scope="row">{id}</Table.Th>
                  <Table.Td>
                    <TextLink params={{ code }} to="/problems/$code">
                      {code}
                    </TextLink>
                  </Table.Td>
                  <Table.Td>{meaning(`problem:type.${code}.what`)}</Table.Td>
                </Table.Tr>
              )),
            )}
          </Table.Tbody>
        </Table>
      </section>
    </Card>
  );
}
