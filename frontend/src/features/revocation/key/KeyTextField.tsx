import { Button, FileButton, Group, Textarea } from '@mantine/core';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { pemOf } from '../../../shared/format/pem';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly rows?: number;
};

/** Something to paste, to drop or to choose as a file: PEM, or the same in binary. */
export function KeyTextField({ id, label, hint, placeholder, value, onChange, error, rows = 5 }: Props) {
  const { t } = useTranslation('keyCompromise');
  const take = async (file: File | null) => {
    if (file) onChange(await pemOf(file));
  };
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void take(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is an extra; the field is the control.
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Textarea
        autosize
        description={hint}
        error={error}
        id={id}
        label={label}
        maxRows={16}
        minRows={rows}
        onChange={(event) => onChange(event.currentTarget.value)}
        placeholder={placeholder}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.875rem' } }}
        value={value}
      />
      <Group mt="xs">
        <FileButton accept=".pem,.crt,.cer,.der,.csr,.req,.pub,.txt,.sig,.b64" onChange={take}>
          {(props) => (
            <Button {...props} size="sm" variant="default">
              {t('field.file')}
            </Button>
          )}
        </FileButton>
      </Group>
    </div>
  );
}

/** The server refuses it; here it does not even leave the browser. */
export const isPrivateKey = (text: string): boolean => /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
