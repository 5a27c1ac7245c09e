import { ActionIcon, Popover, SegmentedControl, Text, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../shared/i18n/i18n';
import { useLanguage } from '../shared/i18n/useLanguage';
import { changeFontSize, useFontSize } from '../shared/ui/preferences';
import classes from './frame.module.css';

/** Colours and text size, kept in this browser; and what an account has beside. */
export function Settings({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label={t('settings.label')}>
          <ActionIcon aria-label={t('settings.label')}>
            <IconAdjustmentsHorizontal aria-hidden="true" size={22} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('settings.label')}>
        <Text fw={600} id="settings-theme" mb={4} size="sm">
          {t('settings.theme')}
        </Text>
        <SegmentedControl
          aria-labelledby="settings-theme"
          data={[
            { value: 'light', label: t('settings.light') },
            { value: 'dark', label: t('settings.dark') },
            { value: 'auto', label: t('settings.auto') },
          ]}
          fullWidth
          onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
          value={colorScheme}
        />
        <Text fw={600} mb={4} mt="md" size="sm">
          {t('settings.fontSize')}
        </Text>
        <FontSize label={t('settings.fontSize')} />
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Small, standard or large, kept in this browser (HK-026). */
export function FontSize({ label }: { label: string }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={label}
      data={(['small', 'standard', 'large'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
      fullWidth
      onChange={(value) => changeFontSize(value as 'small' | 'standard' | 'large')}
      value={useFontSize()}
    />
  );
}

/** The other language, in its own words. What came from the server is asked for again. */
export function LanguageSwitch() {
  const language = useLanguage();
  const queries = useQueryClient();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <button
      className={classes.language}
      lang={other}
      onClick={async () => {
        await changeLanguage(other);
        await queries.invalidateQueries();
      }}
      type="button"
    >
      {other === 'en' ? 'English' : '日本語'}
    </button>
  );
}
