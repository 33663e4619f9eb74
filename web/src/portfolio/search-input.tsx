import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** Tells what is searched for once the writer pauses. */
export function SearchInput({
  value,
  onSearch,
}: {
  value: string | undefined;
  onSearch: (words: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState(value ?? "");
  const search = useDebouncedCallback((typed: string) => onSearch(typed || undefined), 250);
  return (
    <TextInput
      aria-label={t("search")}
      placeholder={t("search")}
      value={words}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
