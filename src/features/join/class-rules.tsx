import type { ClassSettings } from '../../classroom/class-settings.ts';
import { classRules } from '../../content/classroom.ts';
import { firmName } from '../../content/firm-name.ts';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { listed, messagesOf } from '../../ui/message.ts';

const t = messagesOf(classRules);
const HELP = ['hints', 'why', 'customerRecords', 'rewind'] as const;

/** The rules of a class in the words of those who play in it. */
export function ClassRules({ settings }: { readonly settings: ClassSettings }) {
  return <FactList facts={factsOf(settings)} />;
}

function factsOf({ scenario, rounds, level, players, roundKeys, help, prompts, standings, debrief }: ClassSettings) {
  const helps = HELP.filter((kind) => help[kind]).map((kind) => t(`help.${kind}`));
  const { predictions, reasons, reflections } = prompts;
  const asked = [
    ...(predictions === 'off' ? [] : [t(`prompt.predictions.${predictions}`)]),
    ...(reasons === 'off' ? [] : [t(`prompt.reasons.${reasons}`)]),
    ...(reflections.length === 0 ? [] : [t('prompt.reflections', { count: reflections.length })]),
  ];
  const facts: readonly Fact[] = [
    { key: 'firm', name: t('firm'), text: firmName(scenario.id) },
    { key: 'rounds', name: t('rounds'), text: t('roundsText', { rounds, level }) },
    { key: 'players', name: t('players'), text: t(`players.${players}`) },
    { key: 'pace', name: t('pace'), text: roundKeys ? t('paceKeys') : t('paceOwn') },
    { key: 'help', name: t('help'), text: helps.length > 0 ? sentence(listed(helps)) : t('helpNone') },
    { key: 'prompts', name: t('prompts'), text: asked.length > 0 ? sentence(listed(asked)) : t('promptsNone') },
    { key: 'standings', name: t('standings'), text: t(`standings.${standings}`) },
    { key: 'debrief', name: t('debrief'), text: t(`debrief.${debrief}`) },
  ];
  return facts;
}

/** A list that stands by itself begins with a capital. */
function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}
