import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { ChartWithTable } from '../../shared/ui/ChartWithTable';
import classes from './statistics.module.css';

type Props = Omit<ComponentProps<typeof ChartWithTable>, 'emptyNext'> & { readonly stale: boolean };

/** A chart under its title, pale while another is on its way. */
export function ChartCard({ stale, ...chart }: Props) {
  const { t } = useTranslation('statistics');
  return (
    <Card title={chart.title}>
      <div aria-busy={stale} className={classes.chart}>
        <ChartWithTable {...chart} emptyNext={t('emptyNext')} />
      </div>
    </Card>
  );
}
