import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "architecture/**/*.test.ts", "e2e/**/*.test.ts"],
    globalSetup: ["src/platform/testing/global-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Journeys wait as much as they work: three keep two cores busy.
    maxWorkers: 3,
  },
});
