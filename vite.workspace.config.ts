import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = join(import.meta.dirname, "src", "apps", "workspace");

export default defineConfig({
  root,
  base: "/workspace/",
  publicDir: join(root, "public"),
  plugins: [react()],
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
