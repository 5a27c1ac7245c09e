import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { TextLink } from '../../shared/ui/links';
import { MessageId } from '../../shared/ui/MessageId';
import { Page } from '../../shared/ui/Page';
import classes from './help.module.css';

const route = getRouteApi('/open/problems/$code');

/** What a problem type means: where its address leads when somebody follows it. */
export function ProblemTypePage() {
  const { t, i18n } = useTranslation('problem');
  const { code } = route.useParams();
  const known = i18n.exists(`problem:type.${code}.what`);
  // The key was just seen to exist; types cannot know that.
  const text = (part: 'what' | 'cure') => (t as unknown as (key: string) => string)(`type.${code}.${part}`);
  return (
    <Page title={t('title')} width="text">
      <Callout title={<code>{code}</code>} tone="info">
        <p>{known ? text('what') : t('unknown')}</p>
        <MessageId code={code} />
      </Callout>
      <Card title={t('next')}>
        <p className={classes.lead}>{known ? text('cure') : t('unknownCure')}</p>
        <p className={classes.lead}>{t('quote')}</p>
      </Card>
      <TextLink to="/help">{t('help')}</TextLink>
    </Page>
  );
}
