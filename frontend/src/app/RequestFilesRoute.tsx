import { RequestFilesPage } from '../features/request-file/RequestFilesPage';
import { uploadKinds } from './rights';
import { useAccount } from './useAccount';

export function RequestFilesRoute() {
  return <RequestFilesPage kinds={uploadKinds(useAccount())} />;
}
