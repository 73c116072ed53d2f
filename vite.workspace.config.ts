import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = join(import.meta.dirname, "src", "apps", "workspace");

export default defineConfig(({ mode }) => ({
  root,
  base: "/workspace/",
  publicDir: false,
  plugins: [react()],
  // The server writes a fresh nonce in place of this word for every page.
  html: { cspNonce: "__NONCE__" },
  build: {
    outDir: join(import.meta.dirname, "dist", "workspace"),
    emptyOutDir: mode === "production",
    target: "esnext",
    sourcemap: false,
    assetsInlineLimit: 0,
    minify: mode === "production",
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1024,
  },
}));
