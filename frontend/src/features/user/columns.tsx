import type { TFunction } from 'i18next';
import type { Schema } from '../../api/types';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { TextLink } from '../../shared/ui/links';
import { Status } from '../../shared/ui/Status';
import type { UserFunctions, UserLine } from './api';
import { Mark } from './Mark';
import classes from './user.module.css';

const SIGN: Record<Schema<'UserCertificateState'>, '○' | '×' | '–'> = {
  NONE: '–',
  ENTITLED: '○',
  VALID: '○',
  ENDED: '×',
};

/** The columns of HK-042. What people may do has one column for each function that the policy's table has, under the title of its group. */
export function columnsOf(functions: UserFunctions, t: TFunction<['user', 'common']>): Column<UserLine>[] {
  return [
    {
      id: 'loginId',
      header: t('column.loginId'),
      primary: true,
      sticky: { left: '0', width: '8rem' },
      cell: ({ id, loginId, name }) => (
        <TextLink className={classes.id} params={{ id }} to="/users/$id">
          {loginId ?? name}
        </TextLink>
      ),
    },
    {
      id: 'name',
      header: t('column.name'),
      sticky: { left: '8rem', width: '10rem' },
      cell: ({ name, kana }) => (
        <>
          {name}
          {kana && <span className={classes.second}>{kana}</span>}
        </>
      ),
    },
    { id: 'email', header: t('column.email'), hidden: true, cell: ({ email }) => email ?? '–' },
    {
      id: 'certificate',
      header: t('column.certificate'),
      cell: ({ certificate, certificateUntil, acquireBy }) => (
        <span className={classes.cell}>
          <Mark sign={SIGN[certificate]} word={t(`certificate.${certificate}`)} />
          <span className={classes.second}>
            {certificateUntil ? <DateTime at={certificateUntil} only="date" /> : t(`certificate.${certificate}`)}
            {acquireBy && (
              <>
                {' '}
                {t('acquireBy')} <DateTime at={acquireBy} only="date" />
              </>
            )}
          </span>
        </span>
      ),
    },
    {
      id: 'state',
      header: t('column.suspended'),
      cell: ({ state }) => (state === 'ACTIVE' ? <None t={t} /> : <Status tone="warn">{t(`state.${state}`)}</Status>),
    },
    since('incident', t('column.incident'), t('incident'), t, ({ incidentAt }) => incidentAt),
    {
      id: 'otp',
      header: t('column.otp'),
      cell: ({ otp }) =>
        otp === 'LOCKED' ? (
          <Status tone="bad">{t('otp.LOCKED')}</Status>
        ) : otp === 'WARNING' ? (
          <Status tone="warn">{t('otp.WARNING')}</Status>
        ) : (
          <None t={t} word={t(`otp.${otp}`)} />
        ),
    },
    {
      id: 'locked',
      header: t('column.locked'),
      cell: ({ locked }) => {
        const others = locked.filter((kind) => kind !== 'TOTP' && kind !== 'GRID_CARD');
        return others.length === 0 ? (
          <None t={t} />
        ) : (
          others.map((kind) => (
            <Status key={kind} tone="bad">
              {t(`common:secretKind.${kind}`)}
            </Status>
          ))
        );
      },
    },
    ...(functions.matrix === 'ONLINE_BANKING'
      ? [
          since(
            'collection',
            t('column.collection'),
            t('blocked'),
            t,
            ({ collectionBlockedAt }) => collectionBlockedAt,
          ),
          since(
            'collectionAccumulated',
            t('column.collectionAccumulated'),
            t('blocked'),
            t,
            ({ collectionAccumulatedAt }) => collectionAccumulatedAt,
          ),
        ]
      : []),
    ...functions.groups.flatMap((group) =>
      group.functions.map(
        ({ code, title, administratorsOnly }): Column<UserLine> => ({
          id: code,
          header: title,
          group: group.title,
          narrow: true,
          cell: (user) =>
            user.functions.includes(code) ? (
              <Mark sign="○" word={t('may')} />
            ) : administratorsOnly ? (
              <Mark sign="–" word={t('administratorsOnly')} />
            ) : (
              <Mark sign="×" word={t('mayNot')} />
            ),
        }),
      ),
    ),
  ];
}

/** Something that is so since a day, or is not. */
function since(
  id: string,
  header: string,
  word: string,
  t: TFunction<['user', 'common']>,
  of: (user: UserLine) => string | undefined,
): Column<UserLine> {
  return {
    id,
    header,
    cell: (user) => {
      const at = of(user);
      return at ? (
        <>
          <Status tone="bad">{word}</Status>
          <span className={classes.second}>
            <DateTime at={at} only="date" />
          </span>
        </>
      ) : (
        <None t={t} />
      );
    },
  };
}

function None({ t, word }: { t: TFunction<['user', 'common']>; word?: string }) {
  return <Mark sign="–" word={word ?? t('common:none')} />;
}
