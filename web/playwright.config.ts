import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  outputDir: "../build/e2e",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // No more than an end to what hangs: machines that do much else at once are slow, and nothing here measures time.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    locale: "de-DE",
    launchOptions: {
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-background-networking", "--disable-sync"],
    },
    screenshot: "only-on-failure",
  },
});
