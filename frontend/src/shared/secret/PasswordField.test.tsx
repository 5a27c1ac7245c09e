import { MantineProvider } from '@mantine/core';
import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { useState } from 'react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMessages } from '../i18n/i18n';
import { theme } from '../ui/theme';
import { PasswordField } from './PasswordField';

function Field() {
  const [value, setValue] = useState('');
  return (
    <MantineProvider env="test" theme={theme}>
      <PasswordField
        autoComplete="current-password"
        id="password"
        label="Password"
        maxLength={5}
        onChange={setValue}
        softwareKeyboard
        value={value}
      />
    </MantineProvider>
  );
}

beforeAll(async () => {
  localStorage.setItem('shomei.language', 'en');
  if (!i18next.isInitialized) await startMessages();
  await i18next.changeLanguage('en');
});

describe('a password field', () => {
  let field: HTMLElement;
  beforeEach(() => {
    render(<Field />);
    field = screen.getByLabelText('Password');
  });

  it('shows what was typed only when asked to', async () => {
    await userEvent.type(field, 'aB1');
    expect(field).toHaveAttribute('type', 'password');
    await userEvent.click(screen.getByRole('button', { name: 'Show Password' }));
    expect(field).toHaveAttribute('type', 'text');
    await userEvent.click(screen.getByRole('button', { name: 'Hide Password' }));
    expect(field).toHaveAttribute('type', 'password');
  });

  it('reminds of upper and lower case, and warns of Caps Lock', () => {
    expect(screen.getByText('Upper and lower case are different.')).toBeInTheDocument();
    const press = createEvent.keyDown(field, { key: 'A' });
    Object.defineProperty(press, 'getModifierState', { value: (key: string) => key === 'CapsLock' });
    fireEvent(field, press);
    expect(screen.getByText(/Caps Lock is on/)).toBeInTheDocument();
  });

  it('takes what the software keyboard confirms (AT-28)', async () => {
    await open();
    for (const key of ['a', '1', 'at sign']) await userEvent.click(screen.getByRole('button', { name: key }));
    await userEvent.click(screen.getByRole('button', { name: 'Capitals' }));
    await userEvent.click(screen.getByRole('button', { name: 'capital Z' }));
    expect(screen.getByText('4 characters')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
    expect(field).toHaveValue('a1@Z');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('is left as it was by Cancel, and the keyboard forgets (AT-28)', async () => {
    await userEvent.type(field, 'old');
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'x' }));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(field).toHaveValue('old');
    await open();
    expect(screen.getByText('0 characters')).toBeInTheDocument();
  });

  it('can be filled by the arrow keys alone, and no further than it holds', async () => {
    await open();
    screen.getByRole('button', { name: '1' }).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}{ArrowLeft} {End}   ');
    expect(screen.getByRole('button', { name: 'p' })).toHaveFocus();
    await userEvent.keyboard(' ');
    expect(screen.getByText('5 characters')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Delete the last' }));
    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
    expect(field).toHaveValue('wqpp');
  });
});

async function open() {
  await userEvent.click(screen.getByRole('button', { name: /Open the software keyboard/ }));
  await screen.findByRole('button', { name: 'Confirm' });
}
