import { HomePage } from '../features/home/HomePage';
import { RenamedNotice, RenewalLink } from '../features/own-certificate/RenewalNotice';
import { LogIns } from '../features/session/LogIns';
import { SessionWarnings } from '../features/session/SessionWarnings';
import { RegisteredValues } from '../features/tenant/RegisteredValues';
import { may } from './rights';
import { useAccount } from './useAccount';

export function HomeRoute() {
  const account = useAccount();
  return (
    <HomePage
      account={account}
      aside={
        <>
          <LogIns />
          {may.serverCertificates(account) && <RegisteredValues />}
        </>
      }
      history={may.audit(account)}
      warnings={
        <>
          <RenamedNotice />
          <SessionWarnings renewal={<RenewalLink />} />
        </>
      }
    />
  );
}
