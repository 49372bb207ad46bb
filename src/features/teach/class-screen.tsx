import { type ReactNode, useMemo, useState } from 'react';
import type { ClassSettings } from '../../classroom/class-settings.ts';
import { policyNames } from '../../content/names.ts';
import { share } from '../../content/teach.ts';
import { classFileOf, joinLink, printedJoinCode } from '../../store/selectors/class-sharing.ts';
import type { ClassSession } from '../../store/teach/teach-state.ts';
import { useTeachCommands, useTeaching } from '../../store/teach/use-teaching.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { downloadText } from '../../ui/download-text.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { CheckField, TextArea } from '../../ui/field.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Projector } from '../../ui/projector.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './teach.module.css';
import type { TeachLinks } from './teach-links.ts';

const t = messagesOf(share);

export type ClassScreenProps = {
  readonly session: ClassSession;
  readonly links: TeachLinks;
  /** Address of this page. */
  readonly pageAddress: string;
  readonly rules: (settings: ClassSettings) => ReactNode;
};

/** The class is made: how students come in, the file to keep, and whether all is ready. */
export function ClassScreen({ session, links, pageAddress, rules }: ClassScreenProps) {
  const commands = useTeachCommands();
  const [projecting, setProjecting] = useState(false);
  const { file, classId, keeping } = session;
  const { settings } = file;
  const link = useMemo(() => joinLink(settings, pageAddress), [settings, pageAddress]);
  const code = useMemo(() => printedJoinCode(settings), [settings]);
  const plainPage = pageAddress.replace(/#.*$/, '');

  function save() {
    const { fileName, text } = classFileOf(file);
    downloadText(fileName, text, 'application/json');
  }

  return (
    <>
      <header className={styles.head}>
        <ScreenTitle>{t('title', { title: settings.title })}</ScreenTitle>
        <p className={styles.lead}>{t('lead')}</p>
        <p className={styles.actions}>
          <ButtonLink href={links.hrefOf('collect')}>{t('rehearse')}</ButtonLink>
          <ButtonLink look="quiet" href={links.hrefOf('set-up')}>
            {t('copyAs')}
          </ButtonLink>
        </p>
      </header>
      <Section title={t('linkTitle')} note={t('linkNote')}>
        <div className={styles.link}>
          <div className={styles.stack}>
            <TextArea
              label={t('linkLabel')}
              isCode
              readOnly
              rows={5}
              value={link}
              data-testid="join-link"
              onFocus={(event) => event.currentTarget.select()}
            />
            <p className={styles.actions}>
              <CopyButton look="primary" text={link}>
                {t('copyLink')}
              </CopyButton>
              <Button onClick={() => setProjecting(true)}>{t('project')}</Button>
            </p>
          </div>
          <div className={styles.qr}>
            <QrCode text={link} label={t('qrLabel')} />
          </div>
        </div>
      </Section>
      <Section title={t('codeTitle')} note={t('codeNote')}>
        <div className={styles.stack}>
          <TextArea label={t('codeTitle')} isCode readOnly rows={6} value={code} />
          <p>
            <CopyButton text={code}>{t('copyCode')}</CopyButton>
          </p>
        </div>
      </Section>
      <Section title={t('fileTitle')} note={t('fileNote', { paced: settings.roundKeys ? 'yes' : 'no' })}>
        <div className={styles.stack}>
          <p>
            <Button look="primary" onClick={save}>
              {t('saveFile')}
            </Button>
          </p>
          <CheckField
            label={t('keep')}
            help={t('keepHelp')}
            isChecked={keeping === 'yes'}
            onChange={(isKept) => commands.keep(isKept)}
          />
          {keeping === 'refused' ? <p className={styles.problem}>{t('keepRefused')}</p> : null}
        </div>
      </Section>
      <Preflight session={session} />
      <Section title={t('rulesTitle')}>
        <div className={styles.stack}>
          {rules(settings)}
          <FactList
            facts={[
              { key: 'seed', name: t('seed'), text: <code translate="no">{settings.seed}</code> },
              { key: 'id', name: t('classId'), text: <code translate="no">{classId}</code> },
            ]}
          />
        </div>
      </Section>
      <Projector
        isOpen={projecting}
        label={t('projectLabel', { title: settings.title })}
        onClose={() => setProjecting(false)}
      >
        <div className={styles.projectJoin}>
          <div>
            <h2 className={styles.projectTitle}>{settings.title}</h2>
            <p className={styles.projectText}>{t('projectLead')}</p>
            <p className={styles.projectText}>{t('projectOr', { page: plainPage })}</p>
          </div>
          <div className={styles.projectQr}>
            <QrCode text={link} label={t('qrLabel')} />
          </div>
        </div>
      </Projector>
    </>
  );
}

function Preflight({ session }: { readonly session: ClassSession }) {
  const commands = useTeachCommands();
  const formats = useFormats();
  const isBusy = useTeaching(({ work }) => work !== null);
  const rows = session.preflight?.toSorted((a, b) => b.index - a.index) ?? [];
  const seconds = rows.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000 / Math.max(rows.length, 1);
  const name = (policy: string) => policyNames[policy]?.name ?? policy;
  return (
    <Section title={t('preflightTitle')} note={t('preflightNote')}>
      <div className={styles.stack}>
        <p>
          <Button aria-disabled={isBusy} onClick={() => isBusy || void commands.runPreflight()}>
            {t(session.preflight ? 'preflightAgain' : 'preflight')}
          </Button>
        </p>
        {rows.length > 0 ? (
          <>
            <p className={styles.finding} role="status">
              {t('preflightDone', {
                count: rows.length,
                best: name(rows[0].policy),
                gap: formats.decimal(rows[0].index - rows[rows.length - 1].index),
                seconds: formats.decimal(seconds),
              })}
            </p>
            <FiguresTable
              label={t('preflightLabel')}
              corner={t('policy')}
              columns={[
                { key: 'value', head: t('firmValue') },
                { key: 'index', head: t('index') },
                { key: 'customers', head: t('customers') },
                { key: 'time', head: t('time') },
              ]}
              rows={rows.map(({ policy, firmValue, index, customersAtEnd, milliseconds }) => ({
                key: policy,
                head: name(policy),
                cells: [
                  formats.money(firmValue),
                  formats.decimal(index),
                  formats.count(customersAtEnd),
                  formats.decimal(milliseconds / 1000),
                ],
              }))}
            />
          </>
        ) : null}
      </div>
    </Section>
  );
}
