import { Button, Checkbox, Fieldset, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { type ContactFields, fieldId, NO_CONTACT } from './form';
import { TextField } from './TextField';

type Props = {
  readonly contacts: readonly ContactFields[];
  readonly onChange: (contacts: ContactFields[]) => void;
  readonly errorAt: (pointer: string) => string | undefined;
};

/** The people of a tenant whom the service desk knows. */
export function ContactsFields({ contacts, onChange, errorAt }: Props) {
  const { t } = useTranslation('tenant');
  return (
    <Card title={t('form.contacts')}>
      <p>{t('form.contactsLead')}</p>
      {contacts.map((contact, index) => {
        const field = (name: Exclude<keyof ContactFields, 'head'>) => {
          const pointer = `/contacts/${index}/${name}`;
          return {
            pointer,
            label: t(`contact.${name}`),
            value: contact[name],
            error: errorAt(pointer),
            onChange: (value: string) => onChange(contacts.with(index, { ...contact, [name]: value })),
          };
        };
        return (
          <Fieldset key={index} legend={t('form.contactNumber', { number: index + 1 })}>
            <Group align="flex-start" gap="md" grow>
              <TextField {...field('name')} required />
              <TextField {...field('latinName')} />
            </Group>
            <Group align="flex-start" gap="md" grow mt="md">
              <TextField {...field('unit')} />
              <TextField {...field('email')} inputMode="email" required type="email" />
              <TextField {...field('phone')} inputMode="tel" type="tel" />
            </Group>
            <Checkbox
              checked={contact.head}
              description={t('form.headNext')}
              error={errorAt(`/contacts/${index}/head`)}
              id={fieldId(`/contacts/${index}/head`)}
              label={t('contact.head')}
              mt="md"
              onChange={(event) => {
                const head = event.currentTarget.checked;
                // There is one, so that another one is none any more.
                onChange(
                  contacts.map((other, at) =>
                    at === index ? { ...other, head } : head ? { ...other, head: false } : other,
                  ),
                );
              }}
            />
            <Group justify="flex-end" mt="md">
              <Button onClick={() => onChange(contacts.filter((_, other) => other !== index))} variant="subtle">
                {t('form.removeContact', { number: index + 1 })}
              </Button>
            </Group>
          </Fieldset>
        );
      })}
      <Group>
        <Button onClick={() => onChange([...contacts, NO_CONTACT])} variant="default">
          {t('form.addContact')}
        </Button>
      </Group>
    </Card>
  );
}
