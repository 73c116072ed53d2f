/** A whole divided by a count, to the đồng, half up; null: nothing to divide by. */
export function perOne(amount: number, count: number): number | null {
  if (count <= 0) return null;
  const [whole, by] = [BigInt(amount), BigInt(count)];
  return Number((2n * whole + by) / (2n * by));
}

/** A product with what it has cost; whole đồng. Null: nothing was told of it. */
export interface Costed {
  kind: string;
  kindLabel: string;
  cost: number | null;
}

export interface KindCost {
  kind: string;
  kindLabel: string;
  /** Of how many published products so many have a cost that is known. */
  published: number;
  known: number;
  total: number;
  /** Per product whose cost is known; null: of none. */
  unitCost: number | null;
}

/** What one product of each kind has cost; products of which nothing was told are counted, and not divided by. */
export function costByKind(products: readonly Costed[]): KindCost[] {
  return [...Map.groupBy(products, ({ kind }) => kind)]
    .map(([kind, own]) => {
      const known = own.flatMap(({ cost }) => cost ?? []);
      const total = known.reduce((sum, one) => sum + one, 0);
      return {
        ...{ kind, kindLabel: own[0]!.kindLabel, published: own.length, known: known.length, total },
        unitCost: perOne(total, known.length),
      };
    })
    .toSorted((one, other) => other.total - one.total || (one.kind < other.kind ? -1 : 1));
}
