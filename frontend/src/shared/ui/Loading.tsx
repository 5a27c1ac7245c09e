import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Keeps the place of what is coming, so that nothing jumps. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div aria-busy="true" role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton height={20} key={index} mt="md" radius="sm" width={`${95 - ((index * 17) % 40)}%`} />
      ))}
    </div>
  );
}
