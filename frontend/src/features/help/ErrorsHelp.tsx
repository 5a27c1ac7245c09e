import { Table, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './help.module.css';
import { MessageIds } from './MessageIds';
import { useNamed } from './useNamed';

type Entry = { readonly what: string; readonly cause: string; readonly cure: string };

/** Every code with its cause and cure; a link leads to one as `/help/errors#code-212`. */
export function ErrorsHelp() {
  const { t } = useTranslation('help');
  const [wanted, setWanted] = useState('');
  // The messages are the one list of codes; numbers as keys are in ascending order.
  const all = Object.entries(t('errors.list', { returnObjects: true }) as Readonly<Record<string, Entry>>);
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter(([code, entry]) => {
    const text = `${code} ${entry.what} ${entry.cause} ${entry.cure}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const named = useNamed();
  return (
    <>
      <search>
        <TextInput
          label={t('errors.search')}
          leftSection={<IconSearch aria-hidden="true" size={18} />}
          maw="28rem"
          onChange={(event) => setWanted(event.currentTarget.value)}
          placeholder={t('errors.searchExample')}
          type="search"
          value={wanted}
        />
      </search>
      <p aria-live="polite" className={classes.lead}>
        {t('errors.found', { count: found.length })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section aria-label={t('errors.title')} className={classes.scroll} tabIndex={0}>
        <Table className={classes.errors} striped>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('errors.code')}</Table.Th>
              <Table.Th scope="col">{t('errors.what')}</Table.Th>
              <Table.Th scope="col">{t('errors.cause')}</Table.Th>
              <Table.Th scope="col">{t('errors.cure')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map(([code, entry]) => (
              <Table.Tr data-named={named === `code-${code}` || undefined} id={`code-${code}`} key={code}>
                <Table.Th scope="row">{code}</Table.Th>
                <Table.Td fw={600}>{entry.what}</Table.Td>
                <Table.Td>{entry.cause}</Table.Td>
                <Table.Td>{entry.cure}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <MessageIds />
    </>
  );
}
