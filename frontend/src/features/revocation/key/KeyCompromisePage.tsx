import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fingerprint, formatNumber } from '../../../shared/format/text';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { Code } from '../../../shared/ui/Code';
import { DateTime } from '../../../shared/ui/DateTime';
import { Facts } from '../../../shared/ui/Facts';
import { ButtonLink } from '../../../shared/ui/links';
import { Page } from '../../../shared/ui/Page';
import { Status } from '../../../shared/ui/Status';
import { type KeyCompromise, keyCompromiseQuery, useProve } from './api';
import { CaseSteps } from './CaseSteps';
import { ConfirmCompromise } from './ConfirmCompromise';
import { KeyCertificates } from './KeyCertificates';
import { ProofForm } from './ProofForm';
import { CASE_TONE } from './tones';

const route = getRouteApi('/app/key-compromises/$id');

/** One key from the report over the proof to its end, one question at a time. The address stays the same. */
export function KeyCompromisePage() {
  const { t } = useTranslation('keyCompromise');
  const { id } = route.useParams();
  const { data: found } = useSuspenseQuery(keyCompromiseQuery(id));
  const search = route.useSearch();
  const step = found.state === 'PROVEN' ? 'confirm' : (search.step ?? 'proof');
  const open = found.state === 'OPEN' || found.state === 'PROVEN';
  return (
    <Page
      status={
        <div>
          <Status tone={CASE_TONE[found.state]}>{t(`state.${found.state}`)}</Status>
        </div>
      }
      title={t('case.title')}
      trail={[{ label: t('list.title'), to: '/key-compromises' }]}
      width="form"
    >
      {found.state !== 'LAPSED' && <CaseSteps current={open ? (step === 'proof' ? 1 : 2) : 3} />}
      {found.state === 'LAPSED' && <Lapsed sha256={found.key.sha256} />}
      {found.state === 'SUBMITTED' && <Ended found={found} />}
      {open && found.key.authority && (
        <Callout title={t('case.authority', { name: found.key.authority })} tone="bad">
          <p>{t('case.authorityText')}</p>
          <ButtonLink to="/authority-lines" variant="default">
            {t('case.authorityLines')}
          </ButtonLink>
        </Callout>
      )}
      {open && step === 'proof' && <Proof found={found} />}
      {open && step === 'confirm' && !found.key.authority && <ConfirmCompromise found={found} />}
      <AboutCase found={found} />
      <KeyCertificates counts={found.certificates} sha256={found.key.sha256} />
    </Page>
  );
}

function Proof({ found }: { found: KeyCompromise }) {
  const { t } = useTranslation('keyCompromise');
  const prove = useProve(found.id);
  return (
    <Card title={t('steps.proof')}>
      <p style={{ margin: 0 }}>{t('proof.lead')}</p>
      <ProofForm
        challenge={found.challenge}
        error={prove.error}
        keyDescription={found.key.description}
        more={
          <ButtonLink
            params={{ id: found.id }}
            search={{ step: 'confirm' }}
            to="/key-compromises/$id"
            variant="default"
          >
            {t('proof.without')}
          </ButtonLink>
        }
        pending={prove.isPending}
        send={(proof) => prove.mutate(proof)}
        signatureAccepted={found.signatureAccepted}
        submit={t('proof.do')}
      />
    </Card>
  );
}

function Ended({ found }: { found: KeyCompromise }) {
  const { t } = useTranslation('keyCompromise');
  return (
    <Callout role="status" title={t('ended.title')} tone="ok">
      <Stack gap="xs">
        <p style={{ margin: 0 }}>{t(found.openedBy ? 'ended.text' : 'ended.public')}</p>
        {found.revocation && (
          <div>
            <ButtonLink params={{ id: found.revocation }} to="/revocations/$id" variant="default">
              {t('ended.revocations')}
            </ButtonLink>
          </div>
        )}
      </Stack>
    </Callout>
  );
}

function Lapsed({ sha256 }: { sha256: string }) {
  const { t } = useTranslation('keyCompromise');
  return (
    <Callout title={t('lapsed.title')} tone="idle">
      <p>{t('lapsed.text')}</p>
      <ButtonLink search={{ key: sha256 }} to="/key-compromises/new" variant="default">
        {t('lapsed.again')}
      </ButtonLink>
    </Callout>
  );
}

function AboutCase({ found }: { found: KeyCompromise }) {
  const { t } = useTranslation('keyCompromise');
  const language = useLanguage();
  const { valid, revoked, expired } = found.certificates;
  return (
    <Card title={t('case.about')} tone="sunken">
      <Facts
        facts={[
          {
            label: t('case.sha256'),
            value: <Code copy={found.key.sha256} text={fingerprint(found.key.sha256)} what={t('case.sha256')} />,
          },
          !!found.key.description && { label: t('case.kind'), value: found.key.description },
          !!found.key.blockedSince && { label: t('blocked.since'), value: <DateTime at={found.key.blockedSince} /> },
          {
            label: t('case.certificates'),
            value: t('certificates.counts', {
              valid: formatNumber(valid, language),
              revoked: formatNumber(revoked, language),
              expired: formatNumber(expired, language),
            }),
          },
          {
            label: t('list.openedAt'),
            value: (
              <>
                <DateTime at={found.openedAt} relative /> — {found.openedBy ?? t('list.public')}
              </>
            ),
          },
          !!found.comment && { label: t('blocked.comment'), value: found.comment },
          {
            label: t('case.proof'),
            value:
              found.provenAt && found.provenBy ? (
                <>
                  {t(`proof.${found.provenBy}.name`)} — <DateTime at={found.provenAt} />
                </>
              ) : (
                t('case.unproven')
              ),
          },
          (found.state === 'OPEN' || found.state === 'PROVEN') && {
            label: t('case.until'),
            value: <DateTime at={found.expiresAt} relative />,
          },
        ]}
      />
    </Card>
  );
}
