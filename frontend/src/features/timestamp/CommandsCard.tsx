import { List, Tabs } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { Code, CodeBlock } from '../../shared/ui/Code';
import { TextLink } from '../../shared/ui/links';
import { commandsFor, PROGRAMS } from './commands';

/** How the programs that people sign with are told the address. */
export function CommandsCard({ url }: { url: string }) {
  const { t } = useTranslation('timestamp');
  return (
    <Card title={t('programs.title')}>
      <p>{t('programs.text')}</p>
      <Tabs defaultValue="acrobat" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="acrobat">Adobe Acrobat</Tabs.Tab>
          {PROGRAMS.map((program) => (
            <Tabs.Tab key={program} value={program}>
              {program}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="acrobat">
          <List spacing="xs" type="ordered">
            <List.Item>{t('acrobat.open')}</List.Item>
            <List.Item>{t('acrobat.new')}</List.Item>
            <List.Item>
              {t('acrobat.url')} <Code text={url} what={t('url.title')} />
            </List.Item>
            <List.Item>{t('acrobat.default')}</List.Item>
            <List.Item>
              <Trans components={{ authorities: <TextLink to="/authorities" /> }} i18nKey="acrobat.trust" t={t} />
            </List.Item>
          </List>
        </Tabs.Panel>
        {PROGRAMS.map((program) => (
          <Tabs.Panel key={program} value={program}>
            <p>{t(`program.${program}`)}</p>
            <CodeBlock text={commandsFor(program, url)} what={t('programs.lines', { program })} />
            <p>
              <Trans components={{ authorities: <TextLink to="/authorities" /> }} i18nKey="programs.trust" t={t} />
            </p>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Card>
  );
}
