import { Button, FileButton, Group, Textarea, type TextareaProps } from '@mantine/core';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from './links';

type Props = TextareaProps & { readonly onFile: (text: string) => void };

/** A certificate request: pasted, dropped or chosen as a file. */
export function CsrField({ onFile, ...field }: Props) {
  const { t } = useTranslation();
  const read = (file: File | null) => file?.text().then((text) => onFile(text.trim()));
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void read(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is an extra; the field is the control.
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Textarea
        autosize
        maxRows={14}
        minRows={7}
        placeholder={'-----BEGIN CERTIFICATE REQUEST-----\nMIIC…'}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.875rem' } }}
        {...field}
      />
      <Group gap="lg" mt="xs">
        <FileButton accept=".csr,.pem,.req,.p10,.txt" onChange={read}>
          {(props) => (
            <Button {...props} size="sm" variant="default">
              {t('csr.file')}
            </Button>
          )}
        </FileButton>
        <TextLink params={{ topic: 'csr' }} to="/help/$topic">
          {t('csr.help')}
        </TextLink>
      </Group>
    </div>
  );
}
