import { useCommands } from '../store/use-clientele.ts';
import { downloadText } from '../ui/download-text.ts';

/** Hands a game's run log to the reader as a file. */
export function useExport(): (id: string) => void {
  const commands = useCommands();
  return (id) =>
    void commands.exportGame(id).then((file) => {
      if (file) downloadText(file.fileName, file.text, 'application/json');
    });
}
