import { useTranslation } from 'react-i18next';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { DropZone } from '../../../shared/ui/DropZone';
import { TextLink } from '../../../shared/ui/links';
import type { Format } from './format';
import type { Note } from './intake';
import classes from './maker.module.css';

type Props = {
  readonly format: Format;
  readonly notes: readonly Note[];
  readonly onFiles: (files: readonly File[]) => void;
};

const SOUND: ReadonlySet<Note['type']> = new Set(['csr', 'certificate', 'rows']);

/** Where files are dropped, and what became of them. */
export function Intake({ format, notes, onFiles }: Props) {
  const { t } = useTranslation('requestMaker');
  const has = (name: 'CSR' | 'SERIAL') =>
    format.columns.some(({ field, requirement }) => field === name && requirement !== 'EMPTY');
  const what = has('CSR') ? (has('SERIAL') ? 'both' : 'csr') : has('SERIAL') ? 'certificate' : 'rows';
  const sound = notes.every(({ type }) => SOUND.has(type));
  return (
    <Card title={t('intake.title')}>
      <DropZone
        accept=".csr,.req,.p10,.pem,.der,.cer,.crt,.p7b,.p7c,.tsv,.txt"
        hint={t('intake.hint')}
        id="maker-files"
        label={t(`intake.drop.${what}`)}
        onFiles={onFiles}
      />
      <TextLink params={{ topic: 'csr' }} size="sm" to="/help/$topic">
        {t('intake.help')}
      </TextLink>
      {notes.length > 0 && (
        <Callout role="status" tone={sound ? 'ok' : 'warn'}>
          <ul className={classes.notes}>
            {notes.map(({ file, type, count }) => (
              <li key={`${file} ${type}`}>
                <strong>{file}</strong> {t(`intake.note.${type}`, { count })}
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </Card>
  );
}
