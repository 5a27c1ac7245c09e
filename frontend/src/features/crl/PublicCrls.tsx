import { Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { downloadPath, fileNameOf } from '../../shared/format/downloadPath';
import { formatBytes, formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { CodeBlock } from '../../shared/ui/Code';
import { DateTime } from '../../shared/ui/DateTime';
import { Loading } from '../../shared/ui/Loading';
import { TextLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Status } from '../../shared/ui/Status';
import { type Crl, crlsQuery } from './api';
import { CrlHeads } from './CrlHeads';
import classes from './crl.module.css';

type Props = {
  /** What an authority is called. */
  readonly labelOf: (authority: string) => string;
};

/** The lists for whoever relies on certificates: where they are, how long they are good, how to look into one. */
export function PublicCrls({ labelOf }: Props) {
  const { t } = useTranslation('crl');
  const crls = useQuery(crlsQuery);
  const [first] = crls.data ?? [];
  return (
    <section aria-labelledby="crls" className={classes.public}>
      <div>
        <Title id="crls" order={2}>
          {t('public.title')}
        </Title>
        <p>{t('public.lead')}</p>
      </div>
      {crls.isPending && <Loading lines={6} />}
      {crls.isError && <ProblemPanel error={crls.error} onRetry={() => crls.refetch()} />}
      {crls.data && crls.data.length > 0 && <CrlTable crls={crls.data} labelOf={labelOf} />}
      {first && (
        <Card order={3} title={t('public.inspect')}>
          <CodeBlock
            text={`curl -s ${first.url} | openssl crl -inform DER -text -noout | less`}
            what={t('public.inspect')}
          />
          <p style={{ margin: 0 }}>{t('public.inspectWindows')}</p>
          <CodeBlock text={`certutil -dump ${fileNameOf(first.url)}`} what={t('public.inspectWindows')} />
        </Card>
      )}
      <Card order={3} title={t('public.report')} tone="sunken">
        <TextLink to="/report-key">{t('public.reportLink')}</TextLink>
      </Card>
    </section>
  );
}

function CrlTable({ crls, labelOf }: Props & { crls: readonly Crl[] }) {
  const { t } = useTranslation('crl');
  const language = useLanguage();
  const now = Date.now();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section aria-label={t('public.title')} className={classes.framed} tabIndex={0}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <CrlHeads />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {crls.map((crl) => (
            <Table.Tr key={crl.url}>
              <Table.Th className={classes.list} scope="row">
                {labelOf(crl.authority)}
                {crl.kind === 'DELTA' && ` — ${t('kind.DELTA', { base: crl.baseNumber ?? '–' })}`}
                <div>
                  <a
                    aria-label={t('downloadOf', { list: fileNameOf(crl.url) })}
                    className={classes.link}
                    download
                    href={downloadPath(crl.url)}
                  >
                    {fileNameOf(crl.url)}
                  </a>
                </div>
              </Table.Th>
              <Table.Td data-align="right">{formatNumber(crl.number, language)}</Table.Td>
              <Table.Td>
                <DateTime at={crl.thisUpdate} />
              </Table.Td>
              <Table.Td>
                <DateTime at={crl.nextUpdate} relative />
                {Date.parse(crl.nextUpdate) < now && (
                  <div>
                    <Status tone="bad">{t('public.overdue')}</Status>
                  </div>
                )}
              </Table.Td>
              <Table.Td data-align="right">{formatNumber(crl.entries, language)}</Table.Td>
              <Table.Td data-align="right">{formatBytes(crl.octets, language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
