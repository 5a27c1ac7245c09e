import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problems';
import { Card } from '../../shared/ui/Card';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { ContactsFields } from './ContactsFields';
import { DomainFieldset } from './DomainFieldset';
import {
  contactsIn,
  domainsIn,
  type FormFault,
  faultsOf,
  fieldId,
  NO_DOMAIN,
  pointerOf,
  type TenantFields,
} from './form';
import { TextField } from './TextField';

export type PresetChoice = { readonly name: string; readonly title: string };

type Props = {
  readonly initial: TenantFields;
  /** The presets to choose from, for a tenant that is new; an existing one has its policy. */
  readonly presets?: readonly PresetChoice[];
  readonly action: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSend: (fields: TenantFields) => void;
  readonly onEdit?: () => void;
};

/** What a tenant is registered with. Everything that is wrong is told at the top and at its field. */
export function TenantForm({ initial, presets, action, isPending, error, onSend, onEdit }: Props) {
  const { t } = useTranslation(['tenant', 'common']);
  const [fields, setFields] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const isNew = presets !== undefined;

  const change = (part: Partial<TenantFields>) => {
    setFields({ ...fields, ...part });
    onEdit?.();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    // Blocks that were left empty go, so that the faults' pointers mean what is on the page.
    const tidy = { ...fields, contacts: contactsIn(fields), domains: domainsIn(fields) };
    const found = faultsOf(tidy, isNew);
    setFields(tidy);
    setFaults(found);
    setAttempt(attempt + 1);
    if (found.length === 0) onSend(tidy);
  };

  const refused = error instanceof ApiProblem && error.errors.length > 0 ? error : undefined;
  const all =
    faults.length > 0
      ? faults.map((fault) => ({ pointer: fault.pointer, message: t(`fault.${fault.fault}`), code: undefined }))
      : (refused?.errors ?? []).map((each) => ({ pointer: pointerOf(each), message: each.message, code: each.code }));
  const faultAt = (pointer: string) => all.find((fault) => fault.pointer === pointer)?.message;
  const text = (pointer: string, value: string, set: (value: string) => void) => ({
    pointer,
    value,
    onChange: set,
    error: faultAt(pointer),
  });
  const subject = (part: Partial<TenantFields['subject']>) => change({ subject: { ...fields.subject, ...part } });

  return (
    <form noValidate onSubmit={send}>
      <Stack gap="lg">
        <ErrorSummary
          attempt={attempt + (refused ? 0.5 : 0)}
          faults={all.map((fault) => ({ ...fault, fieldId: fieldId(fault.pointer) }))}
        />
        {error != null && !refused && <ProblemPanel error={error} />}
        <Card title={t('form.names')}>
          {isNew && (
            <TextField
              {...text('/code', fields.code, (code) => change({ code }))}
              hint={t('hint.code')}
              label={t('field.code')}
              required
            />
          )}
          <Group align="flex-start" gap="md" grow>
            <TextField
              {...text('/nameJa', fields.nameJa, (nameJa) => change({ nameJa }))}
              label={t('field.nameJa')}
              required
            />
            <TextField
              {...text('/nameEn', fields.nameEn, (nameEn) => change({ nameEn }))}
              label={t('field.nameEn')}
              required
            />
          </Group>
          {presets && (
            <NativeSelect
              data={[
                { value: '', label: t('form.choose') },
                ...presets.map((preset) => ({ value: preset.name, label: preset.title })),
              ]}
              description={t('hint.preset')}
              error={faultAt('/preset')}
              id={fieldId('/preset')}
              label={`${t('field.preset')} (${t('common:required')})`}
              maw="32rem"
              onChange={(event) => change({ preset: event.currentTarget.value })}
              value={fields.preset}
            />
          )}
          <Group align="flex-start" gap="md" grow>
            <TextField
              {...text('/timeZone', fields.timeZone, (timeZone) => change({ timeZone }))}
              hint={t('hint.timeZone')}
              label={t('field.timeZone')}
              required
            />
            <TextField
              {...text('/licences', fields.licences, (licences) => change({ licences }))}
              hint={t('hint.licences')}
              label={t('field.licences')}
            />
          </Group>
        </Card>
        <Card title={t('form.subject')}>
          <p>{t('form.subjectLead')}</p>
          <TextField {...text('/subject/o', fields.subject.o, (o) => subject({ o }))} label={t('field.o')} required />
          <Group align="flex-start" gap="md" grow>
            <TextField {...text('/subject/l', fields.subject.l, (l) => subject({ l }))} label={t('field.l')} />
            <TextField {...text('/subject/st', fields.subject.st, (st) => subject({ st }))} label={t('field.st')} />
            <TextField {...text('/subject/c', fields.subject.c, (c) => subject({ c }))} label={t('field.c')} required />
          </Group>
        </Card>
        <ContactsFields contacts={fields.contacts} errorAt={faultAt} onChange={(contacts) => change({ contacts })} />
        {isNew && (
          <Card title={t('form.domains')}>
            <p>{t('form.domainsLead')}</p>
            {fields.domains.map((domain, index) => (
              <DomainFieldset
                errorAt={faultAt}
                key={index}
                legend={t('form.domainNumber', { number: index + 1 })}
                onChange={(next) => change({ domains: fields.domains.with(index, next) })}
                onRemove={() => change({ domains: fields.domains.filter((_, other) => other !== index) })}
                pointer={`/domains/${index}`}
                value={domain}
              />
            ))}
            <Group>
              <Button onClick={() => change({ domains: [...fields.domains, NO_DOMAIN] })} variant="default">
                {t('form.addDomain')}
              </Button>
            </Group>
          </Card>
        )}
        <Group>
          <Button loading={isPending} size="lg" type="submit">
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
