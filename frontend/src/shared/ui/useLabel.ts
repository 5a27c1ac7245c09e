import { useTranslation } from 'react-i18next';

/** The label of a field, which says whether it must be filled in. */
export function useLabel(): (name: string, required: boolean) => string {
  const { t } = useTranslation();
  return (name, required) => `${name} (${t(required ? 'required' : 'optional')})`;
}
