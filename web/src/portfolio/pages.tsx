import { Pagination } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** The way to the other pages of a list; nothing where there is only one. */
export function Pages({
  total,
  page = 0,
  onChange,
}: {
  total: number;
  /** From 0. */
  page?: number;
  onChange: (page: number) => void;
}) {
  const { t } = useTranslation();
  if (total <= 1) return null;
  return (
    <Pagination
      total={total}
      value={page + 1}
      onChange={(next) => onChange(next - 1)}
      getControlProps={(control) => ({ "aria-label": t(`portfolio.${control}`) })}
    />
  );
}
