import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { operationsOf } from '../../../api/requestFiles';
import type { Schema } from '../../../api/types';
import { formatBytes } from '../../../shared/format/text';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { DropZone } from '../../../shared/ui/DropZone';
import type { Operation } from './input';

type Props = {
  readonly kind: Schema<'RequestKind'>;
  readonly file: File | undefined;
  readonly operation: Operation;
  /** Where there is a file to choose. */
  readonly onFile: ((file: File) => void) | undefined;
  readonly onOperation: (operation: Operation) => void;
};

export function FileFields({ kind, file, operation, onFile, onOperation }: Props) {
  const { t } = useTranslation('submission');
  const language = useLanguage();
  return (
    <>
      <NativeSelect
        data={operationsOf(kind).map((value) => ({ value, label: t(`operation.${value}`) }))}
        id="door-operation"
        label={t('door.operation')}
        onChange={(event) => onOperation(event.currentTarget.value as Operation)}
        value={operation}
      />
      {onFile && (
        <DropZone
          accept=".tsv,.txt"
          file={file}
          fileText={file && formatBytes(file.size, language)}
          hint={t('door.fileHint')}
          id="door-file"
          label={t('door.file')}
          onFile={onFile}
        />
      )}
    </>
  );
}
