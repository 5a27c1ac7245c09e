import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';

type Props = {
  readonly page: { readonly next?: string; readonly previous?: string; readonly total: { readonly value: number } };
  readonly cursor: string | undefined;
  readonly onCursor: (cursor: string | undefined) => void;
};

export function Pager({ page, cursor, onCursor }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!page.next && !page.previous && !cursor) return null;
  return (
    <Group component="nav" aria-label={t('table.pages')} gap="sm" justify="space-between">
      <span>{t('table.total', { count: page.total.value, value: formatNumber(page.total.value, language) })}</span>
      <Group gap="sm">
        <Button disabled={!page.previous && !cursor} onClick={() => onCursor(page.previous)} variant="default">
          {page.previous || !cursor ? t('table.previous') : t('table.first')}
        </Button>
        <Button disabled={!page.next} onClick={() => onCursor(page.next)} variant="default">
          {t('table.next')}
        </Button>
      </Group>
    </Group>
  );
}
