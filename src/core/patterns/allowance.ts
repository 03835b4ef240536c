/** Counts what is remembered; beyond `most` all of it is forgotten, so that hostile patterns cannot fill the memory. */
export function createAllowance(most: number, forget: () => void): (amount: number) => void {
  let remembered = 0;
  return (amount) => {
    remembered += amount;
    if (remembered <= most) return;
    forget();
    remembered = 0;
  };
}
