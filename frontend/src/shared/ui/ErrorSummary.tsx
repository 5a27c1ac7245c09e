import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ErrorSummary.module.css';

export type FieldFault = {
  readonly fieldId?: string | undefined;
  readonly message: string;
  readonly code?: string | undefined;
  readonly cure?: string | undefined;
};

/** Everything that is wrong with a form, at its top; each entry leads to its field. */
export function ErrorSummary({ faults, attempt }: { faults: readonly FieldFault[]; attempt: number }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt moves the focus, also when the faults are the same.
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [attempt]);
  if (faults.length === 0) return null;
  return (
    <div className={classes.summary} ref={box} role="alert" tabIndex={-1}>
      <h2 className={classes.title}>{t('form.summary', { count: faults.length })}</h2>
      <ul className={classes.list}>
        {faults.map((fault, index) => (
          <li key={index}>
            {fault.fieldId ? (
              <a
                href={`#${fault.fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  const field = document.getElementById(fault.fieldId ?? '');
                  field?.focus();
                  field?.scrollIntoView?.({ block: 'center' });
                }}
              >
                {fault.message}
              </a>
            ) : (
              fault.message
            )}
            {fault.code && <span className={classes.code}> [{fault.code}]</span>}
            {fault.cure && <div className={classes.cure}>{fault.cure}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}
