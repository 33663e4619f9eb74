import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Asks for the letters together with the scripts: text that changes its font once it stands moves the page. */
const earlyLetters: Plugin = {
  name: "early-letters",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((name) => /inter-latin-opsz-normal.*\.woff2$/.test(name))
        .map((name) => ({
          tag: "link",
          attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${name}`, crossorigin: "" },
          injectTo: "head-prepend",
        })),
  },
};

/**
 * Lets browsers that take the hint compile the frame's functions beside what else they do, all at once,
 * instead of one by one when each is called first: most are called before the first page stands.
 */
const earlyCompiled: Plugin = {
  name: "early-compiled",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler: (_, bundle) => {
      for (const chunk of Object.values(bundle))
        // Only at the very beginning of a file it counts.
        if (chunk.type === "chunk" && chunk.name === "frame")
          chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
    },
  },
};

export default defineConfig({
  plugins: [
    react(),
    earlyLetters,
    earlyCompiled,
    VitePWA({
      registerType: "autoUpdate",
      injectRegister: null,
      manifest: {
        name: "Takt",
        short_name: "Takt",
        start_url: "/my-work",
        display: "standalone",
        background_color: "#f4f4f2",
        theme_color: "#1e55c3",
        icons: [{ src: "/takt.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
        // What a phone's share sheet sends becomes a signal.
        share_target: {
          action: "/capture",
          method: "GET",
          params: { title: "title", text: "text", url: "url" },
        },
      },
      workbox: {
        globPatterns: ["index.html", "assets/*.{js,css}", "assets/inter-latin-opsz*.woff2", "takt.svg"],
        // What makes slides is large and seldom wanted.
        globIgnores: ["assets/*chart*", "assets/{deck-parts,default-deck,template-deck,fill}-*.js"],
        navigateFallback: "/index.html",
        // A share link's page comes with the server's own headers.
        navigateFallbackDenylist: [/^\/(api|shared)\//, /^\/(healthz|readyz|metrics|openapi\.json|licences\.txt)$/],
        cleanupOutdatedCaches: true,
        runtimeCaching: [
          {
            // Without a network the last state can still be read; writes wait in the outbox.
            urlPattern: ({ url, request }) =>
              request.method === "GET" &&
              url.pathname.startsWith("/api/v1/") &&
              !/\/(live|room|search)$/.test(url.pathname) &&
              // What a share link shows is nobody's to keep.
              !url.pathname.startsWith("/api/v1/shared/") &&
              !url.pathname.endsWith(".ics"),
            handler: "NetworkFirst",
            options: {
              cacheName: "takt-api",
              networkTimeoutSeconds: 5,
              expiration: { maxEntries: 200, maxAgeSeconds: 7 * 24 * 3600 },
            },
          },
        ],
      },
    }),
  ],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A slow machine spends longer on sixty small files than on what is in them.
          groups: [{ name: "frame", tags: ["$initial"] }],
        },
      },
    },
  },
  // The time is no more than an end to what hangs.
  test: { include: ["src/**/*.test.{ts,tsx}"], unstubGlobals: true, testTimeout: 30_000 },
  server: { proxy: { "/api": process.env.TAKT_API ?? "http://127.0.0.1:8080" } },
});
