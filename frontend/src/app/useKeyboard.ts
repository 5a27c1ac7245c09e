import { useSession } from '../features/session/api';

/** Whether the policy offers to enter secrets by pointing. */
export const useKeyboard = (): boolean => useSession()?.softwareKeyboard === true;
