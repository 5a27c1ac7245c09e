import { useTranslation } from 'react-i18next';

const KNOWN = ['CN', 'O', 'OU', 'L', 'ST', 'C'] as const;

/** An attribute of a subject in words, with its short name: 「コモンネーム (CN)」. */
export function useAttributeName(): (type: string) => string {
  const { t } = useTranslation();
  return (type) => {
    const known = KNOWN.find((one) => one === type);
    return known ? `${t(`attribute.${known}`)} (${type})` : type;
  };
}
