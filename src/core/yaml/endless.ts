/** Whether data holds itself, which an alias inside of what it stands for brings about: `a: &a [*a]`. */
export function holdsItself(value: unknown, around: readonly unknown[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (around.includes(value)) return true;
  const further = [...around, value];
  return Object.values(value).some((part) => holdsItself(part, further));
}
