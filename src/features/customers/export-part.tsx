import { useId, useState } from 'react';
import { exported, exportTexts } from '../../content/export.ts';
import { useCommands } from '../../store/use-clientele.ts';
import { Button } from '../../ui/button.tsx';
import { downloadBytes } from '../../ui/download-bytes.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Section } from '../../ui/section.tsx';
import type { ExportFormat, ExportTable, RevealedTable } from '../../worker/protocol.ts';
import styles from './customers-screen.module.css';

const t = messagesOf(exportTexts);
const TABLES: readonly ExportTable[] = ['transactions', 'panel', 'snapshot', 'firm', 'dictionary'];
const REVEALED_TABLES: readonly (ExportTable | RevealedTable)[] = [
  ...TABLES.slice(0, -1),
  'latents',
  'latent_panel',
  'dictionary',
];
const FORMATS: readonly ExportFormat[] = ['csv', 'xlsx'];
const MEGABYTE = 1e6;

type Work =
  | { readonly kind: 'idle' | 'failed' | 'given-up' }
  | { readonly kind: 'working'; readonly progress: number }
  | { readonly kind: 'done'; readonly name: string; readonly size: number };

/** The game's data to take away, made in the worker while the page goes on. */
export function ExportPart() {
  return (
    <Section title={t('title')} note={t('note')}>
      <ExportForm offered={TABLES} />
    </Section>
  );
}

/** The same when the game is over: with what customers truly were. */
export function RevealedExport() {
  const id = useId();
  return (
    <section className={styles.revealed} aria-labelledby={id}>
      <div>
        <h3 id={id}>{t('revealedTitle')}</h3>
        <p className={styles.quiet}>{t('revealedNote')}</p>
      </div>
      <ExportForm offered={REVEALED_TABLES} />
    </section>
  );
}

function ExportForm({ offered }: { readonly offered: readonly (ExportTable | RevealedTable)[] }) {
  const commands = useCommands();
  const formats = useFormats();
  const [tables, setTables] = useState(offered);
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [work, setWork] = useState<Work>({ kind: 'idle' });

  async function download() {
    setWork({ kind: 'working', progress: 0 });
    const file = await commands.exportData({ tables, format, descriptions: exported.columns }, (progress) =>
      setWork((now) => (now.kind === 'working' ? { kind: 'working', progress } : now)),
    );
    if (file) downloadBytes(file.fileName, file.bytes, file.mediaType);
    setWork((now) => {
      if (file) return { kind: 'done', name: file.fileName, size: file.bytes.length };
      return now.kind === 'given-up' ? { kind: 'idle' } : { kind: 'failed' };
    });
  }

  return (
    <div className={styles.export}>
      <fieldset className={styles.options}>
        <legend>{t('tables')}</legend>
        {offered.map((table) => (
          <label key={table}>
            <input
              type="checkbox"
              checked={tables.includes(table)}
              onChange={() => setTables(offered.filter((name) => (name === table) !== tables.includes(name)))}
            />
            <span>
              {t(`table.${table}`)} <small>{t(`tableNote.${table}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.options}>
        <legend>{t('format')}</legend>
        {FORMATS.map((choice) => (
          <label key={choice}>
            <input type="radio" name="export-format" checked={choice === format} onChange={() => setFormat(choice)} />
            <span>
              {t(`format.${choice}`)} <small>{t(`formatNote.${choice}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <p className={styles.quiet}>{t('calendar')}</p>
      {work.kind === 'working' ? (
        <div className={styles.working}>
          <ProgressBar label={t('working')} value={work.progress} />
          <Button
            size="small"
            onClick={() => {
              setWork({ kind: 'given-up' });
              commands.cancel();
            }}
          >
            {t('cancel')}
          </Button>
        </div>
      ) : (
        <div>
          <Button look="primary" disabled={tables.length === 0} onClick={() => void download()}>
            {t('download')}
          </Button>
        </div>
      )}
      <p role="status" className={styles.quiet}>
        {tables.length === 0
          ? t('chooseOne')
          : work.kind === 'done'
            ? t('done', { name: work.name, size: formats.decimal(work.size / MEGABYTE) })
            : work.kind === 'failed'
              ? t('failed')
              : ''}
      </p>
    </div>
  );
}
