import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

/** `scripts/screenshots`: no test, but in the same browser, of the same demo and the same list of pages. */
export default defineConfig({
  ...base,
  testMatch: "screenshots.ts",
  outputDir: "../build/e2e-screenshots",
  timeout: 1_800_000,
  use: { ...base.use, screenshot: "off" },
});
