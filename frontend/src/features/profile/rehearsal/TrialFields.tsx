import { NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../shared/ui/Card';
import { CsrField } from '../../../shared/ui/CsrField';
import { useAttributeName } from '../../../shared/ui/useAttributeName';
import type { KeyAlgorithm, Profile } from '../api';
import classes from './rehearsal.module.css';
import { statedParts, type Trial, trialId } from './trial';

type Props = {
  readonly profile: Profile;
  /** Whether values that tenants are registered with can be entered, too. */
  readonly anyValue: boolean;
  readonly value: Trial;
  readonly onChange: (trial: Trial) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
};

/** What an applicant would send, as far as the profile asks for it. */
export function TrialFields({ profile, anyValue, value, onChange, errorOf }: Props) {
  const { t } = useTranslation(['profile', 'common']);
  const attributeName = useAttributeName();
  const set = (part: Partial<Trial>) => onChange({ ...value, ...part });
  const setAttribute = (type: string, values: readonly string[]) =>
    set({ subject: { ...value.subject, [type]: values } });
  const common = (name: string) => ({ id: trialId(name), error: errorOf(trialId(name)) });
  return (
    <>
      <Card title={t('try.keySection')}>
        <CsrField
          {...common('csr')}
          description={t('try.csrHint')}
          label={`CSR (${t('common:optional')})`}
          maxRows={10}
          minRows={4}
          onChange={(event) => set({ csr: event.currentTarget.value })}
          onFile={(csr) => set({ csr })}
          value={value.csr}
        />
        {value.csr.trim() === '' && (
          <NativeSelect
            {...common('key')}
            data={profile.keys.map((key) => ({ value: key, label: t(`key.${key}.name`) }))}
            description={t('try.sampleHint')}
            label={t('try.sample')}
            maw="24rem"
            onChange={(event) => set({ key: event.currentTarget.value as KeyAlgorithm })}
            value={value.key || profile.keys[0]}
          />
        )}
      </Card>
      <Card title={t('try.names')}>
        <p>{t(value.csr.trim() === '' ? 'try.namesHint' : 'try.namesOfCsr')}</p>
        <div className={classes.attributes}>
          {statedParts(profile, anyValue).map(({ type, from, times }) => {
            const values = value.subject[type] ?? [];
            const field = {
              ...common(type),
              label: attributeName(type),
              description: from === 'REQUEST' ? undefined : t('try.registered'),
            };
            return times === 'ANY' ? (
              <TagsInput
                {...field}
                key={type}
                onChange={(entered) => setAttribute(type, entered)}
                placeholder={t('try.addValue')}
                value={[...values]}
              />
            ) : (
              <TextInput
                {...field}
                autoComplete="off"
                key={type}
                maxLength={200}
                onChange={(event) => setAttribute(type, [event.currentTarget.value])}
                value={values[0] ?? ''}
              />
            );
          })}
        </div>
        {profile.alternativeNames.includes('DNS') && (
          <Textarea
            {...common('dnsNames')}
            autosize
            description={t('try.dnsNamesHint')}
            label={t('alternativeName.DNS.name')}
            minRows={2}
            onChange={(event) => set({ dnsNames: event.currentTarget.value })}
            spellCheck={false}
            value={value.dnsNames}
          />
        )}
        {profile.alternativeNames.includes('EMAIL') && (
          <Textarea
            {...common('emails')}
            autosize
            description={t('try.emailsHint')}
            label={t('alternativeName.EMAIL.name')}
            minRows={2}
            onChange={(event) => set({ emails: event.currentTarget.value })}
            spellCheck={false}
            value={value.emails}
          />
        )}
      </Card>
    </>
  );
}
