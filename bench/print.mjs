/** Prints a measured row: a line for each claim, then one for each side. */
export function print({ name, title, skipped, runs, sides, claims }) {
  console.log(`${name}: ${title}`);
  if (skipped !== undefined) {
    console.log(`  skipped: ${skipped}\n`);
    return;
  }
  table(
    claims.map(({ text, unit, measured, cpu, atMost, atLeast, met }) => [
      text,
      inUnit(measured, unit),
      typeof cpu === 'number' ? `CPU ${inUnit(exactly(cpu), unit)}` : '',
      atLeast !== undefined
        ? `at least ${inUnit(exactly(atLeast), unit)}`
        : atMost !== undefined
          ? `at most ${inUnit(exactly(atMost), unit)}`
          : '',
      met ? '' : 'missed',
    ]),
  );
  table(
    sides.map(({ name: side, ...figures }) => [
      `· ${side}`,
      ...Object.entries(figures).map(([figure, value]) => inUnit(value, figure)),
    ]),
  );
  console.log(`  median (least–most) of ${runs}\n`);
}

const exactly = (value) => ({ median: value, least: value, most: value });

function inUnit({ median, least, most }, unit) {
  const { suffix, write } = UNITS[unit] ?? { suffix: unit, write: String };
  const range = least === most ? '' : ` (${write(least)}–${write(most)})`;
  return `${write(median)} ${suffix}${range}`;
}

const rounded = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value < 0.1 ? 4 : 2);

const UNITS = {
  '×': { suffix: '×', write: rounded },
  seconds: { suffix: 's', write: (value) => value.toFixed(3) },
  interactive: { suffix: 's', write: (value) => value.toFixed(3) },
  cpu: { suffix: 's CPU', write: (value) => value.toFixed(2) },
  megabytes: { suffix: 'MB', write: (value) => value.toFixed(0) },
  bytes: { suffix: 'bytes', write: (value) => value.toLocaleString('en') },
};

function table(rows) {
  const widths = [];
  for (const row of rows)
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  for (const row of rows)
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd());
}
