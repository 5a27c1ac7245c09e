import { Progress } from '@mantine/core';

type Props = { readonly value: number; readonly total: number; readonly label: string; readonly text?: string };

export function ProgressBar({ value, total, label, text }: Props) {
  const percent = total > 0 ? Math.min(100, (value / total) * 100) : 0;
  return (
    <Progress.Root radius="xl" size="lg" transitionDuration={200}>
      <Progress.Section
        aria-label={label}
        aria-valuemax={total}
        aria-valuemin={0}
        aria-valuenow={value}
        aria-valuetext={text}
        role="progressbar"
        value={percent}
        withAria={false}
      />
    </Progress.Root>
  );
}
