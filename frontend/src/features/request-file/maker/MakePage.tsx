import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { operationsOf } from '../../../api/requestFiles';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { ChoiceGroup } from '../../../shared/ui/ChoiceGroup';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { Loading } from '../../../shared/ui/Loading';
import { Page } from '../../../shared/ui/Page';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import type { KeyProfile, Kind, Registered } from './format';
import { HandOver } from './HandOver';
import { RequestFileMaker } from './RequestFileMaker';
import { refusedRowsQuery } from './refused';
import type { Rows } from './sheet';

const route = getRouteApi('/app/request-files/make');

type Props = {
  /** Of which kinds the account may make files. */
  readonly kinds: readonly Kind[];
  readonly profiles?: readonly KeyProfile[] | undefined;
  readonly registered?: Registered | undefined;
  /** Rows that another page hands over. */
  readonly start?: Rows | undefined;
};

/** A request file made on screen by an officer; with `from`, out of the refused rows of another. */
export function MakePage(props: Props) {
  const { t } = useTranslation('requestMaker');
  const { from } = route.useSearch();
  return (
    <Page lead={t('lead')} title={t('title')} trail={[{ label: t('files'), to: '/request-files' }]}>
      {props.kinds.length === 0 ? (
        <EmptyState title={t('noRight.title')}>{t('noRight.next')}</EmptyState>
      ) : from ? (
        <Again {...props} from={from} />
      ) : (
        <New {...props} />
      )}
    </Page>
  );
}

function New({ kinds, profiles, registered, start }: Props) {
  const { t } = useTranslation(['requestMaker', 'requestFile', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const kind = kinds.find((one) => one === search.kind) ?? (kinds[0] as Kind);
  const operations = operationsOf(kind);
  const operation = operations.find((one) => one === search.operation) ?? operations[0];
  return (
    <>
      <Card>
        {kinds.length > 1 && (
          <ChoiceGroup
            choices={kinds.map((value) => ({
              value,
              name: t(`common:kind.${value}`),
            }))}
            legend={t('kind')}
            onChange={(value) => navigate({ search: { kind: value }, replace: true, resetScroll: false })}
            row
            value={kind}
          />
        )}
        <ChoiceGroup
          choices={operations.map((value) => ({
            value,
            name: t(`requestFile:operation.${value}.name`),
            line: t(`requestFile:operation.${value}.line`),
          }))}
          legend={t('requestFile:upload.operation')}
          onChange={(value) => navigate({ search: { kind, operation: value }, replace: true, resetScroll: false })}
          row
          value={operation}
        />
      </Card>
      <RequestFileMaker kind={kind} operation={operation} profiles={profiles} registered={registered} start={start}>
        {(made) => <HandOver kind={kind} made={made} operation={operation} />}
      </RequestFileMaker>
    </>
  );
}

function Again({ from, profiles, registered }: Props & { from: string }): ReactNode {
  const { t } = useTranslation(['requestMaker', 'requestFile', 'common']);
  const refused = useQuery(refusedRowsQuery(from));
  if (refused.isPending) return <Loading lines={10} />;
  if (refused.isError) return <ProblemPanel error={refused.error} onRetry={() => refused.refetch()} />;
  const { file, rows } = refused.data;
  return (
    <>
      <Callout
        title={t('again.title', { file: file.fileName, count: rows.length })}
        tone={rows.length > 0 ? 'warn' : 'info'}
      >
        <p>
          {t(`common:kind.${file.kind}`)} — {t(`requestFile:operation.${file.operation}.name`)}
        </p>
        <p>{rows.length > 0 ? t('again.text') : t('again.none')}</p>
      </Callout>
      <RequestFileMaker
        key={file.id}
        kind={file.kind}
        operation={file.operation}
        profiles={profiles}
        registered={registered}
        start={rows}
      >
        {(made) => <HandOver kind={file.kind} made={made} operation={file.operation} />}
      </RequestFileMaker>
    </>
  );
}
