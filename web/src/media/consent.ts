import { kept } from "../app/kept";

/** Who may show media here, and where their player lives. */
const providers = [
  {
    name: "YouTube",
    pattern: /^https:\/\/(?:www\.)?(?:youtube\.com\/watch\?v=|youtu\.be\/)([\w-]{6,20})/,
    player: (id: string) => `https://www.youtube-nocookie.com/embed/${id}`,
  },
  {
    name: "Vimeo",
    pattern: /^https:\/\/(?:www\.)?vimeo\.com\/(\d{5,12})/,
    player: (id: string) => `https://player.vimeo.com/video/${id}?dnt=1`,
  },
] as const;

export interface Media {
  provider: string;
  player: string;
}

/** The player for a link, where it leads to a video that can be shown here. */
export function mediaOf(link: string): Media | undefined {
  for (const { name, pattern, player } of providers) {
    const id = pattern.exec(link)?.[1];
    if (id) return { provider: name, player: player(id) };
  }
  return undefined;
}

const key = "takt-media-consent";
const isList = (value: unknown): value is string[] => Array.isArray(value);

/** Remembered in this browser only, for one provider at a time. */
export const consented = () => kept<string[]>(key, [], isList);
export const hasConsent = (provider: string) => consented().includes(provider);
export function giveConsent(provider: string) {
  localStorage.setItem(key, JSON.stringify([...new Set([...consented(), provider])]));
}
export function revokeConsent(provider: string) {
  localStorage.setItem(key, JSON.stringify(consented().filter((name) => name !== provider)));
}
