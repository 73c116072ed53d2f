import { defineConfig } from "vitest/config";

/** A slow machine is not a failure. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    globalSetup: ["src/platform/testing/global-setup.ts"],
    // Journeys wait as much as they work: three keep two cores busy.
    maxWorkers: 3,
    projects: [
      // Files share a worker's modules, which halves their cost: no test may leave a module changed.
      {
        test: {
          name: "acts",
          include: ["src/**/*.test.{ts,tsx}", "architecture/**/*.test.ts"],
          isolate: false,
          ...patience,
        },
      },
      { test: { name: "journeys", include: ["e2e/**/*.test.ts"], ...patience } },
    ],
  },
});
