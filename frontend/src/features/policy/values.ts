/** Values of a policy by key, nested as the keys are: `session.idleTimeout` is the member of a member. */
export type Values = Readonly<Record<string, unknown>>;

export function valueAt(values: Values, path: string): unknown {
  return path.split('.').reduce<unknown>((at, step) => (isValues(at) ? at[step] : undefined), values) ?? null;
}

/** A copy in which one key has another value. */
export function withValue(values: Values, path: string, value: unknown): Values {
  const [step, ...rest] = path.split('.') as [string, ...string[]];
  if (rest.length === 0) return { ...values, [step]: value };
  const inner = values[step];
  return { ...values, [step]: withValue(isValues(inner) ? inner : {}, rest.join('.'), value) };
}

/** What `values` changes of `base`, for these keys. */
export function changesOf(base: Values, values: Values, paths: readonly string[]): Values {
  return paths
    .filter((path) => !isSame(valueAt(base, path), valueAt(values, path)))
    .reduce<Values>((changes, path) => withValue(changes, path, valueAt(values, path)), {});
}

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
