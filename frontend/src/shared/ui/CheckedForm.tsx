import type { ReactNode } from 'react';
import { ErrorSummary } from './ErrorSummary';
import { ProblemPanel } from './ProblemPanel';
import { UnsavedChanges } from './UnsavedChanges';
import type { Check } from './useCheck';

type Props = {
  readonly check: Check;
  /** Why the server did not take what was sent. */
  readonly error: unknown;
  readonly isPending: boolean;
  /** Called only with what the page finds nothing wrong with, and once at a time. */
  readonly onSend: () => void;
  /** Whether something would be lost by leaving; absent where nothing of worth is typed. */
  readonly changed?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A form with everything that is wrong with it at its top. */
export function CheckedForm({ check, error, isPending, onSend, changed, className, children }: Props) {
  return (
    <>
      {changed !== undefined && <UnsavedChanges when={changed && !isPending} />}
      <form
        className={className}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (check.pass() && !isPending) onSend();
        }}
      >
        <ErrorSummary attempt={check.attempt} faults={check.faults} />
        {error != null && !check.refused && <ProblemPanel error={error} />}
        {children}
      </form>
    </>
  );
}
