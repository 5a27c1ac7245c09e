import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { CertificateState } from '../../shared/ui/CertificateState';
import { DateTime } from '../../shared/ui/DateTime';
import { Loading } from '../../shared/ui/Loading';
import { TextLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Status } from '../../shared/ui/Status';
import { ActionDialog } from './ActionDialog';
import { ActionState } from './ActionState';
import { type Desk, type DeskAction, type DeskOffer, deskQuery } from './api';
import classes from './desk.module.css';
import { LetterButton } from './LetterButton';

type Props = {
  readonly account: string;
  /** An operator acts on a request document, an administrator for the users of the own tenant. */
  readonly operator: boolean;
  readonly softwareKeyboard: boolean;
};

/** What waits for an account, what can be done for it, and its certificates. */
export function DeskCards({ account, operator, softwareKeyboard }: Props) {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const desk = useQuery(deskQuery(account, language));
  const [begun, setBegun] = useState<DeskOffer>();
  const [taken, setTaken] = useState<DeskAction>();
  if (desk.isPending) return <Loading lines={8} />;
  if (desk.isError) return <ProblemPanel error={desk.error} onRetry={() => desk.refetch()} />;
  return (
    <>
      {taken && (
        <Callout
          role="status"
          title={t(taken.state === 'PROPOSED' ? 'taken.proposed' : 'taken.done', { title: taken.title })}
          tone={taken.state === 'PROPOSED' ? 'wait' : 'ok'}
        >
          {taken.state === 'PROPOSED' && <p>{t('taken.proposedNext')}</p>}
          {taken.state === 'DONE' && taken.letter === 'DUE' && <p>{t('taken.letterNext')}</p>}
        </Callout>
      )}
      {desk.data.waiting.length > 0 && <Waiting actions={desk.data.waiting} />}
      <Card title={t('offered')}>
        {desk.data.offered.length === 0 ? (
          <p>{t('offeredNone')}</p>
        ) : (
          <ul className={classes.offers}>
            {desk.data.offered.map((offer) => (
              <Offer key={offer.kind} offer={offer} onBegin={() => setBegun(offer)} />
            ))}
          </ul>
        )}
      </Card>
      <Certificates certificates={desk.data.certificates} operator={operator} />
      {begun && (
        <ActionDialog
          desk={desk.data}
          key={begun.kind}
          offer={begun}
          onClose={() => setBegun(undefined)}
          onTaken={(action) => {
            setBegun(undefined);
            setTaken(action);
          }}
          operator={operator}
          softwareKeyboard={softwareKeyboard}
        />
      )}
    </>
  );
}

function Waiting({ actions }: { actions: readonly DeskAction[] }) {
  const { t } = useTranslation('desk');
  return (
    <Card title={t('waiting')}>
      <ul className={classes.offers}>
        {actions.map((action) => (
          <li className={classes.offer} key={action.id}>
            <div className={classes.offerText}>
              <TextLink params={{ id: action.id }} to="/desk-actions/$id">
                {action.title}
              </TextLink>
              <p className={classes.marks}>
                <ActionState action={action} />
              </p>
              <p className={classes.note}>
                {action.takenBy} — <DateTime at={action.takenAt} />
              </p>
              {action.state === 'PROPOSED' && action.lapsesAt && (
                <p className={classes.note}>
                  {t('proposed.until')} <DateTime at={action.lapsesAt} relative />
                </p>
              )}
            </div>
            {action.state === 'DONE' && action.letter === 'DUE' && <LetterButton action={action} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Offer({ offer, onBegin }: { offer: DeskOffer; onBegin: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <li className={classes.offer}>
      <div className={classes.offerText}>
        <h3 className={classes.offerTitle}>{offer.title}</h3>
        <p className={classes.note}>{offer.effect}</p>
        {(offer.letter || offer.fourEyes) && (
          <p className={classes.marks}>
            {offer.letter && <Status tone="info">{t('mark.letter')}</Status>}
            {offer.fourEyes && <Status tone="wait">{t('mark.fourEyes')}</Status>}
          </p>
        )}
        {offer.hindrance && <p className={classes.hindrance}>{offer.hindrance}</p>}
      </div>
      <Button
        aria-label={t('beginOf', { title: offer.title })}
        disabled={!offer.possible}
        onClick={onBegin}
        variant="default"
      >
        {t('begin')}
      </Button>
    </li>
  );
}

type CertificatesProps = { readonly certificates: Desk['certificates']; readonly operator: boolean };

function Certificates({ certificates, operator }: CertificatesProps) {
  const { t } = useTranslation('desk');
  return (
    <Card title={t('certificates')}>
      {certificates.length === 0 ? (
        <p>{t('certificatesNone')}</p>
      ) : (
        <ul className={classes.offers}>
          {certificates.map((certificate) => (
            <li className={classes.certificate} key={certificate.id}>
              <CertificateState status={certificate.status} />
              <div>
                {operator ? (
                  <TextLink
                    params={{ id: certificate.id }}
                    search={{ q: certificate.serial }}
                    to="/certificate-search/$id"
                  >
                    {certificate.commonName}
                  </TextLink>
                ) : (
                  <TextLink params={{ id: certificate.id }} to="/certificates/$id">
                    {certificate.commonName}
                  </TextLink>
                )}
                <span className={classes.note}>
                  {t('until')} <DateTime at={certificate.notAfter} relative />
                </span>
                {certificate.outdated && <Status tone="warn">{t('outdated')}</Status>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
