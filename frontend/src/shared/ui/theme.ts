import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';

// The only place where colours and sizes are decided: Mantine's scales are the Digital Agency's tokens.
type Step = 50 | 100 | 200 | 300 | 400 | 500 | 600 | 700 | 800 | 900 | 1000 | 1100 | 1200;

function scale(name: string, steps: readonly Step[]): MantineColorsTuple {
  return steps.map((step) => `var(--color-primitive-${name}-${step})`) as unknown as MantineColorsTuple;
}

const grays = (steps: readonly (Step | 420 | 536)[]) =>
  steps.map((step) => `var(--color-neutral-solid-gray-${step})`) as unknown as MantineColorsTuple;

export const theme: MantineThemeOverride = createTheme({
  fontFamily: "'Noto Sans JP Variable', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic UI', Meiryo, system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  colors: {
    blue: scale('blue', [50, 100, 200, 300, 400, 600, 800, 900, 1000, 1100]),
    green: scale('green', [50, 100, 200, 300, 400, 600, 700, 800, 900, 1000]),
    red: scale('red', [50, 100, 200, 300, 400, 600, 800, 900, 1000, 1100]),
    orange: scale('orange', [50, 100, 200, 300, 400, 600, 800, 900, 1000, 1100]),
    yellow: scale('yellow', [50, 100, 200, 300, 400, 600, 900, 1000, 1100, 1200]),
    gray: grays([50, 50, 100, 200, 300, 420, 536, 700, 800, 900]),
    dark: grays([100, 200, 300, 400, 700, 700, 800, 900, 900, 900]),
  },
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 4 },
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.6', md: '1.7', lg: '1.6', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  radius: {
    xs: 'var(--border-radius-4)',
    sm: 'var(--border-radius-6)',
    md: 'var(--border-radius-8)',
    lg: 'var(--border-radius-12)',
    xl: 'var(--border-radius-16)',
  },
  defaultRadius: 'md',
  headings: {
    fontWeight: '700',
    sizes: {
      h1: { fontSize: 'var(--font-size-28)', lineHeight: '1.4' },
      h2: { fontSize: 'var(--font-size-20)', lineHeight: '1.5' },
      h3: { fontSize: 'var(--font-size-17)', lineHeight: '1.5' },
      h4: { fontSize: 'var(--font-size-16)', lineHeight: '1.5' },
    },
  },
  // Filled in the dark means a light surface: its text must be dark there, and hovering moves away from the page.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === 'filled'
      ? {
          ...colors,
          color: 'var(--shomei-on-fill)',
          hover: `color-mix(in srgb, ${colors.background} 88%, var(--shomei-text))`,
        }
      : colors;
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: {
      defaultProps: { size: 'md' },
      // Long words of a language, large text and narrow screens: a label wraps, it is never cut.
      styles: {
        root: {
          display: 'inline-flex',
          alignItems: 'center',
          justifyContent: 'center',
          height: 'auto',
          minHeight: 'max(var(--button-height), var(--shomei-target, 0px))',
          paddingBlock: '0.35rem',
        },
        label: { whiteSpace: 'normal', lineHeight: 1.4, height: 'auto' },
      },
    },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Anchor: { defaultProps: { underline: 'always' } },
    Modal: {
      defaultProps: { centered: true, radius: 'lg', padding: 'lg', overlayProps: { backgroundOpacity: 0.45 } },
      styles: { title: { fontSize: 'var(--font-size-20)', fontWeight: 700, lineHeight: 1.5 } },
    },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true }, multiline: true } },
  },
});
