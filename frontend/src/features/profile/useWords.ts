import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import type { Difference } from '../../shared/ui/Differences';
import type { KeyAlgorithm, ProfileSettings, SigningLine } from './api';
import { changesOf, plainOf, type Setting } from './settings';

/** The settings of a profile in words. */
export function useWords(lines: readonly SigningLine[]) {
  const { t } = useTranslation('profile');
  const language = useLanguage();
  const keys = (of: readonly KeyAlgorithm[]) => of.map((key) => t(`key.${key}.name`)).join(', ');
  const text = (settings: ProfileSettings, setting: Setting): string => {
    switch (setting) {
      case 'keys':
        return keys(settings.keys);
      case 'authority':
        return lines.find((line) => line.name === settings.authority)?.label ?? settings.authority;
      case 'validity':
        return formatPeriod(settings.validity, language);
      case 'rounding':
        return t(`rounding.${settings.rounding}.name`);
      default:
        return plainOf(settings, setting);
    }
  };
  const differences = (before: ProfileSettings, after: ProfileSettings): Difference[] =>
    changesOf(before, after).map((setting) => ({
      id: setting,
      title: t(`setting.${setting}`),
      before: text(before, setting),
      after: text(after, setting),
    }));
  return { differences };
}
