import { tOr } from '$/i18n/t';
import type { Sign } from '$/views/desk/State.svelte';

const SIGNS: Record<string, Sign> = {
  sent: 'good',
  ready: 'good',
  waiting: 'waiting',
  failed: 'bad',
};

/** Give the sign and the words of how a delivery stands. */
export function deliveryState(status: string): { sign: Sign; words: string } {
  return { sign: SIGNS[status] ?? 'waiting', words: tOr(`watches.is.${status}`, status) };
}
