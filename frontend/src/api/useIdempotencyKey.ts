import { useRef } from 'react';
import { newIdempotencyKey } from './client';

/**
 * For a form: the key of what it sends. The same content has the same key, so that what is sent again because nobody knows whether it
 * arrived is carried out once; other content has another.
 */
export function useIdempotencyKey(): (content: unknown) => string {
  const sent = useRef<{ readonly content: string; readonly key: string }>(undefined);
  return (content) => {
    const text = JSON.stringify(content);
    if (sent.current?.content !== text) sent.current = { content: text, key: newIdempotencyKey() };
    return sent.current.key;
  };
}
