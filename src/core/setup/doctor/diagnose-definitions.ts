import type { LintReport } from '../../report.js';
import { diagnose, type Diagnosis } from './diagnosis.js';

/** Whether there are definitions, and what `lint` finds in them. */
export function diagnoseDefinitions({ definitions, problems, lookedFor }: LintReport): readonly Diagnosis[] {
  const amount = (wanted: string): number => problems.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [amount('error'), amount('warning')];
  const code = errors > 0 ? 'lint-errors' : warnings > 0 ? 'lint-warnings' : 'lint-clean';
  const lint = diagnose('lint', code, String(errors), String(warnings));
  if (definitions.length === 0)
    return [diagnose('definitions', 'no-definitions', ...lookedFor), ...(errors > 0 ? [lint] : [])];
  return [diagnose('definitions', 'definitions-found', String(definitions.length)), lint];
}
