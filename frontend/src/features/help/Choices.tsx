import { Tabs } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { CodeBlock } from '../../shared/ui/Code';
import type { Command } from './commands';
import classes from './help.module.css';

export type HelpChoice = {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly string[];
  readonly commands?: readonly Command[] | undefined;
};

/** One of several programs or systems: what to do step by step, and what to type. An address may name one: `/help/install#nginx`. */
export function Choices({ choices, first }: { choices: readonly HelpChoice[]; first?: string }) {
  const named = useLocation({ select: ({ hash }) => hash });
  const opened = choices.find(({ id }) => id === named) ?? choices.find(({ id }) => id === first) ?? choices[0];
  return (
    <Tabs defaultValue={opened?.id ?? null}>
      <Tabs.List mb="md">
        {choices.map(({ id, name }) => (
          <Tabs.Tab key={id} value={id}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {choices.map(({ id, name, steps, commands = [] }) => (
        <Tabs.Panel key={id} value={id}>
          <ol className={classes.list}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {commands.map((command) => (
            <div className={classes.command} key={command.name}>
              <p className={classes.commandName}>{command.name}</p>
              <CodeBlock text={command.text} what={`${name} ${command.name}`} />
            </div>
          ))}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
