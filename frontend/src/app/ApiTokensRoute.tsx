import { ApiTokensPage } from '../features/api-token/ApiTokensPage';
import { useAccount } from './useAccount';

export function ApiTokensRoute() {
  return <ApiTokensPage role={useAccount().role} />;
}
