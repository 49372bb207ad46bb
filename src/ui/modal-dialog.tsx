import { type ReactNode, useDeferredValue } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './modal-dialog.module.css';
import { useUiText } from './ui-text.tsx';

/**
 * A dialog over the page: keeps the focus inside, closes by Escape, a press outside or its button, gives the focus back. An alert
 * asks for an answer: it is narrower, and its answers are its only buttons.
 */
export function ModalDialog({
  kind = 'dialog',
  isOpen,
  title,
  onClose,
  children,
}: {
  readonly kind?: 'dialog' | 'alert';
  readonly isOpen: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const text = useUiText();
  // The whole page below is locked when it comes: that is a task of its own, after that of the press that asked for it.
  const isDue = useDeferredValue(isOpen, false);
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen && isDue}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={kind === 'alert' ? `${styles.modal} ${styles.alert}` : styles.modal}>
        <Dialog role={kind === 'alert' ? 'alertdialog' : 'dialog'} className={styles.dialog}>
          <div className={styles.head}>
            <Heading slot="title" className={styles.title}>
              {title}
            </Heading>
            {kind === 'dialog' ? (
              <button type="button" className={styles.close} aria-label={text.close} onClick={onClose}>
                ×
              </button>
            ) : null}
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
