import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../ui/Callout';
import { Card } from '../ui/Card';
import { TextLink } from '../ui/links';
import classes from './keyFile.module.css';
import { TARGETS, type Target } from './targets';

type Props = {
  readonly target: Target;
  /** What opens the file, by the name that people know it by. */
  readonly password: string;
  /** Whether the file is a configuration profile. */
  readonly mobileConfig?: boolean;
};

/** How to import a key file, step by step, with the very password that is asked for (SC-034, F-07). */
export function ImportSteps({ target: first, password, mobileConfig = false }: Props) {
  const { t } = useTranslation('keyFile');
  const [target, setTarget] = useState(first);
  // The keys lead to lists, which types cannot know.
  const list = t as unknown as (key: string, options: object) => readonly string[];
  const [begin, ...rest] = list(`steps.${target}`, { returnObjects: true, password });
  // A configuration profile is installed as a file is, once Safari has it.
  const steps = [target === 'IOS' && mobileConfig ? t('allowProfile') : begin, ...rest];
  return (
    <Card title={t('import.title')}>
      <NativeSelect
        className={classes.target}
        data={TARGETS.map((value) => ({ value, label: t(`target.${value}.name`) }))}
        label={t('import.target')}
        onChange={(event) => setTarget(event.currentTarget.value as Target)}
        value={target}
      />
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Callout title={t('wrong.title')} tone="info">
        <p>{t('wrong.text', { password })}</p>
        <p>{t('wrong.encryption')}</p>
        <p>
          <TextLink params={{ topic: 'p12' }} to="/help/$topic">
            {t('import.help')}
          </TextLink>
        </p>
      </Callout>
    </Card>
  );
}
