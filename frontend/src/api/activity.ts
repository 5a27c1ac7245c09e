// A session goes on while somebody does something, never because a page asks by itself (SC-070). What counts the policy says: a
// click, which is also what a key on a button, a link or a form becomes, and a choice made in a field; or every request but polling.

export type IdleEvent = 'CLICK' | 'REQUEST';
let counted: IdleEvent = 'CLICK';

type Listener = () => void;
const listeners = new Set<Listener>();

// The first load of a page is somebody's doing.
let untold = true;

/** Somebody did something: the next call to the server tells it. */
export function noteAction(): void {
  untold = true;
  if (counted === 'CLICK') tellListeners();
}

/** What keeps the session of this window alive; a click where nobody is logged in. */
export function countActivity(event: IdleEvent): void {
  counted = event;
}

function tellListeners(): void {
  for (const listener of listeners) listener();
}

/** Whether somebody did something that the server has not been told. */
export function isActionUntold(): boolean {
  return untold;
}

/** Whether the call that is made now counts as somebody's; what it tells need not be told again. */
export function takeAction(): boolean {
  const told = untold || counted === 'REQUEST';
  untold = false;
  if (counted === 'REQUEST') tellListeners();
  return told;
}

export function onAction(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Before everything else that hears of it, so that a call made by a click is one of somebody. */
export function listenForActions(target: EventTarget = document): () => void {
  const events = ['click', 'change'];
  for (const event of events) target.addEventListener(event, noteAction, { capture: true });
  return () => {
    for (const event of events) target.removeEventListener(event, noteAction, { capture: true });
  };
}
