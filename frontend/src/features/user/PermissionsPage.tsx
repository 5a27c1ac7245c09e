import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { ReproofField } from '../../shared/secret/ReproofField';
import { useReproof } from '../../shared/secret/useReproof';
import { Card } from '../../shared/ui/Card';
import { CheckedForm } from '../../shared/ui/CheckedForm';
import { EmptyState } from '../../shared/ui/EmptyState';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { useCheck } from '../../shared/ui/useCheck';
import { functionsQuery, type User, type UserFunctions, userQuery, useSetPermissions } from './api';
import { Currencies } from './Currencies';
import { refusedFields } from './form';
import { fromPermissions, isAmount, type PermissionValues, toPermissions } from './permissions';
import classes from './user.module.css';

type Props = { readonly id: string; readonly softwareKeyboard: boolean };

/** What a user may do at the services behind the log-in: functions, currencies, and how much for one trade (SC-011). */
export function PermissionsPage({ id, softwareKeyboard }: Props) {
  const { t } = useTranslation('user');
  const language = useLanguage();
  const functions = useSuspenseQuery(functionsQuery(language)).data;
  const user = useSuspenseQuery(userQuery(id)).data;
  return (
    <Page
      lead={t('permissions.lead')}
      title={t('permissions.of', { name: user.user.name })}
      trail={[
        { label: t('list.title'), to: '/users' },
        { label: user.user.name, to: `/users/${id}` },
      ]}
      width="form"
    >
      {user.permissions ? (
        <Form functions={functions} softwareKeyboard={softwareKeyboard} user={user} />
      ) : (
        <EmptyState title={t('permissions.off')}>{t('permissions.offNext')}</EmptyState>
      )}
    </Page>
  );
}

type FormProps = {
  readonly functions: UserFunctions;
  readonly user: User & { readonly version: string };
  readonly softwareKeyboard: boolean;
};

function Form({ functions, user, softwareKeyboard }: FormProps) {
  const { t } = useTranslation(['user', 'common']);
  const router = useRouter();
  const { id } = user.user;
  const set = useSetPermissions(id, user.version);
  const [values, setValues] = useState<PermissionValues>(() => fromPermissions(user.permissions ?? { functions: [] }));
  const [touched, setTouched] = useState(false);
  const change = (next: Partial<PermissionValues>) => {
    setTouched(true);
    setValues((before) => ({ ...before, ...next }));
  };
  const toggle = (code: string) => {
    const next = new Set(values.functions);
    if (!next.delete(code)) next.add(code);
    change({ functions: next });
  };
  const reproof = useReproof(user.reproof, values.reproof, set.error);
  const check = useCheck(
    [!isAmount(values.amount) && { fieldId: 'maxPerTrade', message: t('fault.amount') }, reproof.missing],
    [...reproof.refused, ...refusedFields(set.error)],
  );
  const send = () =>
    set.mutate(toPermissions(values, functions), {
      onSuccess: () =>
        router.navigate({ to: '/users/$id', params: { id }, search: { changed: 'yes' }, ignoreBlocker: true }),
    });
  return (
    <CheckedForm
      changed={touched}
      check={check}
      className={classes.form}
      error={set.error}
      isPending={set.isPending}
      onSend={send}
    >
      <Card title={t('permissions.functions')}>
        {functions.groups.map((group) => (
          <fieldset className={classes.group} key={group.title}>
            <legend>{group.title}</legend>
            <ul className={classes.functions}>
              {group.functions.map(({ code, title, administratorsOnly }) => (
                <li key={code}>
                  <Checkbox
                    checked={!administratorsOnly && values.functions.has(code)}
                    description={administratorsOnly && t('administratorsOnly')}
                    disabled={administratorsOnly}
                    label={title}
                    onChange={() => toggle(code)}
                  />
                </li>
              ))}
            </ul>
          </fieldset>
        ))}
      </Card>
      {functions.currencies.length > 0 && (
        <Card title={t('permissions.limits')}>
          <Currencies
            all={functions.currencies}
            legend={t('limit.buy')}
            onChange={(buy) => change({ buy })}
            value={values.buy}
          />
          <Currencies
            all={functions.currencies}
            legend={t('limit.sell')}
            onChange={(sell) => change({ sell })}
            value={values.sell}
          />
          <TextInput
            autoComplete="off"
            className={classes.field}
            description={t('limit.amountHint')}
            error={check.at('maxPerTrade')}
            id="maxPerTrade"
            inputMode="numeric"
            label={t('limit.amount')}
            maxLength={16}
            onChange={(event) => change({ amount: event.currentTarget.value.trim() })}
            value={values.amount}
          />
        </Card>
      )}
      <ReproofField
        error={check.at('reproof')}
        kind={user.reproof}
        onChange={(typed) => change({ reproof: typed })}
        softwareKeyboard={softwareKeyboard}
        value={values.reproof}
      />
      <Group gap="lg">
        <Button loading={set.isPending} size="lg" type="submit">
          {t('permissions.save')}
        </Button>
        <TextLink params={{ id }} to="/users/$id">
          {t('common:cancel')}
        </TextLink>
      </Group>
    </CheckedForm>
  );
}
