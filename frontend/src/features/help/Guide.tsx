import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { TextLink } from '../../shared/ui/links';
import classes from './help.module.css';
import { type GuideTopic, NEXT } from './topics';
import { useNamed } from './useNamed';

type Section = {
  readonly title: string;
  readonly warn?: string;
  readonly text?: string;
  readonly steps?: readonly string[];
  readonly points?: readonly string[];
};

type Props = {
  readonly topic: GuideTopic;
  /** What is known only while the page is shown; it stands before everything else. */
  readonly children?: ReactNode;
};

/** One guide of text. The messages are its sections, in their order; `/help/new-pc#gone` leads to one of them. */
export function Guide({ topic, children }: Props) {
  const { t } = useTranslation(['guide', 'help']);
  useNamed();
  const sections = t(`guide:${topic}`, { returnObjects: true }) as Readonly<Record<string, Section>>;
  return (
    <>
      {children}
      {Object.entries(sections).map(([id, section]) => (
        <div className={classes.section} id={id} key={id}>
          <Card title={section.title}>
            {section.warn && (
              <Callout tone="warn">
                <p>{section.warn}</p>
              </Callout>
            )}
            {section.text && <p className={classes.lead}>{section.text}</p>}
            {section.steps && (
              <ol className={classes.list}>
                {section.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            )}
            {section.points && (
              <ul className={classes.list}>
                {section.points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      ))}
      <nav aria-label={t('guide:next')}>
        <ul className={classes.next}>
          <li>
            <TextLink to="/test-certificate">{t('guide:test')}</TextLink>
          </li>
          {NEXT[topic].map((next) => (
            <li key={next}>
              <TextLink params={{ topic: next }} to="/help/$topic">
                {t(`help:${next}.title`)}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
