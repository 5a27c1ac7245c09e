import { UploadPage } from '../features/request-file/UploadPage';
import { RegisteredValues } from '../features/tenant/RegisteredValues';

export function UploadRoute() {
  return <UploadPage aside={<RegisteredValues />} />;
}
