import type { Violation, WaiverReference } from '../core/violation.js';
import type { Account } from './path-words.js';
import { place, say, text, type Phrase } from './phrase.js';

type Of<Code extends Violation['code']> = Extract<Violation, { readonly code: Code }>;

const waiverNotes = ({ reason, until, file, line }: WaiverReference): readonly Phrase[] => [
  say`It stands at ${place(file, line)}, with the reason ${text(reason)}, until ${text(until)}.`,
];

export const accountOfWaiver = ({
  code,
  waiver,
}: Extract<Violation, { readonly waiver: WaiverReference }>): Account => ({
  title:
    code === 'waiver-expired'
      ? say`The waiver of ${text(waiver.agent)} for ${text(waiver.path)} is over`
      : say`The waiver of ${text(waiver.agent)} for ${text(waiver.path)} lifts nothing here`,
  rule: null,
  notes: waiverNotes(waiver),
});

export const accountOfSquash = ({ setting }: Of<'squash-loses-trailers'>): Account => ({
  title: say`Squashing would lose the trailers`,
  rule: null,
  notes: [
    say`The repository writes ${text(setting)} into the message of a squashed commit, which holds no trailer of the commits.`,
    say`What is judged here stays judged; a later check of the squashed commit could not tell whose work it is.`,
  ],
});
