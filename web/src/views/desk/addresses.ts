/** Tell whether an address that came from outside may become a link: http and https only. */
export function isWebAddress(address: string | null | undefined): boolean {
  if (!address || !URL.canParse(address)) return false;
  return ['http:', 'https:'].includes(new URL(address).protocol);
}

/** Write an address of this server in full, as it is handed to others. */
export function inFull(address: string): string {
  return new URL(address, location.origin).href;
}
