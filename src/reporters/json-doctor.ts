import { isIll, type Diagnosis } from '../core/setup/doctor/diagnosis.js';
import { SCHEMA_VERSION } from '../core/report.js';
import { DOCTOR_WORDS } from './doctor-words.js';
import { render } from './phrase.js';
import { printJson } from './print-json.js';
import { plainVoice } from './voices.js';

/** `{schemaVersion, healthy, checks: [{check, state, code, values, message, next}]}`. */
export const toDoctorJson = (diagnoses: readonly Diagnosis[]): string =>
  printJson({
    schemaVersion: SCHEMA_VERSION,
    healthy: !diagnoses.some(isIll),
    checks: diagnoses.map(({ check, state, code, values }) => {
      const [first = '', ...others] = values;
      const { sentence, next } = DOCTOR_WORDS[code](first, others);
      return {
        check,
        state,
        code,
        values,
        message: render(sentence, plainVoice),
        next: next === null ? null : render(next, plainVoice),
      };
    }),
  });
