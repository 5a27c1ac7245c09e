import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import classes from './help.module.css';
import { GROUPS, type Group, SITUATIONS, type Situation } from './topics';

/** First what people come with, then everything there is to read. */
export function HelpPage() {
  const { t } = useTranslation(['help', 'guide']);
  return (
    <Page lead={t('lead')} title={t('title')} width="text">
      <Card title={t('guide:situation.title')} tone="sunken">
        <p className={classes.lead}>{t('guide:situation.lead')}</p>
        <ul className={classes.list}>
          {Object.entries(SITUATIONS).map(([situation, { topic, ...place }]) => (
            <li key={situation}>
              <TextLink {...('section' in place && { hash: place.section })} params={{ topic }} to="/help/$topic">
                {t(`guide:situation.${situation as Situation}`)}
              </TextLink>
            </li>
          ))}
        </ul>
        <TextLink fw={700} to="/test-certificate">
          {t('guide:test')}
        </TextLink>
      </Card>
      {Object.entries(GROUPS).map(([group, topics]) => (
        <Card key={group} title={t(`guide:group.${group as Group}`)}>
          <ul className={classes.topics}>
            {topics.map((topic) => (
              <li key={topic}>
                <TextLink fw={700} params={{ topic }} size="lg" to="/help/$topic">
                  {t(`${topic}.title`)}
                </TextLink>
                <span className={classes.lead}>{t(`${topic}.lead`)}</span>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </Page>
  );
}
