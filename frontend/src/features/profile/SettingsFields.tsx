import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import type { KeyAlgorithm, Profile, ProfileSettings, SigningLine } from './api';
import { PeriodField } from './PeriodField';
import classes from './profile.module.css';
import { fieldId, type Setting } from './settings';

type Props = {
  readonly profile: Profile;
  readonly lines: readonly SigningLine[];
  readonly value: ProfileSettings;
  readonly onChange: (settings: ProfileSettings) => void;
  readonly errorOf: (setting: Setting) => string | undefined;
};

const ROUNDINGS = ['EXACT', 'END_OF_UTC_DAY', 'END_OF_LOCAL_DAY'] as const;

/** What an operator may change of a profile, within its limits. */
export function SettingsFields({ profile, lines, value, onChange, errorOf }: Props) {
  const { t } = useTranslation('profile');
  const language = useLanguage();
  const { limits, ceilings } = profile;
  const set = (part: Partial<ProfileSettings>) => onChange({ ...value, ...part });
  const common = (setting: Setting) => ({
    id: fieldId(setting),
    label: t(`setting.${setting}`),
    error: errorOf(setting),
  });
  const roundingError = errorOf('rounding');
  return (
    <>
      <Card title={t('edit.naming')}>
        <div className={classes.pair}>
          <TextInput
            {...common('nameJa')}
            maxLength={200}
            onChange={(event) => set({ names: { ...value.names, ja: event.currentTarget.value } })}
            value={value.names.ja}
          />
          <TextInput
            {...common('nameEn')}
            maxLength={200}
            onChange={(event) => set({ names: { ...value.names, en: event.currentTarget.value } })}
            value={value.names.en}
          />
        </div>
      </Card>
      <Card title={t('column.validity')}>
        <PeriodField
          {...common('validity')}
          hint={[
            t('edit.periodHint', {
              from: formatPeriod(limits.shortest, language),
              to: formatPeriod(limits.longest, language),
            }),
            ceilings.steps.length > 0 && t('edit.ceilingHint', { source: ceilings.source }),
          ]
            .filter(Boolean)
            .join(' ')}
          onChange={(validity) => set({ validity })}
          value={value.validity}
        />
        <ChoiceGroup
          choices={ROUNDINGS.map((each) => ({
            value: each,
            name: t(`rounding.${each}.name`),
            line: t(`rounding.${each}.text`),
          }))}
          errorId={roundingError && `${fieldId('rounding')}-error`}
          id={fieldId('rounding')}
          legend={t('setting.rounding')}
          onChange={(rounding) => set({ rounding })}
          value={value.rounding}
        />
        {roundingError && (
          <p className={classes.error} id={`${fieldId('rounding')}-error`}>
            {roundingError}
          </p>
        )}
      </Card>
      <Card title={t('edit.signing')}>
        <Checkbox.Group
          {...common('keys')}
          description={t('edit.keysHint')}
          onChange={(keys) => set({ keys: limits.keys.filter((key) => keys.includes(key)) })}
          value={[...value.keys]}
        >
          <div className={classes.choices}>
            {limits.keys.map((key: KeyAlgorithm) => (
              <Checkbox key={key} label={t(`key.${key}.name`)} value={key} />
            ))}
          </div>
        </Checkbox.Group>
        {profile.authorityLabel === '' ? (
          <p>
            <span className={classes.legend}>{t('setting.authority')}</span>
            <span className={classes.note}>{t('eachAuthorityText')}</span>
          </p>
        ) : (
          <NativeSelect
            {...common('authority')}
            data={lines.map(({ name, label }) => ({ value: name, label }))}
            description={t('edit.authorityHint')}
            onChange={(event) => set({ authority: event.currentTarget.value })}
            value={value.authority}
          />
        )}
        <TextInput
          {...common('policy')}
          autoComplete="off"
          description={t('policyText')}
          maxLength={128}
          onChange={(event) => set({ policy: event.currentTarget.value.trim() })}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={value.policy}
        />
      </Card>
    </>
  );
}
