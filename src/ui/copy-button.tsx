import { type ComponentProps, type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { useUiText } from './ui-text.tsx';

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({
  text,
  children,
  ...look
}: { readonly text: string; readonly children: ReactNode } & Pick<ComponentProps<typeof Button>, 'look' | 'size'>) {
  const words = useUiText();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      setCopied('failed');
    }
  }

  return (
    <Button {...look} onClick={() => void copy()}>
      {copied === 'yes' ? words.copied : copied === 'failed' ? words.copyFailed : children}
    </Button>
  );
}
