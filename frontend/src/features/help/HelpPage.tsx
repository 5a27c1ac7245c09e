import { useTranslation } from 'react-i18next';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import classes from './help.module.css';
import { TOPICS } from './topics';

export function HelpPage() {
  const { t } = useTranslation('help');
  return (
    <Page lead={t('lead')} title={t('title')} width="text">
      <ul className={classes.topics}>
        {TOPICS.map((topic) => (
          <li key={topic}>
            <TextLink fw={700} params={{ topic }} size="lg" to="/help/$topic">
              {t(`${topic}.title`)}
            </TextLink>
            <span className={classes.lead}>{t(`${topic}.lead`)}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
}
