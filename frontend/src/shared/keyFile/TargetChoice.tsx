import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { ChoiceGroup } from '../ui/ChoiceGroup';
import classes from './keyFile.module.css';
import { recommended, TARGETS, type Target } from './targets';

export type KeyFileWish = {
  readonly target: Target;
  /** Absent where the one for the target is meant. */
  readonly profile?: Schema<'P12Profile'> | undefined;
};

type Props = {
  readonly value: KeyFileWish;
  readonly onChange: (wish: KeyFileWish) => void;
  /** Whether iOS gets a configuration profile, whose protection is always the same. */
  readonly mobileConfig: boolean;
};

/** Where the file is to be imported; how it is protected follows from that, and can be chosen otherwise (F-05). */
export function TargetChoice({ value, onChange, mobileConfig }: Props) {
  const { t } = useTranslation('keyFile');
  const proposed = recommended(value.target);
  return (
    <>
      <ChoiceGroup
        choices={TARGETS.map((target) => ({ value: target, name: t(`target.${target}.name`) }))}
        legend={t('target.legend')}
        onChange={(target) => onChange({ target })}
        row
        value={value.target}
      />
      {value.target === 'IOS' && mobileConfig ? (
        <p className={classes.note}>{t('mobileConfig')}</p>
      ) : (
        <details className={classes.more}>
          <summary>{t('profile.summary', { name: t(`profile.${value.profile ?? proposed}.name`) })}</summary>
          <ChoiceGroup
            choices={(['modern', 'compat'] as const).map((profile) => ({
              value: profile,
              name: `${t(`profile.${profile}.name`)}${profile === proposed ? t('profile.proposed') : ''}`,
              line: t(`profile.${profile}.line`),
            }))}
            legend={t('profile.legend')}
            onChange={(profile) => onChange({ target: value.target, ...(profile !== proposed && { profile }) })}
            value={value.profile ?? proposed}
          />
        </details>
      )}
    </>
  );
}
