// Runs before the first paint, so that a reader who chose a theme never sees the other one flash.
try {
  const theme = localStorage.getItem('dateline.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the theme is the system's.
}
