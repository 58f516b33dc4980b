// Opening a modal dialog, and giving the focus back when it goes.

/**
 * Shows a dialog over the page; it leaves the document once closed.
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement|null} first what gets the focus
 * @param {function()} [lost] called where what had the focus before is no longer there
 */
export function showDialog(dialog, first, lost = () => {}) {
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    // Chromium restores the focus during the click that closes the dialog, and then takes no
    // text there: the caret is still in the dialog. Focusing anew, after the click, mends it.
    if (before?.isConnected && before !== document.body) {
      if (document.activeElement === before) before.blur();
      before.focus();
    } else {
      lost();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  first?.focus();
}
