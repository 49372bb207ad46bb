import { firmName } from '../../content/firm-name.ts';
import { keptGame, modelChanges } from '../../content/kept-game.ts';
import { insightNames, leverNames } from '../../content/names.ts';
import { noticeTexts } from '../../content/notices.ts';
import type { KeptGame } from '../../store/commands.ts';
import { LEVERS, TIERS } from '../../store/selectors/constants.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import styles from './kept-game-screen.module.css';

const t = messagesOf(keptGame);

/** What is left of a game that cannot be played on: why, what was decided, and a way to take it along. */
export function KeptGameScreen({
  game,
  homeHref,
  onExport,
}: {
  readonly game: KeptGame;
  readonly homeHref: string;
  readonly onExport: () => void;
}) {
  const formats = useFormats();
  const { title, text } = noticeTexts[game.problem];
  // Versions count upwards; one that is not a number says nothing of what came after it.
  const changes = Object.entries(modelChanges).filter(
    ([version]) => Number(version) > Number(game.engineVersion) && Number(version) <= Number(game.engineVersionHere),
  );
  return (
    <div className={styles.game}>
      <ScreenTitle>{t('title')}</ScreenTitle>
      <p>
        {t('lead', {
          firm: firmName(game.scenarioId),
          seed: game.seed,
          played: game.decisions.length,
          quarters: game.rounds,
          version: game.engineVersion,
        })}
      </p>
      <section>
        <h2>{title}</h2>
        <p>{text}</p>
      </section>
      {changes.length > 0 ? (
        <section>
          <h2>{t('changes')}</h2>
          <ul>
            {changes.map(([version, change]) => (
              <li key={version}>{change}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>{t('decisions')}</h2>
        {game.decisions.length === 0 ? (
          <p>{t('noDecision')}</p>
        ) : (
          <FiguresTable
            label={t('decisions')}
            corner={t('quarter')}
            columns={[
              ...LEVERS.map((lever) => ({ key: lever, head: leverNames[lever] })),
              { key: 'insight', head: t('insight'), isText: true },
              { key: 'reason', head: t('reason'), isText: true },
            ]}
            rows={game.decisions.map((decision, round) => ({
              key: String(round),
              head: formats.count(round + 1),
              cells: [
                ...LEVERS.map((lever) => formats.money(TIERS.reduce((sum, tier) => sum + decision[lever][tier], 0))),
                insightNames[decision.insight],
                game.reasons[round] || '–',
              ],
            }))}
          />
        )}
      </section>
      <p className={styles.actions}>
        <Button look="primary" onClick={onExport}>
          {t('export')}
        </Button>
        <ButtonLink href={homeHref}>{t('home')}</ButtonLink>
      </p>
    </div>
  );
}
