import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { TextLink } from '../../shared/ui/links';
import { Status } from '../../shared/ui/Status';
import type { SubmissionCheck } from './api';
import classes from './submission.module.css';

type Props = {
  readonly check: SubmissionCheck;
  /** Lines that are being refused; left out where nobody chooses any. */
  readonly refused?: readonly number[] | undefined;
  readonly onRefuse?: ((lines: readonly number[]) => void) | undefined;
};

/** Every row with everything that is wrong with it: the same for the officer and for whoever hands it in. */
export function FoundRows({ check, refused: chosen, onRefuse }: Props) {
  const { t } = useTranslation('submission');
  const language = useLanguage();
  const { total, refused } = check.rows;
  return (
    <>
      <Callout
        role="status"
        title={
          refused > 0
            ? t('check.refused', { count: refused, value: formatNumber(refused, language) })
            : t('check.clean', { count: total, value: formatNumber(total, language) })
        }
        tone={refused > 0 ? 'bad' : 'ok'}
      >
        {refused > 0 && <p>{t('check.mend')}</p>}
      </Callout>
      <Card title={t('check.rows')}>
        <ol className={classes.rows}>
          {check.items.map((row) => (
            <li className={classes.row} key={row.line}>
              <p className={classes.rowHead}>
                <span className={classes.line}>{t('check.line', { line: row.line })}</span>
                <strong className={classes.host}>{row.fqdn || row.subjectDn || t('check.noName')}</strong>
                <Status tone={row.errors.length > 0 ? 'bad' : 'ok'}>
                  {t(row.errors.length > 0 ? 'check.faulty' : 'check.good')}
                </Status>
              </p>
              {chosen && onRefuse && (
                <Checkbox
                  checked={chosen.includes(row.line)}
                  label={t('check.refuse', { line: row.line })}
                  my="xs"
                  onChange={(event) =>
                    onRefuse(
                      event.currentTarget.checked ? [...chosen, row.line] : chosen.filter((one) => one !== row.line),
                    )
                  }
                />
              )}
              {row.subjectDn && <p className={classes.note}>{row.subjectDn}</p>}
              {row.dnsNames && row.dnsNames.length > 0 && (
                <p className={classes.note}>{t('check.names', { names: row.dnsNames.join(', ') })}</p>
              )}
              {row.statedSerial && <p className={classes.note}>{t('check.serial', { serial: row.statedSerial })}</p>}
              {row.email && <p className={classes.note}>{row.email}</p>}
              {row.errors.length > 0 && (
                <ul className={classes.errors}>
                  {row.errors.map((error) => (
                    <li key={`${error.column}-${error.code}-${error.message}`}>
                      <p>
                        {error.column > 0 && <strong>{`${error.column} ${error.field}: `}</strong>}
                        {error.message}{' '}
                        <TextLink hash={`code-${error.code}`} params={{ topic: 'errors' }} to="/help/$topic">
                          {error.code}
                        </TextLink>
                      </p>
                      {error.value && <p className={classes.value}>{error.value}</p>}
                      <p className={classes.note}>{error.cure}</p>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}
