/** Write points with their sign: +2.4, −1. */
export const signed = (points: number): string => {
  const words = Math.abs(points).toLocaleString(undefined, { maximumFractionDigits: 1 });
  return points < 0 ? `−${words}` : `+${words}`;
};
