import { useState } from 'react';
import { standings } from '../../content/standings.ts';
import { Button } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import { useDrawnInTurn } from '../../ui/use-drawn-in-turn.ts';
import styles from './teach.module.css';

const t = messagesOf(standings);
/** A class of sixty fits; five thousand would not be read anyway. */
const PAGE = 75;
/** Lines drawn in one go, so that a full page of them does not keep the page from answering. */
const LINES_A_TURN = 25;

export type PageOf<Row> = {
  readonly rows: readonly Row[];
  readonly at: number;
  readonly pages: number;
  readonly goTo: (page: number) => void;
};

/** The rows of one page of a long list, as many of them as are drawn by now. */
export function usePage<Row>(all: readonly Row[], size: number = PAGE): PageOf<Row> {
  const [asked, goTo] = useState(0);
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = Math.min(asked, pages - 1);
  const whole = all.slice(at * size, (at + 1) * size);
  const turns = useDrawnInTurn(Math.ceil(whole.length / LINES_A_TURN));
  return { rows: whole.slice(0, turns * LINES_A_TURN), at, pages, goTo };
}

/** The way from page to page; nothing where there is one. */
export function Pager<Row>({ page }: { readonly page: PageOf<Row> }) {
  const { at, pages, goTo } = page;
  if (pages === 1) return null;
  return (
    <p className={styles.pager}>
      <Button size="small" aria-disabled={at === 0} onClick={() => goTo(Math.max(0, at - 1))}>
        {t('previous')}
      </Button>
      <span role="status">{t('page', { page: at + 1, pages })}</span>
      <Button size="small" aria-disabled={at === pages - 1} onClick={() => goTo(Math.min(pages - 1, at + 1))}>
        {t('next')}
      </Button>
    </p>
  );
}
