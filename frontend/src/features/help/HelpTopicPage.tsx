import { getRouteApi, notFound } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/ui/Page';
import { CsrHelp } from './CsrHelp';
import type { Subject } from './commands';
import { ErrorsHelp } from './ErrorsHelp';
import { Guide } from './Guide';
import { InstallHelp } from './InstallHelp';
import { LogInHelp } from './LogInHelp';
import { P12Help } from './P12Help';
import { SmimeHelp } from './SmimeHelp';
import { TsvHelp } from './TsvHelp';
import { GUIDES, TOPICS } from './topics';

const route = getRouteApi('/open/help/$topic');

type Props = {
  /** What is registered for the institution of whoever is logged in. */
  readonly subject?: Subject | undefined;
  /** How each browser is made to ask once more. */
  readonly another: ReactNode;
  /** The policy values for many devices. */
  readonly fleet: ReactNode;
};

/** One topic, for everybody. */
export function HelpTopicPage({ subject, another, fleet }: Props) {
  const { t } = useTranslation('help');
  const { topic: wanted } = route.useParams();
  const topic = TOPICS.find((one) => one === wanted);
  if (!topic) throw notFound();
  const guide = GUIDES.find((one) => one === topic);
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
      {topic === 'fleet' && fleet}
      {guide && <Guide topic={guide}>{guide === 'choice' && another}</Guide>}
    </Page>
  );
}
