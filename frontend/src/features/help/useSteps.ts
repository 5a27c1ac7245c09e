import { useTranslation } from 'react-i18next';

/** A list of sentences among the messages. */
export function useSteps(): (key: string) => readonly string[] {
  const { t } = useTranslation(['help', 'guide']);
  // The keys are those of the choices; types cannot know that they lead to lists.
  const list = t as unknown as (key: string, options: { returnObjects: true }) => unknown;
  return (key) => {
    const steps = list(key, { returnObjects: true });
    return Array.isArray(steps) ? steps.map(String) : [];
  };
}
