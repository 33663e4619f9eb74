import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  outputDir: "../build/e2e",
  workers: 1,
  retries: process.env.CI ? 1 : 0,
  timeout: 40_000,
  reporter: "list",
  use: {
    baseURL: "http://127.0.0.1:8099",
    locale: "de-DE",
    launchOptions: {
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-background-networking", "--disable-sync"],
    },
    screenshot: "only-on-failure",
  },
  webServer: {
    command: "../build/release/takt demo --port 8099 --quiet",
    url: "http://127.0.0.1:8099/readyz",
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 3000 },
  },
});
