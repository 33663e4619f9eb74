import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { Chip } from "./chip";

const looks = {
  on_track: { tone: "ok", dot: "full" },
  behind: { tone: "warn", dot: "full" },
  at_risk: { tone: "bad", dot: "full" },
  outdated: { dot: "hollow" },
  pending: { dot: "hollow" },
} as const;

/** How something stands; `children` where there is more to say than the state. */
export function HealthChip({ health, children }: { health: Schemas["Health"]; children?: string }) {
  const { t } = useTranslation();
  return <Chip {...looks[health]}>{children ?? t(`choice.Health.${health}`)}</Chip>;
}
