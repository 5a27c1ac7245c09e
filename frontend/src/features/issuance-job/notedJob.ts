const KEY = 'shomei.notedJob';

/** The newest job whose end was noted in this browser; empty where none was. Ids grow with time: what was begun before is over, too. */
export const notedJob = (): string => localStorage.getItem(KEY) ?? '';

export const noteJob = (id: string): void => localStorage.setItem(KEY, id);
