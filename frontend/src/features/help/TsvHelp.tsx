import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { CodeBlock } from '../../shared/ui/Code';
import { TextLink } from '../../shared/ui/links';
import classes from './help.module.css';

export function TsvHelp() {
  const { t } = useTranslation('help');
  return (
    <>
      <Card title={t('tsv.formTitle')}>
        <ul className={classes.list}>
          {(['row', 'tab', 'encoding', 'header', 'limit'] as const).map((rule) => (
            <li key={rule}>{t(`tsv.form.${rule}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t('tsv.columnTitle')}>
        <ul className={classes.list}>
          {(['dn', 'csr', 'fqdn', 'names', 'serial', 'mail'] as const).map((rule) => (
            <li key={rule}>{t(`tsv.column.${rule}`)}</li>
          ))}
        </ul>
        <p className={classes.lead}>{t('tsv.guide')}</p>
        <TextLink to="/request-files/make">{t('tsv.make')}</TextLink>
        <TextLink to="/request-files/new">{t('tsv.open')}</TextLink>
      </Card>
      <Card title={t('tsv.oneLineTitle')}>
        <p className={classes.lead}>{t('tsv.oneLine')}</p>
        <CodeBlock text={"grep -v -- '-----' server.csr | tr -d '\\r\\n'"} what="sh" />
        <CodeBlock
          text={"(Get-Content server.csr | Where-Object { $_ -notmatch '-----' }) -join ''"}
          what="PowerShell"
        />
      </Card>
      <Card title={t('tsv.newTitle')}>
        <ul className={classes.list}>
          {(['issue', 'renew', 'revoke'] as const).map((rule) => (
            <li key={rule}>{t(`tsv.operation.${rule}`)}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}
