import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { DaysLeft } from '../../shared/ui/CertificateState';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { useSession } from './api';
import classes from './session.module.css';

/** The last log-ins with who and where from, so that a stranger's is noticed; beside them until when one's certificate is good (HK-011, HK-033). */
export function LogIns() {
  const { t } = useTranslation('session');
  const session = useSession();
  if (!session) return null;
  const { certificate, previousLogIn, previousLogIns } = session;
  // Some policies show none here: that does not make it the first.
  const shown = previousLogIns.length > 0;
  return (
    <>
      {(shown || !previousLogIn) && (
        <Card title={t('logIns.title')}>
          {shown ? (
            <Facts
              facts={previousLogIns.map((logIn, index) => ({
                label: index === 0 ? t('logIns.last') : t('logIns.before', { count: index + 1 }),
                value: (
                  <>
                    <DateTime at={logIn.at} />
                    <span className={classes.second}>
                      {t('logIns.who', { name: logIn.name, address: logIn.address })}
                    </span>
                  </>
                ),
              }))}
              layout="rows"
            />
          ) : (
            <p>{t('logIns.first')}</p>
          )}
          <p className={classes.note}>{t('logIns.notYou')}</p>
        </Card>
      )}
      {certificate && (
        <Card title={t('logIns.certificate')}>
          <Facts
            facts={[
              {
                label: t('fact.until'),
                value: (
                  <>
                    <DateTime at={certificate.notAfter} /> <DaysLeft notAfter={certificate.notAfter} status="ISSUED" />
                  </>
                ),
              },
              { label: t('fact.subject'), value: certificate.subjectDn },
            ]}
            layout="rows"
          />
        </Card>
      )}
    </>
  );
}
