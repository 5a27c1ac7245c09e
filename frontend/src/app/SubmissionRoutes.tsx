import { LinksPage } from '../features/submission/LinksPage';
import { kindsOf } from './rights';
import { useAccount } from './useAccount';

export function SubmissionLinksRoute() {
  return <LinksPage kinds={kindsOf(useAccount())} />;
}
