import { useEffect } from 'react';
import { fileName } from '../features/request-file/maker/fileName';
import { RequestFileMaker } from '../features/request-file/maker/RequestFileMaker';
import { DoorPage } from '../features/submission/door/DoorPage';
import type { Making } from '../features/submission/door/HandInForm';
import { printTsv } from '../shared/format/tsv';

/** What an officer's link leads to, with the same sheet to make a file in that officers have. */
export function DoorRoute() {
  return (
    <DoorPage
      maker={(making) => (
        <RequestFileMaker kind={making.kind} operation={making.operation}>
          {({ rows }) => <HandTo making={making} rows={rows} />}
        </RequestFileMaker>
      )}
    />
  );
}

/** Passes on what is made, as a file. */
function HandTo({ making, rows }: { making: Making; rows: readonly (readonly string[])[] }) {
  const { kind, operation, onFile } = making;
  useEffect(() => {
    onFile(rows.length > 0 ? new File([printTsv(rows)], fileName({ kind, operation })) : undefined);
  }, [kind, operation, onFile, rows]);
  return null;
}
