import type { Schema } from '../../api/types';

export type PermissionValues = {
  readonly functions: ReadonlySet<string>;
  /** Null where every currency is meant. */
  readonly buy: readonly string[] | null;
  readonly sell: readonly string[] | null;
  /** Yen, as it is typed; empty where there is no limit. */
  readonly amount: string;
  readonly reproof: string;
};

export function fromPermissions(permissions: Schema<'UserPermissions'>): PermissionValues {
  return {
    functions: new Set(permissions.functions),
    buy: permissions.buyCurrencies ?? null,
    sell: permissions.sellCurrencies ?? null,
    amount: permissions.maxPerTrade?.toString() ?? '',
    reproof: '',
  };
}

const digits = (amount: string) => amount.replace(/[,\s]/g, '');

/** An amount is a whole number of yen of at most twelve digits. */
export const isAmount = (amount: string): boolean => amount === '' || /^[1-9][0-9]{0,11}$/.test(digits(amount));

export function toPermissions(
  values: PermissionValues,
  { groups, currencies }: Schema<'UserFunctions'>,
): Schema<'UserPermissionsChange'> {
  const limits = currencies.length > 0;
  return {
    functions: groups
      .flatMap(({ functions }) => functions)
      .filter(({ code, administratorsOnly }) => !administratorsOnly && values.functions.has(code))
      .map(({ code }) => code),
    ...(limits && values.buy && { buyCurrencies: [...values.buy] }),
    ...(limits && values.sell && { sellCurrencies: [...values.sell] }),
    ...(limits && values.amount !== '' && { maxPerTrade: Number(digits(values.amount)) }),
    ...(values.reproof && { reproof: values.reproof }),
  };
}
