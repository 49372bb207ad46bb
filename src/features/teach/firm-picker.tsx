import { useState } from 'react';
import { classPictures } from '../../content/class-pictures.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { messagesOf } from '../../ui/message.ts';
import styles from './teach.module.css';

const t = messagesOf(classPictures);
/** More would be neither found nor drawn quickly: they are looked for by name. */
const MOST_LISTED = 150;
const NONE = '';

/** Which firm the pictures show beside the class; in a large class it is looked for first. */
export function FirmPicker({
  games,
  aliases,
  picked,
  onPick,
}: {
  /** Submissions that can be shown. */
  readonly games: readonly number[];
  /** By submission. */
  readonly aliases: readonly string[];
  readonly picked: number | null;
  readonly onPick: (submission: number | null) => void;
}) {
  const [wanted, setWanted] = useState('');
  const isLarge = games.length > MOST_LISTED;
  const sought = wanted.trim().toLowerCase();
  const found = isLarge ? games.filter((game) => aliases[game].toLowerCase().includes(sought)) : games;
  const listed = found.slice(0, MOST_LISTED);
  const shown = picked === null || listed.includes(picked) ? listed : [picked, ...listed];
  return (
    <div className={styles.picker}>
      {isLarge ? (
        <TextField
          label={t('highlightFind')}
          help={
            sought === ''
              ? t('highlightAll', { firms: games.length, listed: listed.length })
              : t('highlightFound', { found: found.length, listed: listed.length })
          }
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      ) : null}
      <SelectField
        label={t('highlight')}
        options={[
          { value: NONE, name: t('highlightNone') },
          ...shown.map((game) => ({ value: String(game), name: aliases[game] })),
        ]}
        value={picked === null ? NONE : String(picked)}
        onPick={(value) => onPick(value === NONE ? null : Number(value))}
      />
    </div>
  );
}
