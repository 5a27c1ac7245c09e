import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { AcquirePage } from '../features/acquisition/AcquirePage';
import { AcquisitionPage } from '../features/acquisition/AcquisitionPage';
import { RenewPage } from '../features/acquisition/RenewPage';
import { entranceQuery } from '../features/session/api';

const acquire = getRouteApi('/public/acquire');
const acquisition = getRouteApi('/public/acquire/$token');

export function AcquireRoute() {
  const { tenant } = acquire.useSearch();
  const { softwareKeyboard } = useSuspenseQuery(entranceQuery(tenant)).data;
  return <AcquirePage softwareKeyboard={softwareKeyboard} tenant={tenant} />;
}

export function AcquisitionRoute() {
  const { token } = acquisition.useParams();
  const { certUrl } = useSuspenseQuery(entranceQuery()).data;
  return <AcquisitionPage certUrl={certUrl} key={token} token={token} />;
}

export function RenewRoute() {
  const { softwareKeyboard, certUrl, presented } = useSuspenseQuery(entranceQuery()).data;
  return <RenewPage certUrl={certUrl} presented={presented} softwareKeyboard={softwareKeyboard} />;
}
