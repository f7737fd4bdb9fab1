/** Put words on the clipboard; false where the browser refuses. */
export async function copy(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copyBySelecting(words);
  }
}

/** Over plain HTTP in a local network there is no clipboard object, but the old way works. */
function copyBySelecting(words: string): boolean {
  const area = document.createElement('textarea');
  area.value = words;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
