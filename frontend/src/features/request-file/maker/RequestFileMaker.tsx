import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from '../../../shared/ui/Loading';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { columnsQuery } from '../api';
import type { Format, KeyProfile, Kind, Operation, Registered } from './format';
import { type Made, Maker } from './Maker';
import type { Rows } from './sheet';

type Props = {
  readonly kind: Kind;
  readonly operation: Operation;
  /** Rows to begin with, such as refused ones of another file. */
  readonly start?: Rows | undefined;
  /** Of which profiles one is filled in when a key tells it. */
  readonly profiles?: readonly KeyProfile[] | undefined;
  /** What every subject must carry, where it is known. */
  readonly registered?: Registered | undefined;
  /** Where the file goes when it is made. */
  readonly children: (made: Made) => ReactNode;
};

/**
 * Makes a request file on screen, for whoever may: the columns are those of the server. It knows nothing about where the file
 * goes, so that an officer's page and that of somebody who was sent a link have the same one.
 */
export function RequestFileMaker({ kind, operation, ...rest }: Props) {
  const columns = useQuery(columnsQuery(kind, operation));
  if (columns.isPending) return <Loading lines={10} />;
  if (columns.isError) return <ProblemPanel error={columns.error} onRetry={() => columns.refetch()} />;
  const format: Format = { kind, operation, columns: columns.data.items };
  return <Maker format={format} {...rest} />;
}
