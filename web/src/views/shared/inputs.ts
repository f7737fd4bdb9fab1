/** What stands in an input when it changes. */

export const textOf = (event: Event): string => (event.currentTarget as HTMLInputElement).value;

/** Null where nothing, or no number, stands. */
export function numberOf(event: Event): number | null {
  const { valueAsNumber } = event.currentTarget as HTMLInputElement;
  return Number.isNaN(valueAsNumber) ? null : valueAsNumber;
}
