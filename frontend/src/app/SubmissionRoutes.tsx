import { LinksPage } from '../features/submission/LinksPage';
import { uploadKinds } from './rights';
import { useAccount } from './useAccount';

export function SubmissionLinksRoute() {
  return <LinksPage kinds={uploadKinds(useAccount())} />;
}
