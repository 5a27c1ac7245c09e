import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Steps.module.css';

/** Where one is in a short procedure. `current` counts from 0; past the end means all done. */
export function Steps({ steps, current, label }: { steps: readonly string[]; current: number; label: string }) {
  const { t } = useTranslation();
  return (
    <ol aria-label={label} className={classes.steps}>
      {steps.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'now' : 'later';
        return (
          <li
            aria-current={state === 'now' ? 'step' : undefined}
            className={classes.step}
            data-state={state}
            key={step}
          >
            <span aria-hidden="true" className={classes.mark}>
              {state === 'done' ? <IconCheck size="1.1rem" stroke={3} /> : index + 1}
            </span>
            <span className={classes.label}>
              {step}
              {state === 'done' && <span className="visually-hidden"> ({t('steps.done')})</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
