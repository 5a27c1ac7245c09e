import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly count: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong: boolean;
};

export const TYPED_COUNT_ID = 'revocation-count';

/** Whoever ends more than one certificate types how many: a click alone is too easy. */
export const isTyped = (count: number, value: string): boolean =>
  count <= 1 || value.normalize('NFKC').replace(/[,\s]/g, '') === String(count);

export function TypedCount({ count, value, onChange, wrong }: Props) {
  const { t } = useTranslation(['revocation', 'common']);
  if (count <= 1) return null;
  return (
    <TextInput
      autoComplete="off"
      description={t('count.hint', { number: count })}
      error={wrong ? t('count.wrong', { number: count }) : undefined}
      id={TYPED_COUNT_ID}
      inputMode="numeric"
      label={`${t('count.label')} (${t('common:required')})`}
      maw="16rem"
      onChange={(event) => onChange(event.currentTarget.value)}
      value={value}
    />
  );
}
