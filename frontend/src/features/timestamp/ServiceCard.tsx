import { useTranslation } from 'react-i18next';
import { attributesOf, fingerprint } from '../../shared/format/text';
import { Card } from '../../shared/ui/Card';
import { Code } from '../../shared/ui/Code';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { TextLink } from '../../shared/ui/links';
import type { Service } from './api';
import classes from './timestamp.module.css';

/** The address, large and to be copied, and what is behind it. */
export function ServiceCard({ service }: { service: Service }) {
  const { t } = useTranslation('timestamp');
  const [signer] = service.chain;
  return (
    <Card title={t('url.title')}>
      <p className={classes.url}>
        <Code text={service.url} what={t('url.title')} />
      </p>
      <p>{t('url.text')}</p>
      <Facts
        facts={[
          { label: t('fact.secureUrl'), value: <Code text={service.secureUrl} what={t('fact.secureUrl')} /> },
          { label: t('fact.policy'), value: <Code text={service.policy} what={t('fact.policy')} /> },
          { label: t('fact.accuracy'), value: t('accuracy', { seconds: secondsOf(service.accuracy) }) },
          { label: t('fact.hash'), value: service.hashAlgorithms.join(', ') },
          !!signer && { label: t('fact.signature'), value: `${signer.key}, ${service.signatureAlgorithm}` },
          !!signer && { label: t('fact.signer'), value: signer.subject },
          !!signer && {
            label: t('fact.validity'),
            value: (
              <>
                <DateTime at={signer.notBefore} only="date" /> – <DateTime at={signer.notAfter} only="date" />
              </>
            ),
          },
          !!signer && { label: 'SHA-256', value: <Code text={fingerprint(signer.sha256)} what="SHA-256" /> },
          {
            label: t('fact.chain'),
            value: (
              <>
                {service.chain
                  .slice(1)
                  .map(({ subject }) => attributesOf(subject).find(({ type }) => type === 'CN')?.value ?? subject)
                  .join(' → ')}{' '}
                <TextLink to="/authorities">{t('authorities')}</TextLink>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** `PT0.5S` → `0.5` */
function secondsOf(duration: string): string {
  return /^PT([\d.]+)S$/.exec(duration)?.[1] ?? duration;
}
