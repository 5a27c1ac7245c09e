import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DropZone.module.css';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly file?: File | undefined;
  readonly fileText?: string | undefined;
  readonly errorId?: string | undefined;
} & ({ readonly onFile: (file: File) => void } | { readonly onFiles: (files: readonly File[]) => void });

/** A file, or many of them, by dropping, choosing or keyboard. The native input is what a screen reader meets. */
export function DropZone({ id, label, hint, accept, file, fileText, errorId, ...rest }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const many = 'onFiles' in rest;
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (!files || !first) return;
    if (many) rest.onFiles([...files]);
    else rest.onFile(first);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the input inside is the control.
    <div
      className={classes.zone}
      data-file={file ? true : undefined}
      data-over={over || undefined}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDrop={drop}
    >
      <IconFileUpload aria-hidden="true" className={classes.icon} size="2.5rem" stroke={1.25} />
      <div className={classes.text}>
        <label className={classes.label} htmlFor={id}>
          {label}
        </label>
        <p className={classes.hint} id={`${id}-hint`}>
          {hint}
        </p>
        {file && (
          <p className={classes.file}>
            <strong>{file.name}</strong> {fileText}
          </p>
        )}
      </div>
      <input
        accept={accept}
        aria-describedby={[`${id}-hint`, errorId].filter(Boolean).join(' ')}
        className={classes.input}
        id={id}
        multiple={many}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again after it was corrected.
          event.currentTarget.value = '';
        }}
        ref={input}
        type="file"
      />
      <Button
        aria-hidden="true"
        onClick={() => input.current?.click()}
        tabIndex={-1}
        variant={file ? 'default' : 'light'}
      >
        {file ? t('file.other') : t(many ? 'file.chooseMany' : 'file.choose')}
      </Button>
    </div>
  );
}
