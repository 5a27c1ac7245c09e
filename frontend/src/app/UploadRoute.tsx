import { UploadPage } from '../features/request-file/UploadPage';
import { RegisteredValues } from '../features/tenant/RegisteredValues';
import { uploadKinds } from './rights';
import { useAccount } from './useAccount';

export function UploadRoute() {
  return <UploadPage aside={<RegisteredValues />} kinds={uploadKinds(useAccount())} />;
}
