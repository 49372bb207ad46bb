import { useEffect } from 'react';

/**
 * Ctrl+Z (Cmd+Z) takes back, Ctrl+Shift+Z and Ctrl+Y bring again, wherever the focus is on the desk. While something
 * typed is not yet taken over (`data-editing`), the keys belong to the text field.
 */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.dataset.editing !== undefined || target?.closest('[role="alertdialog"]')) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}
