import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // The pages' content policy allows scripts, styles and images of their own host only: nothing is inlined as data.
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 900 },
  // For `npm run dev` beside a running stack; a built page is served by the API itself.
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
