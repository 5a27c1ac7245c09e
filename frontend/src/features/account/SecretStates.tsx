import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Status } from '../../shared/ui/Status';
import classes from './account.module.css';
import type { SecretState } from './api';

/** Each secret with its own counter: good, due for a change, locked and until when (GX-11). Never a value. */
export function SecretStates({ secrets }: { secrets: readonly SecretState[] }) {
  const { t } = useTranslation(['account', 'common']);
  return (
    <Card title={t('secrets')}>
      {secrets.length === 0 ? (
        <p>{t('secretsNone')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        <section aria-label={t('secrets')} className={classes.scroll} tabIndex={0}>
          <Table className={classes.secrets}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('secret.kind')}</Table.Th>
                <Table.Th scope="col">{t('secret.state')}</Table.Th>
                <Table.Th scope="col">{t('secret.setAt')}</Table.Th>
                <Table.Th scope="col">{t('secret.failures')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {secrets.map((secret) => (
                <Table.Tr key={secret.kind}>
                  <Table.Th scope="row">{t(`common:secretKind.${secret.kind}`)}</Table.Th>
                  <Table.Td>
                    <StateOf secret={secret} />
                  </Table.Td>
                  <Table.Td>{secret.setAt ? <DateTime at={secret.setAt} /> : '–'}</Table.Td>
                  <Table.Td>
                    {secret.failures}
                    {secret.lastFailureAt && (
                      <span className={classes.note}>
                        {t('secret.lastFailure')} <DateTime at={secret.lastFailureAt} />
                      </span>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
    </Card>
  );
}

function StateOf({ secret }: { secret: SecretState }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  return (
    <span className={classes.states}>
      {secret.locked && <Status tone="bad">{t(secret.lockedUntil ? 'secret.lockedForNow' : 'secret.locked')}</Status>}
      {!secret.locked && !secret.usable && <Status tone="idle">{t('secret.unusable')}</Status>}
      {!secret.locked && secret.usable && !secret.changeRequired && <Status tone="ok">{t('secret.usable')}</Status>}
      {secret.usable && secret.changeRequired && (
        <Status tone="warn">{t(`secret.changeRequired.${secret.changeRequired}`)}</Status>
      )}
      {secret.locked && secret.lockedUntil && (
        <span className={classes.note}>
          {t('secret.lockedUntil')} <DateTime at={secret.lockedUntil} relative />
        </span>
      )}
      {secret.usable && secret.lapsesAt && (
        <span className={classes.note}>
          {t('secret.lapsesAt')} <DateTime at={secret.lapsesAt} relative />
        </span>
      )}
      {secret.usable && secret.expiresOn && (
        <span className={classes.note}>
          {t('secret.expiresOn', { date: formatDate(`${secret.expiresOn}T00:00:00Z`, language, 'UTC') })}
        </span>
      )}
    </span>
  );
}
