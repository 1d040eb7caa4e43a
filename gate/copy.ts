/** Gives a text to the clipboard; the old way where the new one is closed (pages without a secure context). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const give = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('copy', give, { capture: true, once: true });
    const done = document.execCommand('copy');
    window.removeEventListener('copy', give, { capture: true });
    return done;
  }
}
