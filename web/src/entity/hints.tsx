import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type HintsAddress, hintsOn } from "../api/entity";
import type { Texts } from "../app/i18n";
import type { Values } from "./fields";

/** What an experienced colleague would ask while somebody writes; never in the way. */
export function Hints({ path, values }: { path: HintsAddress; values: Values }) {
  const { t } = useTranslation();
  const known = Object.entries(values).filter(([, value]) => value !== null);
  const [settled] = useDebouncedValue(JSON.stringify(Object.fromEntries(known)), 400);
  const view = useQuery({
    queryKey: ["hints", path, settled],
    retry: false,
    throwOnError: false,
    placeholderData: keepPreviousData,
    queryFn: () => hintsOn(path, JSON.parse(settled)),
  });
  const hints = view.data?.hints ?? [];
  const lessons = view.data?.lessons ?? [];
  if (!values.title || hints.length + lessons.length === 0) return null;
  return (
    <section className="hints" aria-label={t("hint.title")}>
      <b>{t("hint.title")}</b>
      <ul>
        {hints.map((hint) => (
          <li key={hint.code + hint.pointer}>{t(`hint.${hint.code as keyof Texts["hint"]}`)}</li>
        ))}
        {lessons.map((lesson) => (
          <li key={lesson.objective}>
            {t("hint.lesson", { cycle: lesson.cycleName, account: lesson.accountName })}{" "}
            <q>{lesson.lesson}</q>{" "}
            <Link to="/cycles/$cycle/review" params={{ cycle: lesson.cycle }} target="_blank">
              {lesson.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
