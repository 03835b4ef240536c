import { isIll } from '../../core/setup/doctor/diagnosis.js';
import { toDoctorText } from '../../reporters/text-doctor.js';
import { examine, type AskHook } from '../examine.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { DoctorOptions } from '../options.js';
import { writeReport } from '../report-output.js';
import type { Terminal } from '../terminal.js';

/** `doctor`: what is set up, whether it works, and what to do next. `askHook` starts the plugin’s hook. */
export async function runDoctor(
  options: DoctorOptions,
  terminal: Terminal,
  askHook: AskHook | null = null,
): Promise<ExitCode> {
  const diagnoses = await examine(terminal, askHook);
  await writeReport(
    {
      text: ({ paint, width }) => toDoctorText(diagnoses, paint, width),
      json: async () => (await import('../../reporters/json-doctor.js')).toDoctorJson(diagnoses),
    },
    options,
    terminal,
  );
  return diagnoses.some(isIll) ? EXIT.findings : EXIT.clean;
}
