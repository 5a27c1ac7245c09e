import { Button, FileButton, Group, Textarea } from '@mantine/core';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { certificatesOf } from './lines';

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
};

/** Certificates to paste, drop or choose as a file. Several files are put one after the other. */
export function CertificatesField({ value, onChange, error }: Props) {
  const { t } = useTranslation(['authority', 'common']);
  const add = async (files: readonly File[]) => {
    const texts = await Promise.all(files.map(certificatesOf));
    onChange([value.trim(), ...texts.map((each) => each.trim())].filter(Boolean).join('\n'));
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is an extra; the field is the control.
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Textarea
        autosize
        description={t('upload.hint')}
        error={error}
        id="certificates"
        label={`${t('upload.label')} (${t('common:required')})`}
        maxRows={18}
        minRows={8}
        onChange={(event) => onChange(event.currentTarget.value)}
        placeholder={'-----BEGIN CERTIFICATE-----\nMIIC…'}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.875rem' } }}
        value={value}
      />
      <Group mt="xs">
        <FileButton accept=".pem,.crt,.cer,.der,.p7b,.p7c,.txt" multiple onChange={add}>
          {(props) => (
            <Button {...props} size="sm" variant="default">
              {t('upload.file')}
            </Button>
          )}
        </FileButton>
      </Group>
    </div>
  );
}
