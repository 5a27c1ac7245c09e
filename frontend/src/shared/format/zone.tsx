import { createContext, useContext } from 'react';

const Zone = createContext('Asia/Tokyo');

/** The zone of the tenant whose account is logged in. */
export const TimeZoneProvider = Zone.Provider;

export function useTimeZone(): string {
  return useContext(Zone);
}
