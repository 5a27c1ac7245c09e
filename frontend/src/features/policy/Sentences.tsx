import type { PolicySentence } from './api';
import classes from './policy.module.css';

/** What a policy means for people, by subject. */
export function Sentences({ sentences }: { sentences: readonly PolicySentence[] }) {
  const groups = [...new Map(sentences.map((each) => [each.group, each.title]))];
  return (
    <div className={classes.subjects}>
      {groups.map(([group, title]) => (
        <section aria-label={title} className={classes.subject} key={group}>
          <p aria-hidden="true" className={classes.group}>
            {title}
          </p>
          <ul className={classes.sentences}>
            {sentences
              .filter((each) => each.group === group)
              .map((each) => (
                <li key={each.text}>{each.text}</li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
