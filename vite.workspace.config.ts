import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { contractRoutes } from "./src/apps/workspace/contract-routes.ts";

const root = join(import.meta.dirname, "src", "apps", "workspace");

const dropped = /dropzone|attr-accept|file-selector/;
const notDropped = (module: string) => !dropped.test(module);

export default defineConfig({
  root,
  base: "/workspace/",
  publicDir: join(root, "public"),
  plugins: [contractRoutes(), react()],
  // The server writes a fresh nonce in place of this word for every page.
  html: { cspNonce: "__NONCE__" },
  build: {
    outDir: join(import.meta.dirname, "dist", "workspace"),
    emptyOutDir: true,
    target: "esnext",
    sourcemap: false,
    assetsInlineLimit: 0,
    // Says which files a screen is made of; the place for writing is kept in browsers with all of its own.
    manifest: true,
    minify: true,
    rolldownOptions: {
      // What many screens share comes in one file: each small file costs a slow network a journey of its own.
      output: {
        codeSplitting: {
          groups: [
            // First, or what the place to drop a file needs itself would come to every screen with it.
            { name: "shared", test: notDropped, minShareCount: 75, maxModuleSize: 40_000, priority: 2 },
            // Only screens that take a file need the place to drop it.
            { name: "drop", test: dropped, minShareCount: 2, priority: 1 },
            { name: "icons", test: /icons-react.dist.esm.icons.Icon/ },
          ],
        },
      },
      // Of a contract that only hands words on nothing is left; each has words, rights and schemas of the same objects.
      treeshake: {
        moduleSideEffects: [{ test: /\/contract\.ts$/u, sideEffects: false }],
        // A schema that nothing reads with is dropped, and the library of schemas with the last of them.
        manualPureFunctions: ["z", "documentSchema", "aiUseSchema", "contentFields"],
      },
    },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1024,
  },
  // npm run dev: all but the workspace comes from the server beside it.
  server: {
    host: "127.0.0.1",
    fs: { allow: [import.meta.dirname] },
    proxy: { "^/(?!workspace/)": `http://127.0.0.1:${process.env.PORT ?? 3000}` },
  },
});
