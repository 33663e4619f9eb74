import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";

/** What the teams I belong to have learned, searchable. */
export function Lessons() {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [settled] = useDebouncedValue(words, 250);
  const lessons = useQuery({
    queryKey: ["lessons", settled],
    placeholderData: keepPreviousData,
    queryFn: () => data(api.GET("/api/v1/lessons", { params: { query: { words: settled } } })),
  });
  return (
    <section className="card">
      <div className="head">
        <h2>{t("lesson.title")}</h2>
        <TextInput
          aria-label={t("lesson.search")}
          placeholder={t("lesson.search")}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      {lessons.data?.length === 0 && (
        <p className="muted">{t(settled ? "nothingFound" : "lesson.empty")}</p>
      )}
      <ul className="list">
        {lessons.data?.map((lesson) => (
          <li key={lesson.objective}>
            <q>{lesson.lesson}</q>
            <div className="muted">
              {lesson.accountName} · {lesson.cycleName} ·{" "}
              <Link to="/cycles/$cycle/review" params={{ cycle: lesson.cycle }}>
                {lesson.title}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
