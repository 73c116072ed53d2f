import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** A slow machine is not a failure. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

const weight = ({ moduleId, project }: TestSpecification): number =>
  moduleId.endsWith("every-screen.test.ts") ? 2 : project.name === "journeys" ? 1 : 0;

/** The longest begin first, so that none is left alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => weight(other) - weight(one));
  }
}

export default defineConfig({
  test: {
    globalSetup: ["src/platform/testing/global-setup.ts"],
    sequence: { sequencer: LongestFirst },
    // Journeys wait more than they work: four keep two cores busy.
    maxWorkers: 4,
    projects: [
      // Files share a worker's modules, which halves their cost: no test may leave a module changed.
      {
        test: {
          name: "acts",
          include: ["src/**/*.test.{ts,tsx}", "architecture/**/*.test.ts"],
          isolate: false,
          // All of them begin with what every capability has told the platform, whichever file ran before.
          setupFiles: ["src/apps/plugs.ts"],
          ...patience,
        },
      },
      // On a busy machine a headless window at times stops painting: tried once more, and told in the report.
      { test: { name: "journeys", include: ["e2e/**/*.test.ts"], retry: 1, ...patience } },
    ],
  },
});
