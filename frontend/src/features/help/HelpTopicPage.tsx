import { getRouteApi, notFound } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/ui/Page';
import { CsrHelp } from './CsrHelp';
import type { Subject } from './commands';
import { ErrorsHelp } from './ErrorsHelp';
import { InstallHelp } from './InstallHelp';
import { LogInHelp } from './LogInHelp';
import { P12Help } from './P12Help';
import { SmimeHelp } from './SmimeHelp';
import { TsvHelp } from './TsvHelp';
import { TOPICS } from './topics';

const route = getRouteApi('/open/help/$topic');

/** One topic, for everybody; `subject` is what is registered for the institution of whoever is logged in. */
export function HelpTopicPage({ subject }: { subject?: Subject | undefined }) {
  const { t } = useTranslation('help');
  const { topic: wanted } = route.useParams();
  const topic = TOPICS.find((one) => one === wanted);
  if (!topic) throw notFound();
  return (
    <Page
      lead={t(`${topic}.lead`)}
      title={t(`${topic}.title`)}
      trail={[{ label: t('title'), to: '/help' }]}
      width={topic === 'errors' ? 'form' : 'text'}
    >
      {topic === 'csr' && <CsrHelp subject={subject} />}
      {topic === 'tsv' && <TsvHelp />}
      {topic === 'errors' && <ErrorsHelp />}
      {topic === 'install' && <InstallHelp />}
      {topic === 'p12' && <P12Help />}
      {topic === 'smime' && <SmimeHelp />}
      {topic === 'log-in' && <LogInHelp />}
    </Page>
  );
}
