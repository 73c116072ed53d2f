/** What the register is put in order by; its name in the address bar stands with its column. */
export const registerOrders = ["code", "name", "field", "level", "serviceLevel", "state", "updated"] as const;

export type RegisterOrder = (typeof registerOrders)[number];
