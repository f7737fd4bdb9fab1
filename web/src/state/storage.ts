/** What this browser keeps for the reader; without storage nothing is kept and nothing fails. */

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`dateline.${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`dateline.${name}`);
    else localStorage.setItem(`dateline.${name}`, value);
  } catch {
    // Private windows may refuse; the choice then holds until the page is closed.
  }
}
