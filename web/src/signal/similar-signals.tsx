import { useDebouncedValue } from "@mantine/hooks";
import { IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import styles from "./capture.module.css";

const enough = 8;

/** What is known already and may be the same, offered while a signal is written. */
export function SimilarSignals({ account, title }: { account: string; title: string }) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(title.trim(), 400);
  const similar = useQuery({
    queryKey: ["account", account, "similar-signals", settled],
    enabled: settled.length >= enough,
    throwOnError: false,
    queryFn: () =>
      data(
        api.GET("/api/v1/accounts/{account}/similar-signals", {
          params: { path: { account }, query: { title: settled } },
        }),
      ),
  });
  if (settled.length < enough || !similar.data || similar.data.length === 0) return null;
  return (
    <div role="status" className={styles.similar}>
      <b>{t("capture.similar")}</b>
      <ul>
        {similar.data.map((signal) => (
          <li key={signal.id}>
            <Link to="/accounts/$account/signals" params={{ account }} hash={signal.id}>
              {signal.title}
              <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
