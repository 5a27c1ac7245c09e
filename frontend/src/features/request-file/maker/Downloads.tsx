import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../../shared/format/download';
import { shiftJisOf } from '../../../shared/format/shiftJis';
import { printTsv } from '../../../shared/format/tsv';
import { fileName } from './fileName';
import type { Format } from './format';

/** The file for somebody else, or for later. */
export function Downloads({ format, rows }: { format: Format; rows: readonly (readonly string[])[] }) {
  const { t } = useTranslation('requestMaker');
  const offer = (content: BlobPart, encoding: string) =>
    offerDownload(new Blob([content], { type: `text/tab-separated-values;charset=${encoding}` }), fileName(format));
  return (
    <Group gap="sm">
      <Button
        disabled={rows.length === 0}
        leftSection={<IconDownload aria-hidden="true" size={18} />}
        onClick={() => offer(shiftJisOf(printTsv(rows)), 'Shift_JIS')}
        variant="default"
      >
        {t('download.shiftJis')}
      </Button>
      <Button
        disabled={rows.length === 0}
        leftSection={<IconDownload aria-hidden="true" size={18} />}
        onClick={() => offer(printTsv(rows), 'utf-8')}
        variant="default"
      >
        {t('download.utf8')}
      </Button>
    </Group>
  );
}
