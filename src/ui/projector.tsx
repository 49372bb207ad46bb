import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './projector.module.css';
import { useUiText } from './ui-text.tsx';

/** A view for a whole room: fills the window, in large type; closes by its button or Escape. */
export function Projector({
  isOpen,
  label,
  onClose,
  tools,
  children,
}: {
  readonly isOpen: boolean;
  readonly label: string;
  readonly onClose: () => void;
  /** Small things in the corner besides closing. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  const text = useUiText();
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog} aria-label={label}>
          <div className={styles.tools}>
            {tools}
            <Button look="quiet" size="small" onClick={onClose}>
              {text.close}
            </Button>
          </div>
          <div className={styles.matter}>{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
