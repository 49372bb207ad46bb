import { customers } from '../../content/customers.ts';
import { debrief } from '../../content/debrief.ts';
import { tierNames } from '../../content/names.ts';
import { CHANNELS } from '../../store/selectors/constants.ts';
import { Figure } from '../../ui/charts/figure.tsx';
import { customerNumber } from '../../ui/customer-number.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import type { CustomerStory, Reveal } from '../../worker/report/reveal.ts';
import { Part } from './chapter.tsx';
import { className } from './class-mix.tsx';
import { quarterName } from './quarter-name.ts';
import styles from './stories.module.css';
import { StoryPicture } from './story-picture.tsx';

const t = messagesOf(debrief);
const tCustomers = messagesOf(customers);
const HEIGHT = 230;

/** Three customers, chosen by rule, with what happened to them. */
export function Stories({ reveal }: { readonly reveal: Reveal }) {
  if (reveal.stories.length === 0) return null;
  return (
    <Part title={t('storiesTitle', { count: reveal.stories.length })} note={t('storiesNote')}>
      <div className={styles.stories}>
        {reveal.stories.map((story) => (
          <Story key={story.kind} story={story} className={className(reveal.classes[story.trueClass])} />
        ))}
      </div>
    </Part>
  );
}

function Story({ story, className: kind }: { readonly story: CustomerStory; readonly className: string }) {
  const formats = useFormats();
  const { quarters } = story;
  const orders = quarters.reduce((sum, quarter) => sum + quarter.orders, 0);
  const contacts = quarters.reduce((sum, quarter) => sum + quarter.contacts, 0);
  const last = quarters[quarters.length - 1];
  const id = customerNumber(story.row);
  return (
    <div className={styles.story}>
      <p className={styles.kind}>{t(`story.${story.kind}`)}</p>
      <Figure
        title={t(`storyText.${story.kind}`, {
          kind,
          received: formats.money(story.received),
          highest: formats.money(story.highestTrueValue),
          end: formats.money(story.finalTrueValue),
          left: story.leftIn === null ? 'no' : 'yes',
          quarter: (story.leftIn ?? 0) + 1,
        })}
        note={t('storyNote', {
          kind,
          id,
          cohort: story.cohort < 0 ? t('storyBefore') : t('storySince', { quarter: story.cohort + 1 }),
          channel: tCustomers(`channel.${CHANNELS[story.channel]}`),
          orders,
          contacts,
          tier: tierNames[last.tier],
        })}
        summary={t('storySummary', { id, kind, quarters: quarters.length })}
        rows={quarters}
        columns={[
          { name: t('quarter'), value: (row) => quarterName(row) },
          { name: t('tier'), value: (row) => tierNames[row.tier] },
          { name: t('orders'), value: (row) => row.orders },
          { name: t('contacts'), value: (row) => row.contacts },
          { name: t('revenue'), value: (row) => row.revenue / 100, text: (row) => formats.moneyExact(row.revenue) },
          {
            name: t('received'),
            value: (row) => row.received / 100,
            text: (row) => formats.moneyExact(row.received),
          },
          {
            name: t('satisfaction'),
            value: (row) => row.satisfaction,
            text: (row) => (row.satisfaction === null ? '–' : formats.hundredths(row.satisfaction)),
          },
          {
            name: t('believedValue'),
            value: (row) => row.estimatedValue / 100,
            text: (row) => formats.money(row.estimatedValue),
          },
          {
            name: t('trueValue'),
            value: (row) => row.trueValue / 100,
            text: (row) => formats.money(row.trueValue),
          },
        ]}
        fileName={`story-${story.kind}`}
        height={HEIGHT}
      >
        <StoryPicture story={story} height={HEIGHT} />
      </Figure>
    </div>
  );
}
