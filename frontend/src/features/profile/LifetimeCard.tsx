import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOf, formatDate } from '../../shared/format/dates';
import { formatPeriod } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { Facts } from '../../shared/ui/Facts';
import { Status } from '../../shared/ui/Status';
import type { Profile } from './api';
import { Explained } from './Explained';
import { lifetimeSteps } from './lifetime';
import classes from './profile.module.css';

/** How long certificates are valid, today and under the ceilings to come. */
export function LifetimeCard({ profile }: { profile: Profile }) {
  const { t } = useTranslation('profile');
  const language = useLanguage();
  const { validity, rounding, ceilings } = profile;
  // The ceilings change with the day in UTC, wherever one is.
  const steps = lifetimeSteps(profile, dayOf(Date.now(), 'UTC'));
  const period = formatPeriod(validity, language);
  return (
    <Card title={t('column.validity')}>
      <Facts
        facts={[
          { label: t('setting.validity'), value: period },
          {
            label: t('setting.rounding'),
            value: (
              <Explained
                items={[{ id: rounding, name: t(`rounding.${rounding}.name`), text: t(`rounding.${rounding}.text`) }]}
              />
            ),
          },
        ]}
      />
      {steps.length === 0 ? (
        <p>{t('lifetime.free')}</p>
      ) : (
        <>
          <p>{t('lifetime.bounded', { source: ceilings.source })}</p>
          <Table>
            <caption className="visually-hidden">{t('lifetime.caption')}</caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('lifetime.issued')}</Table.Th>
                <Table.Th scope="col">{t('lifetime.ceiling')}</Table.Th>
                <Table.Th scope="col">{t('lifetime.result')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {steps.map((step) => (
                <Table.Tr key={step.from}>
                  <Table.Th scope="row">
                    {t('lifetime.from', { day: formatDate(`${step.from}T00:00:00Z`, language, 'UTC') })}
                    {step.present && <span className={classes.note}>{t('lifetime.present')}</span>}
                  </Table.Th>
                  <Table.Td>{formatPeriod(`P${step.ceiling}D`, language)}</Table.Td>
                  <Table.Td>
                    {step.bound ? (
                      <Status tone="warn">
                        {t('lifetime.cut', { days: formatPeriod(`P${step.ceiling}D`, language) })}
                      </Status>
                    ) : (
                      <Status tone="ok">{period}</Status>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
      <p className={classes.note}>{t('lifetime.authority')}</p>
    </Card>
  );
}
