import { MantineProvider } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, configure, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import i18next from "i18next";
import type { ReactNode } from "react";
import { initReactI18next } from "react-i18next";
import { afterEach } from "vitest";
import de from "../../locales/de";
import deImport from "../../locales/de/import.json";
import deShare from "../../locales/de/share.json";
import deSlide from "../../locales/de/slide.json";
import en from "../../locales/en";
import enImport from "../../locales/en/import.json";
import enShare from "../../locales/en/share.json";
import enSlide from "../../locales/en/slide.json";
import { Toasts } from "../ui/toast";

afterEach(() => {
  cleanup();
  notifications.clean();
});

// How long what is awaited may take on a machine that does much else at once.
configure({ asyncUtilTimeout: 10_000 });

// What the simulated browser does not have and text fields that grow listen to.
Object.defineProperty(document, "fonts", { configurable: true, value: new EventTarget() });

/** All words there are, spoken in `language`. */
export async function speak(language: "de" | "en" = "de") {
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {
      de: { translation: { ...de, ...deImport, ...deShare, ...deSlide } },
      en: { translation: { ...en, ...enImport, ...enShare, ...enSlide } },
    },
    interpolation: { escapeValue: false },
  });
}

export const newQueries = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

/** What stands around everything in the interface, without what takes time to move. */
export function Stage({ queries, children }: { queries: QueryClient; children: ReactNode }) {
  return (
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <Toasts />
        {children}
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Shows `node`; returns a person to use it. */
export function show(node: ReactNode, queries = newQueries()) {
  const person = userEvent.setup();
  const { rerender, unmount } = render(<Stage queries={queries}>{node}</Stage>);
  return {
    person,
    unmount,
    again: (next: ReactNode) => rerender(<Stage queries={queries}>{next}</Stage>),
  };
}
