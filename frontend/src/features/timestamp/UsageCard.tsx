import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { ChartWithTable } from '../../shared/ui/ChartWithTable';
import { FilterBar } from '../../shared/ui/FilterBar';
import { NumberTable } from '../../shared/ui/NumberTable';
import type { Usage } from './api';
import { everyDay } from './days';
import type { TimeStampSearch } from './search';
import classes from './timestamp.module.css';

type Props = {
  readonly usage: Usage;
  readonly stale: boolean;
  readonly range: TimeStampSearch;
  readonly onRange: (range: Readonly<Record<string, string | undefined>>) => void;
};

/** How many time stamps were granted and refused on each day, and to which tenants where that is known. */
export function UsageCard({ usage, stale, range, onRange }: Props) {
  const { t } = useTranslation('timestamp');
  const language = useLanguage();
  const { number, day } = useNumbers();
  const { from, to, granted, refused, days, tenants = [] } = usage;
  return (
    <Card title={t('usage.title')}>
      <FilterBar
        filters={[
          { type: 'day', name: 'from', label: t('usage.from') },
          { type: 'day', name: 'to', label: t('usage.to') },
        ]}
        onChange={onRange}
        values={{ from: range.from, to: range.to }}
      />
      <div aria-busy={stale} className={classes.usage}>
        <ChartWithTable
          bars={everyDay(usage).map((each) => ({
            key: each.day,
            label: t('usage.bar', {
              day: day(each.day),
              granted: number(each.granted),
              refused: number(each.refused),
            }),
            parts: [
              { tone: 'ok', value: each.granted },
              { tone: 'bad', value: each.refused },
            ],
          }))}
          empty={t('usage.empty')}
          emptyNext={t('usage.emptyNext')}
          first={day(from)}
          headings={[t('usage.day'), t('usage.granted'), t('usage.refused'), t('usage.why')]}
          last={day(to)}
          legend={[
            { tone: 'ok', label: t('usage.granted') },
            { tone: 'bad', label: t('usage.refused') },
          ]}
          rows={days.map((each) => ({
            key: each.day,
            cells: [
              day(each.day),
              number(each.granted),
              number(each.refused),
              each.refusals.map(({ failure, count }) => `${t(`failure.${failure}`)} ${number(count)}`).join(', ') ||
                '–',
            ],
          }))}
          sentence={t('usage.sentence', {
            from: day(from),
            to: day(to),
            granted: number(granted),
            refused: number(refused),
          })}
          title={t('usage.title')}
          words={[0, 3]}
        />
        {tenants.length > 0 && (
          <NumberTable
            caption={t('usage.byTenant')}
            captioned
            headings={[t('usage.tenant'), t('usage.granted'), t('usage.refused')]}
            rows={tenants.map((tenant) => ({
              key: tenant.id,
              cells: [`${nameIn(language, tenant)} (${tenant.code})`, number(tenant.granted), number(tenant.refused)],
            }))}
          />
        )}
      </div>
    </Card>
  );
}
