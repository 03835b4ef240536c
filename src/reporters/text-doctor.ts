import { isIll, type Diagnosis, type DiagnosisState } from '../core/setup/doctor/diagnosis.js';
import { DOCTOR_WORDS } from './doctor-words.js';
import { wrap } from './layout.js';
import { safeForLog } from './log.js';
import type { Paint } from './paint.js';
import { render } from './phrase.js';
import { plainVoice } from './voices.js';

const MARKS: Readonly<Record<DiagnosisState, (paint: Paint) => string>> = {
  ok: ({ green }) => green('✔'),
  warning: ({ yellow }) => yellow('▲'),
  missing: ({ red }) => red('✖'),
  wrong: ({ red }) => red('✖'),
  unknown: ({ cyan }) => cyan('?'),
};

/** A line for everything that was looked at, and below it what to do. Ends with a line break. */
export function toDoctorText(diagnoses: readonly Diagnosis[], paint: Paint, width: number): string {
  const lines = diagnoses.flatMap((diagnosis) => toLines(diagnosis, paint, width));
  const ill = diagnoses.filter(isIll).length;
  const unknown = diagnoses.filter(({ state }) => state === 'unknown').length;
  const rest = unknown === 0 ? '' : `; ${unknown} not known`;
  const sum =
    ill === 0
      ? paint.bold(paint.green(`✔ Nothing to mend${rest}.`))
      : paint.bold(paint.red(`✖ ${ill} to mend${rest}.`));
  return safeForLog(`${[...lines, '', sum].join('\n')}\n`);
}

function toLines({ state, code, values }: Diagnosis, paint: Paint, width: number): readonly string[] {
  const [first = '', ...others] = values;
  const { sentence, next } = DOCTOR_WORDS[code](first, others);
  const [line = '', ...more] = wrap(render(sentence, plainVoice), '  ', width);
  const steps = next === null ? [] : wrap(render(next, plainVoice), '    ', width).map(paint.dim);
  return [MARKS[state](paint) + line.slice(1), ...more, ...steps];
}
