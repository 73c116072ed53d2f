let base = "http://localhost";

/** Sets with what the addresses in pictures begin; done once by the process, from its settings. */
export function printAddressesUnder(address: string): void {
  base = address;
}

/** Public address of the installation, without a final slash. */
export const printedBase = (): string => base;
