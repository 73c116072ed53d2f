// Browsers older than 2026 lack Temporal; only they load it.
if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
await import("./main.tsx");

export {};
