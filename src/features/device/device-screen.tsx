import { type ChangeEvent, useCallback, useEffect, useState } from 'react';
import { device } from '../../content/device.ts';
import { noticeTexts } from '../../content/notices.ts';
import type { DeviceCommands, DeviceSurvey } from '../../store/device.ts';
import { useCommands } from '../../store/use-clientele.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { downloadText } from '../../ui/download-text.ts';
import { TextField } from '../../ui/field.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import styles from './device-screen.module.css';

const t = messagesOf(device);

const SIZE = new Intl.NumberFormat(navigator.language, {
  style: 'unit',
  unit: 'megabyte',
  maximumFractionDigits: 1,
});

/** What is stored on this device as a whole: to take along, to bring back, to delete. */
export function DeviceScreen({ homeHref, onErased }: { readonly homeHref: string; readonly onErased: () => void }) {
  const commands = useCommands();
  const [survey, setSurvey] = useState<DeviceSurvey | null>(null);
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState<readonly string[]>([]);

  const look = useCallback(async () => {
    setSurvey(await (await commands.device()).survey());
  }, [commands]);
  useEffect(() => void look(), [look]);

  async function doAndTell(work: (all: DeviceCommands) => Promise<readonly string[]>) {
    setTold([]);
    setTold(await work(await commands.device()));
    await look();
  }

  const save = () =>
    doAndTell(async (all) => {
      const file = await all.exportEverything();
      if (!file.ok) return [noticeTexts[file.code].title, noticeTexts[file.code].text];
      downloadText(file.value.fileName, file.value.text, 'application/json');
      return [];
    });

  async function bring(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    const text = await input.files?.[0]?.text();
    // The same file may be chosen again after a refusal.
    input.value = '';
    if (text === undefined) return;
    await doAndTell(async (all) => {
      const taken = await all.importEverything(text);
      if (!taken.ok) return [noticeTexts[taken.code].title, noticeTexts[taken.code].text];
      const { games, classes, known, refused } = taken.value;
      const reasons = [...new Set(refused)].map((code) => noticeTexts[code].title);
      return [
        t('brought', { games, classes, known }),
        ...(refused.length > 0 ? [t('refused', { count: refused.length }), ...reasons] : []),
      ];
    });
  }

  async function erase() {
    setAsking(false);
    setTold([]);
    const left = await (await commands.device()).eraseEverything();
    onErased();
    setTold([left.length > 0 ? t('leftOver') : t('erased')]);
    // Looking would open the storage again.
    setSurvey((before) => before && { ...before, games: 0, classes: 0, bytes: null });
  }

  const counts = { games: survey?.games ?? 0, classes: survey?.classes ?? 0 };
  return (
    <div className={styles.device}>
      <ScreenTitle>{t('title')}</ScreenTitle>
      <p>{t('lead')}</p>
      <div role="status" className={styles.told}>
        {told.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <section>
        <h2>{t('keptTitle')}</h2>
        <ul>
          <li>
            {t('games')}: {survey ? survey.games : '…'}
          </li>
          <li>
            {t('classes')}: {survey ? survey.classes : '…'}
          </li>
          <li>{t('preferences')}</li>
          <li>{t('offline')}</li>
        </ul>
        {survey?.bytes ? <p>{t('size', { size: SIZE.format(survey.bytes / 1e6) })}</p> : null}
        {survey && survey.lasts !== null ? <p>{survey.lasts ? t('lasts') : t('mayGo')}</p> : null}
      </section>
      <section>
        <h2>{t('saveTitle')}</h2>
        <p>{t('saveText')}</p>
        <Button look="primary" onClick={() => void save()}>
          {t('save')}
        </Button>
      </section>
      <section>
        <h2>{t('bringTitle')}</h2>
        <p>{t('bringText')}</p>
        <TextField
          label={t('bringLabel')}
          type="file"
          accept=".json,application/json"
          onChange={(event) => void bring(event)}
        />
      </section>
      <section>
        <h2>{t('deleteTitle')}</h2>
        <p>{t('deleteText')}</p>
        <Button look="danger" onClick={() => setAsking(true)}>
          {t('delete')}
        </Button>
      </section>
      <ButtonLink href={homeHref}>{t('home')}</ButtonLink>
      <ModalDialog kind="alert" isOpen={asking} title={t('askTitle')} onClose={() => setAsking(false)}>
        <p>{t('askText', counts)}</p>
        <div className={styles.answers}>
          <Button look="danger" onClick={() => void erase()}>
            {t('yes')}
          </Button>
          <Button autoFocus onClick={() => setAsking(false)}>
            {t('no')}
          </Button>
        </div>
      </ModalDialog>
    </div>
  );
}
