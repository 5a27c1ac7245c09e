import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, problemKind } from '../../api/problems';
import { Callout } from './Callout';
import { CopyButton } from './CopyButton';
import { TextLink } from './links';
import { MessageId } from './MessageId';
import classes from './ProblemPanel.module.css';

type Props = { readonly error: unknown; readonly onRetry?: (() => void) | undefined; readonly action?: ReactNode };

/** What happened, why, what to do next; the code and the request id at the end. */
export function ProblemPanel({ error, onRetry, action }: Props) {
  const { t } = useTranslation();
  const kind = problemKind(error);
  const problem = error instanceof ApiProblem ? error : undefined;
  const cure = useCure(problem);
  // The server's own words for a bug or a refused input may do for the rest.
  const saysEnough = !!problem?.title && (kind === 'serverError' || kind === 'conflict' || kind === 'invalid');
  return (
    <Callout
      role="alert"
      title={problem?.title || t(`problem.${kind}.title`)}
      tone={kind === 'offline' || kind === 'unavailable' || kind === 'tooMany' ? 'warn' : 'bad'}
    >
      {cure && <p>{cure}</p>}
      {problem?.detail && <p>{problem.detail}</p>}
      {problem && problem.errors.length > 0 && (
        <ul className={classes.errors}>
          {problem.errors.map((one) => (
            <li key={`${one.pointer}${one.column}${one.code}${one.message}`}>
              {one.message}
              {one.cure && <> {one.cure}</>} <span className={classes.code}>[{one.code}]</span>
            </li>
          ))}
        </ul>
      )}
      {!cure && !saysEnough && <p>{t(`problem.${kind}.next`)}</p>}
      {(onRetry || action) && (
        <Group gap="sm">
          {onRetry && (
            <Button onClick={onRetry} variant="default">
              {t('retry')}
            </Button>
          )}
          {action}
        </Group>
      )}
      {problem && (
        <div className={classes.foot}>
          {problem.code !== 'unknown' && (
            <span>
              {t('problem.code')}{' '}
              <TextLink params={{ code: problem.code }} size="sm" to="/problems/$code">
                {problem.code}
              </TextLink>
            </span>
          )}
          <MessageId code={problem.code} />
          {problem.requestId && (
            <span className={classes.request}>
              {t('problem.requestId')} <span className={classes.code}>{problem.requestId}</span>
              <CopyButton value={problem.requestId} what={t('problem.requestId')} />
            </span>
          )}
        </div>
      )}
    </Callout>
  );
}

/** A request to do something, or a second sentence, which is one. */
const SAYS_WHAT_TO_DO = /ください|。\S|\.\s\S/;

/** What to do about a problem of this type, as its own page says it; nothing where its title does, or before the texts are there. */
function useCure(problem: ApiProblem | undefined): string | undefined {
  const { t, i18n } = useTranslation('problem', { useSuspense: false });
  if (!problem || SAYS_WHAT_TO_DO.test(problem.title)) return undefined;
  const key = `type.${problem.code}.cure`;
  // The key was just seen to exist; types cannot know that.
  return i18n.exists(`problem:${key}`) ? (t as unknown as (key: string) => string)(key) : undefined;
}
