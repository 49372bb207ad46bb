import { memo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { decide } from '../../content/decide.ts';
import { PRESET_NAMES } from '../../store/presets.ts';
import { Button } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import styles from './desk-toolbar.module.css';
import type { DeskActions } from './desk-types.ts';

const t = messagesOf(decide);

/** Two depths of the same decision: a line a lever, or every cell. */
export const DESK_VIEWS = ['quick', 'detail'] as const;

export type DeskView = (typeof DESK_VIEWS)[number];

type Props = {
  readonly view: DeskView;
  readonly onViewChange: (view: DeskView) => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly actions: Pick<DeskActions, 'applyPreset' | 'undo' | 'redo'>;
};

/** How deep to look, what to start from, and the way back. */
export const DeskToolbar = memo(function DeskToolbar({ view, onViewChange, canUndo, canRedo, actions }: Props) {
  return (
    <div className={styles.toolbar}>
      <ToggleButtonGroup
        className={styles.views}
        aria-label={t('view.label')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={(keys) => {
          const chosen = DESK_VIEWS.find((one) => keys.has(one));
          if (chosen) onViewChange(chosen);
        }}
      >
        {DESK_VIEWS.map((one) => (
          <ToggleButton key={one} id={one} className={styles.view}>
            {t(`view.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className={styles.steps}>
        {/* aria-disabled, not disabled: the focus stays where it is when the last step is undone. */}
        <Button
          size="small"
          look="quiet"
          aria-keyshortcuts="Control+Z"
          aria-disabled={!canUndo}
          onClick={() => canUndo && actions.undo()}
        >
          {t('undo')}
        </Button>
        <Button
          size="small"
          look="quiet"
          aria-keyshortcuts="Control+Shift+Z"
          aria-disabled={!canRedo}
          onClick={() => canRedo && actions.redo()}
        >
          {t('redo')}
        </Button>
      </div>
      <fieldset className={styles.presets}>
        <legend className={styles.legend}>{t('preset.label')}</legend>
        {PRESET_NAMES.map((name) => (
          <Button
            key={name}
            size="small"
            look="quiet"
            title={t(`preset.${name}Help`)}
            onClick={() => actions.applyPreset(name)}
          >
            {t(`preset.${name}`)}
          </Button>
        ))}
      </fieldset>
    </div>
  );
});
