import { useMemo, useState } from 'react';
import type { Standing } from '../../classroom/standings.ts';
import { bandNames } from '../../content/names.ts';
import { standings as texts } from '../../content/standings.ts';
import type { ClassSession } from '../../store/teach/teach-state.ts';
import { useTeachCommands, useTeaching } from '../../store/teach/use-teaching.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Projector } from '../../ui/projector.tsx';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import { Pager, usePage } from './pager.tsx';
import { type NamesShown, StandingsTable } from './standings-table.tsx';
import styles from './teach.module.css';

const t = messagesOf(texts);
const UNFINISHED = ['listed-apart', 'as-it-stands'] as const;
/** Lines that a room can read at once. */
const PROJECTED = 10;

/** Who stands where; on the projector never with a real name. */
export function StandingsScreen({ session }: { readonly session: ClassSession }) {
  const commands = useTeachCommands();
  const [mode, setMode] = useState<NamesShown>('aliases');
  const [projecting, setProjecting] = useState(false);
  const { standings, rows, roster, file, unfinished } = session;
  const projected = file.settings.standings;
  const page = usePage(standings);
  const names = useMemo(
    () =>
      new Map(
        rows.flatMap(({ submission, person }) => (submission !== null && person ? [[submission, person.name]] : [])),
      ),
    [rows],
  );
  const modes: readonly NamesShown[] = roster ? ['names', 'aliases', 'own-place'] : ['aliases', 'own-place'];
  return (
    <>
      <header className={styles.head}>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <p className={styles.lead}>{t('lead')}</p>
      </header>
      {standings.length === 0 ? (
        <p>{t('empty')}</p>
      ) : (
        <>
          <Section title={t('label')}>
            <div className={styles.stack}>
              <ChoiceField
                legend={t('mode')}
                options={modes.map((value) => ({ value, name: t(`mode.${value}`) }))}
                value={mode}
                onPick={setMode}
              />
              <ChoiceField
                legend={t('unfinished')}
                options={UNFINISHED.map((value) => ({ value, name: t(`unfinished.${value}`) }))}
                value={unfinished}
                onPick={(rule) => void commands.setUnfinished(rule)}
              />
              <StandingsTable lines={page.rows} mode={mode} names={names} bandName={bandName} />
              <Pager page={page} />
              {projected === 'hidden' ? (
                <p className={styles.quiet}>{t('projectHidden')}</p>
              ) : (
                <p>
                  <Button look="primary" onClick={() => setProjecting(true)}>
                    {t('project')}
                  </Button>
                </p>
              )}
            </div>
          </Section>
          <Luck session={session} />
          {projected === 'hidden' ? null : (
            <Projector isOpen={projecting} label={t('projectLabel')} onClose={() => setProjecting(false)}>
              <ProjectedStandings lines={standings} mode={projected} title={file.settings.title} />
            </Projector>
          )}
        </>
      )}
    </>
  );
}

function bandName(band: Standing['band']): string {
  return bandNames[band];
}

/** The room's view: aliases or places alone, a page at a time. */
export function ProjectedStandings({
  lines,
  mode,
  title,
}: {
  readonly lines: readonly Standing[];
  readonly mode: 'own-place' | 'aliases';
  readonly title: string;
}) {
  const placed = lines.filter(({ place }) => place !== null);
  const page = usePage(placed, PROJECTED);
  return (
    <div className={styles.projected}>
      <h2>{title}</h2>
      <p className={styles.projectText}>{t('projectLead', { games: placed.length })}</p>
      <StandingsTable lines={page.rows} mode={mode} names={new Map()} bandName={bandName} isBrief />
      <Pager page={page} />
    </div>
  );
}

function Luck({ session }: { readonly session: ClassSession }) {
  const commands = useTeachCommands();
  const formats = useFormats();
  const isBusy = useTeaching(({ work }) => work !== null);
  const { skillAndLuck, standings } = session;
  return (
    <Section title={t('luckTitle')} note={t('luckNote')}>
      <div className={styles.stack}>
        <p>
          <Button aria-disabled={isBusy} onClick={() => isBusy || void commands.measureLuck()}>
            {t(skillAndLuck ? 'measureAgain' : 'measure')}
          </Button>
        </p>
        {skillAndLuck ? (
          <p className={styles.finding} role="status">
            {t('luckFinding', { skill: formats.percent(skillAndLuck.split.skill) })}
          </p>
        ) : standings.filter(({ place }) => place !== null).length < 2 ? (
          <p className={styles.quiet}>{t('luckNone')}</p>
        ) : null}
      </div>
    </Section>
  );
}
