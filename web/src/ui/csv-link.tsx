import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";

export const csvAddress = (account: string, list: Schemas["AccountList"]) =>
  `/api/v1/accounts/${account}/lists/${list}`;

interface Props {
  /** Where the file is, which the browser saves under the name that the server gives it. */
  file: string;
  /** What is listed; on some pages there are several. */
  of: string;
}

/** Beside the head of a list: all of it as a file for Excel. */
export function CsvLink({ file, of }: Props) {
  const { t } = useTranslation();
  return (
    <Button
      className="no-print"
      variant="subtle"
      size="compact-md"
      component="a"
      href={file}
      download
      aria-label={t("listAsCsv", { list: of })}
    >
      {t("asCsv")}
    </Button>
  );
}
