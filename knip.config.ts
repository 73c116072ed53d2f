import type { KnipConfig } from "knip";

/** What nobody uses is found by `npm run check`: files, exports, dependencies. */
export default {
  entry: [
    "scripts/*.{ts,mjs}",
    "bench/*.bench.ts",
    "bench/deliver-worker.ts",
    "e2e/*.test.ts",
    "architecture/*.test.ts",
  ],
  project: ["src/**/*.{ts,tsx}", "{scripts,bench,e2e,architecture}/**", "*.{ts,mjs}"],
  vite: { config: ["vite.*.config.ts"] },
  // Types that only name what an exported function takes or gives stay exported for its callers.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreBinaries: ["nginx", "unshare"],
  ignoreDependencies: [
    // Run by their path: formatter, parser of dependency-cruiser, font files for PDF.
    "@biomejs/biome",
    "@swc/core",
    "@expo-google-fonts/tinos",
  ],
} satisfies KnipConfig;
